import { type TSchema, Type } from 'typebox';
import type { Channel } from '#core/chat/turn.ts';
import {
  type ChannelAccountRecord,
  type CredentialFields,
  TRANSPORTS,
  type Transport,
} from '#core/crm/channel-accounts.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { type FieldError, invalid, Problem } from './errors.ts';
import { byId, found, id, idOf, listOf, listQuery, moment, nullable, problems, words } from './schema-parts.ts';

/** What accounts of one transport are. */
export type AccountKind = {
  readonly channel: Channel;
  readonly transport: Transport;
  /** What an account is called that is given no name. */
  readonly title: string;
  /** Undefined where only the settings of the server describe one. */
  readonly own:
    | {
        readonly fields: CredentialFields;
        readonly externalIdOf: (given: Readonly<Record<string, string>>) => string;
        /** Whether the platform calls us, or we ask it. */
        readonly isCalled: boolean;
      }
    | undefined;
};

export type ChannelAccountNeeds = {
  readonly kinds: readonly AccountKind[];
  /** So that only the server can read it again. */
  readonly seal: (words: string) => string;
  /** How this process has it. */
  readonly stateOf: (account: ChannelAccountId) => { readonly state: 'up' | 'waits' | 'down'; readonly why?: string };
  readonly publicUrl: () => string;
};

const tags = ['Channel accounts'];
const closed = { additionalProperties: false };
const config = { adminOnly: true };
const CHANNELS = Object.keys(TRANSPORTS);
const ALL = Object.values(TRANSPORTS).flat();
const name = words(100, 'what the office calls it, 1 to 100 characters');

const accountSchema = Type.Object(
  {
    id,
    channel: Type.Enum(CHANNELS),
    transport: Type.Enum(ALL),
    name: Type.String(),
    external_id: Type.String({ description: 'the platform’s public id of the bot' }),
    handle: nullable(Type.String({ description: 'the name that links use, once the platform has told it' })),
    from_settings: Type.Boolean({ description: 'whether the settings of the server describe it' }),
    webhook_url: nullable(Type.String({ description: 'where the platform calls it; null where it is asked instead' })),
    state: Type.Enum(['up', 'waits', 'down']),
    why: nullable(Type.String({ description: 'why it is not up' })),
    created_at: moment,
  },
  closed,
);

