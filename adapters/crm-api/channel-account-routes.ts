import { type TSchema, Type } from 'typebox';
import { TRANSPORTS } from '#core/chat/channels.ts';
import {
  type AccountKind,
  type AccountTools,
  type ChannelAccountRecord,
  calledAt,
} from '#core/crm/channel-accounts.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { addChannelAccount, changeChannelAccount, endChannelAccount } from '#core/crm/keep-channel-accounts.ts';
import { CHANNEL_ACCOUNT_MEANINGS } from '#core/crm/meanings.ts';
import type { Store } from '#core/store.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { callerIn } from './door.ts';
import { accepted } from './errors.ts';
import {
  byId,
  channel,
  found,
  id,
  idOf,
  listOf,
  listQuery,
  moment,
  noBody,
  nullable,
  problems,
  words,
} from './schema-parts.ts';

const tags = ['Channel accounts'];
const closed = { additionalProperties: false };
const config = { deed: 'keepChannelAccounts' } as const;
const WHAT = 'channel account';
/** Longer than any token of any platform. */
const SECRET_LENGTH = 2000;
const transport = Type.Enum([...TRANSPORTS]);
const name = words(100, 'what the office calls it, 1 to 100 characters');

const accountSchema = Type.Object(
  {
    id,
    channel,
    transport,
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

const stepSchema = Type.Object(
  {
    step: Type.Enum(['atWork', 'signedIn', 'called', 'reached', 'templates', 'token']),
    ok: Type.Boolean(),
    words: nullable(Type.String({ description: 'what the platform said' })),
  },
  closed,
);

/** The bots of the company, added, changed and ended while the server runs. For Admins. */
export const channelAccountRoutes =
  (needs: AccountTools & { readonly store: Store<CrmKept> }): Routes =>
  (api, door) => {
    const { store } = needs;
    const credentials = credentialsSchema(needs.kinds);
    const shown = (account: ChannelAccountRecord) => {
      const { created_at, ...rest } = account;
      const { state, why = null } = needs.stateOf(account.id);
      return { ...rest, webhook_url: calledAt(needs, account), state, why, created_at };
    };

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
            'It is at work a moment later; `state` tells how it went. Credentials are sealed and never answered. A bot that the company has ended before goes on with its chats.',
          body: Type.Object(
            {
              channel,
              transport: Type.Optional(transport),
              name: Type.Optional(name),
              credentials,
            },
            { ...closed, examples: [{ channel: 'telegram', credentials: { bot_token: '123456:ABC-DEF1234ghIkl' } }] },
          ),
          response: { 201: accountSchema, ...problems('notAllowed', 'conflict', 'invalid') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent }) => {
          const added = accepted(
            CHANNEL_ACCOUNT_MEANINGS,
            await addChannelAccount({ ...kept, ...needs }, agent, request.body),
          );
          return { status: 201, body: shown(added.account) };
        }),
    );

    api.patch(
      '/channel-accounts/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Renames a bot, or gives it new credentials',
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
        door.answer(request, reply, async ({ kept, agent }) => {
          const asked = idOf(request.params.id, WHAT);
          const changed = await changeChannelAccount({ ...kept, ...needs }, agent, asked, request.body);
          return { status: 200, body: shown(accepted(CHANNEL_ACCOUNT_MEANINGS, changed).account) };
        }),
    );

    api.post(
      '/channel-accounts/:id/test',
      {
        config,
        schema: {
          tags,
          summary: 'Tests a bot',
          description:
            'Within ten seconds, and without a word to any client: whether it is at work here, whether its platform takes its credentials, whether that calls us where we are, and whether our own address leads to us. The steps that can be looked at differ by platform.',
          params: byId,
          body: noBody,
          response: {
            200: Type.Object({ steps: Type.Array(stepSchema) }, closed),
            ...problems('notAllowed', 'notFound'),
          },
        },
      },
      async (request, reply) => {
        const { company } = callerIn(request);
        const asked = idOf(request.params.id, WHAT);
        const account = await store.transaction(company, ({ channelAccounts }) => channelAccounts.find(asked));
        // Asked outside of any transaction: platforms may take their time.
        const steps = await needs.check(found(account, WHAT));
        const body = {
          steps: steps.map(({ step, isGood, words: said = null }) => ({ step, ok: isGood, words: said })),
        };
        return door.answer(request, reply, async () => ({ status: 200, body }));
      },
    );

    api.delete(
      '/channel-accounts/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Ends a bot',
          description: 'What is still to be sent by it fails. Its chats, and all that was said there, stay readable.',
          params: byId,
          response: { 204: Type.Null(), ...problems('notAllowed', 'notFound', 'conflict') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent }) => {
          const ended = await endChannelAccount({ ...kept, ...needs }, agent, idOf(request.params.id, WHAT));
          accepted(CHANNEL_ACCOUNT_MEANINGS, ended);
          return { status: 204, body: null };
        }),
    );
  };

/** The fields of all transports; which of them belong together, the use case knows. */
function credentialsSchema(kinds: readonly AccountKind[]) {
  const fields = kinds.flatMap(({ channel: of, own }) =>
    Object.entries(own?.fields ?? {}).map(([field, { is }]): [string, TSchema] => [
      field,
      Type.Optional(Type.String({ maxLength: SECRET_LENGTH, description: `${of}: ${is}` })),
    ]),
  );
  return Type.Object(Object.fromEntries(fields), closed);
}