/** The bots of the company, each with its platform, added and ended while the server runs. For Admins. */
export const channelAccountRoutes = ({ kinds, seal, stateOf, publicUrl }: ChannelAccountNeeds): Routes => {
  const kindOf = (channel: string, transport: string) =>
    kinds.find((kind) => kind.channel === channel && kind.transport === transport);
  const credentials = credentialsSchema(kinds);

  const shown = (account: ChannelAccountRecord) => {
    const { id: account_id, channel, transport, from_settings, created_at, ...rest } = account;
    const { state, why = null } = stateOf(account_id);
    const isCalled = !from_settings && kindOf(channel, transport)?.own?.isCalled;
    const webhook_url = isCalled ? `${publicUrl()}/webhooks/${channel}/${account_id}` : null;
    return { id: account_id, channel, transport, ...rest, from_settings, webhook_url, state, why, created_at };
  };

  /** What is to be kept of them; throws with the fields that are not as they must be. */
  const checked = (kind: AccountKind, given: Readonly<Record<string, string | undefined>>) => {
    if (!kind.own)
      throw invalid({
        field: 'transport',
        detail: `“${kind.transport}” is set up by the settings of the server alone`,
      });
    const { fields, externalIdOf } = kind.own;
    const errors: FieldError[] = [
      ...Object.keys(fields)
        .filter((field) => given[field] === undefined)
        .map((field) => ({ field: `credentials.${field}`, detail: 'is required' })),
      ...Object.keys(given)
        .filter((field) => !(field in fields))
        .map((field) => ({ field: `credentials.${field}`, detail: `is none of ${kind.channel} by ${kind.transport}` })),
    ];
    if (errors.length > 0) throw invalid(...errors);
    const whole = Object.fromEntries(
      Object.entries(given).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
    );
    return { externalId: externalIdOf(whole), sealed: seal(JSON.stringify(whole)) };
  };

  return (api, door) => {
    api.get(
      '/channel-accounts',
      {
        config,
        schema: {
          tags,
          summary: 'The bots of the company, newest first',
          querystring: listQuery({}),
          response: { 200: listOf(accountSchema), ...problems('notAllowed', 'invalid') },
        },
      },
      (request, reply) => {
        const span = spanOf(request.query);
        return door.answer(request, reply, async ({ kept }) => {
          const { items, next } = await kept.channelAccounts.list(span);
          return { status: 200, body: listBody({ items: items.map(shown), next }) };
        });
      },
    );

    api.post(
      '/channel-accounts',
      {
        config,
        schema: {
          tags,
          summary: 'Adds a bot',
          description:
            'It is at work a moment later; `state` tells how it went. Credentials are sealed and never answered. A bot that the company ended goes on with its chats.',
          body: Type.Object(
            {
              channel: Type.Enum(CHANNELS),
              transport: Type.Optional(
                Type.Enum(ALL, { description: 'the first of the channel where left out: bot_api, cloud, connector' }),
              ),
              name: Type.Optional(name),
              credentials,
            },
            { ...closed, examples: [{ channel: 'telegram', credentials: { bot_token: '123456:ABC-DEF1234ghIkl' } }] },
          ),
          response: { 201: accountSchema, ...problems('notAllowed', 'conflict', 'invalid') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => {
          const { channel, transport = firstOf(channel), credentials: given } = request.body;
          const kind = kindOf(channel, transport);
          if (!kind) throw invalid({ field: 'transport', detail: `is none of ${channel}` });
          const { externalId, sealed } = checked(kind, given);
          const about = { channel: kind.channel, transport: kind.transport, name: request.body.name ?? kind.title };
          const added = await kept.channelAccounts.add({ ...about, externalId, credentials: sealed });
          switch (added.was) {
            case 'added':
              return { status: 201, body: shown(added.account) };
            case 'already':
              throw new Problem('conflict', 'The company has this bot already. Change it there, or end it first.');
            case 'taken':
              throw new Problem(
                'conflict',
                'This bot can’t be added: it is in use. Take another one, or end its use first.',
              );
          }
        }),
    );

    api.patch(
      '/channel-accounts/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Renames a bot, or gives it other credentials',
          description: 'They are those of the same bot: another one is added by itself.',
          params: byId,
          body: Type.Object(
            { name: Type.Optional(name), credentials: Type.Optional(credentials) },
            { ...closed, examples: [{ name: 'Rentals' }] },
          ),
          response: { 200: accountSchema, ...problems('notAllowed', 'notFound', 'conflict', 'invalid') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => {
          const account = await ownOf(kept, request.params.id);
          const { name: called, credentials: given } = request.body;
          const kind = kindOf(account.channel, account.transport);
          const fresh = given && kind && checked(kind, given);
          if (fresh && fresh.externalId !== account.external_id)
            throw new Problem('conflict', 'These are the credentials of another bot. Add that one by itself.');
          await kept.channelAccounts.change(account.id, {
            ...(called === undefined ? {} : { name: called }),
            ...(fresh ? { credentials: fresh.sealed } : {}),
          });
          return { status: 200, body: shown(found(await kept.channelAccounts.find(account.id), 'channel account')) };
        }),
    );

    api.delete(
      '/channel-accounts/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Ends a bot',
          description: 'What is still to be sent by it fails. Its chats and all that was said there stay readable.',
          params: byId,
          response: { 204: Type.Null(), ...problems('notAllowed', 'notFound', 'conflict') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => {
          const account = await ownOf(kept, request.params.id);
          await kept.channelAccounts.end(account.id);
          return { status: 204, body: null };
        }),
    );
  };
};

async function ownOf(
  { channelAccounts }: Pick<CrmKept, 'channelAccounts'>,
  given: string,
): Promise<ChannelAccountRecord> {
  const account = found(await channelAccounts.find(idOf(given, 'channel account')), 'channel account');
  if (account.from_settings)
    throw new Problem('conflict', 'The settings of the server describe this bot. Whoever runs it has to change them.');
  return account;
}

const firstOf = (channel: string): string =>
  Object.entries(TRANSPORTS).find(([each]) => each === channel)?.[1][0] ?? '';

/** Each transport's fields; which of them belong together, `checked` tells. */
function credentialsSchema(kinds: readonly AccountKind[]) {
  const fields = kinds.flatMap(({ channel, own }) =>
    Object.entries(own?.fields ?? {}).map(([field, { pattern, is }]): [string, TSchema] => [
      field,
      Type.Optional(Type.String({ pattern, description: `${channel}: ${is}` })),
    ]),
  );
  return Type.Unsafe<Readonly<Record<string, string | undefined>>>(Type.Object(Object.fromEntries(fields), closed));
}
