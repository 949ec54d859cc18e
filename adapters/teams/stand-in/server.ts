import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import { type Fields, isFields, textIn } from '#core/fields.ts';
import type { Answer, Chat } from './chat.ts';
import { createTeamsPerson, type TeamsPerson } from './person.ts';
import { Refused } from './refused.ts';
import { shownOn } from './seen.ts';
import { createTokens } from './tokens.ts';

/** Microsoft's side on loopback: the connector that bots answer to, its keys and its login, and everybody's Teams. */
export type TeamsStandIn = {
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly openIdUrl: string;
  readonly loginUrl: string;
  readonly issuer: string;
  readonly serviceUrl: string;
  /** Where the bot listens; the first one, unless another is named. */
  hook(url: string, appId?: string): void;
  /** One more bot. */
  addBot(bot: Bot): void;
  /** Somebody at the first bot, unless another is named. */
  person(about?: { readonly name?: string; readonly locale?: string; readonly appId?: string }): TeamsPerson;
  /** No token that was given is taken any more. */
  endTokens(): void;
  /** The next calls of the bot fail so; `code`: the connector's own. */
  fail(fault: Fault, times?: number): void;
  /** Sends something to the bot as the connector does, with claims of the token that may be wrong; answers the status. */
  post(activity: object, claims?: Readonly<Record<string, unknown>> | 'no token'): Promise<Answer>;
  /** Called whenever something in a chat changed. Answers how to stop that. */
  onChange(tell: () => void): () => void;
  readonly people: readonly TeamsPerson[];
  close(): Promise<void>;
};
export type Fault = { readonly status: number; readonly code: string; readonly retryAfter?: number };

type Bot = { readonly appId: string; readonly password: string };

type Options = {
  /** Empty: the bot has none, and nobody checks. */
  readonly appId?: string;
  readonly password?: string;
  readonly port?: number;
};

const isTyping = (body: unknown): boolean => isFields(body) && body.type === 'typing';
const ISSUER = 'https://api.botframework.com';
const TENANT = '00000000-0000-4000-8000-000000000001';

export async function createTeamsStandIn({ appId = '', password = '', port = 0 }: Options = {}): Promise<TeamsStandIn> {
  const server = fastify({ bodyLimit: 1024 * 1024 });
  const tokens = createTokens({ issuer: ISSUER, audience: appId });
  const given = new Set<string>();
  const chats = new Map<string, Chat>();
  const faults: Fault[] = [];
  const files = new Map<string, Buffer>();
  const listeners = new Set<() => void>();
  const people: TeamsPerson[] = [];
  const bots = new Map([[appId, { password, url: '' }]]);
  let ids = 1_794_000_000_000;
  let url = '';
  const newId = () => {
    ids += 1;
    return String(ids);
  };
  const changed = () => {
    for (const tell of listeners) tell();
  };

  server.addHook('onRequest', async (request, reply) => {
    if (!request.headers['user-agent']) return reply.code(403).send({ error: { code: 'NoUserAgent' } });
  });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  server.get('/openid', () => ({
    issuer: ISSUER,
    jwks_uri: `${url}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  }));
  server.get('/keys', () => ({ keys: [tokens.jwk] }));
  server.post('/token', (request, reply) => {
    const asked = isFields(request.body) ? request.body : {};
    const bot = bots.get(String(asked.client_id));
    if (!bot || asked.client_secret !== bot.password) return reply.code(401).send({ error: 'invalid_client' });
    const token = randomUUID();
    given.add(token);
    return { token_type: 'Bearer', expires_in: 3600, access_token: token };
  });

  const refuse = (code: string, message = code) => ({ error: { code, message } });
  server.addHook('preHandler', async (request, reply) => {
    if (!request.url.startsWith('/teams/') || isTyping(request.body)) return;
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (appId !== '' && !given.has(token)) return reply.code(401).send(refuse('Unauthorized'));
    const fault = faults.shift();
    if (!fault) return;
    const after = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
    return reply.code(fault.status).headers(after).send(refuse(fault.code));
  });

  server.get<{ Params: { id: string } }>('/teams/v3/attachments/:id/views/original', (request, reply) => {
    const bytes = files.get(request.params.id);
    return bytes ? reply.type('application/octet-stream').send(bytes) : reply.code(404).send(refuse('NotFound'));
  });

  server.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof Refused)) throw error;
    return reply.code(400).send(refuse('BadSyntax', error.message));
  });

  type Params = { readonly chat: string; readonly id?: string };
  const shown = (body: unknown) => {
    const activity = isFields(body) ? body : {};
    const [attachment] = Array.isArray(activity.attachments) ? activity.attachments : [];
    const card = isFields(attachment) && isFields(attachment.content) ? attachment.content : undefined;
    return card
      ? { ...shownOn(card), card }
      : { text: textIn(activity, 'text') ?? '', pictures: [], actions: [], links: [], inputs: [], filled: {} };
  };
  const send = (chat: Chat, body: unknown) => {
    const id = newId();
    chat.messages.push({ id, from: 'bot', edits: 0, ...shown(body) });
    changed();
    return { id };
  };
  for (const path of ['/teams/v3/conversations/:chat/activities', '/teams/v3/conversations/:chat/activities/:id'])
    server.post<{ Params: Params }>(path, (request, reply) => {
      const chat = chats.get(request.params.chat);
      if (!chat) return reply.code(404).send(refuse('ConversationNotFound'));
      if (!chat.isInstalled) return reply.code(403).send(refuse('BotNotInConversationRoster'));
      const { body } = request;
      if (isTyping(body)) {
        chat.typed += 1;
        return { id: newId() };
      }
      return reply.code(201).send(send(chat, body));
    });
  server.put<{ Params: Params }>('/teams/v3/conversations/:chat/activities/:id', (request, reply) => {
    const chat = chats.get(request.params.chat);
    const at = chat?.messages.findIndex(({ id }) => id === request.params.id) ?? -1;
    const before = chat?.messages[at];
    if (!chat || !before) return reply.code(404).send(refuse('ActivityNotFoundInConversation'));
    chat.messages[at] = { ...before, ...shown(request.body), edits: before.edits + 1 };
    changed();
    return { id: before.id };
  });

  await server.listen({ host: '127.0.0.1', port });
  const address = server.server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
  const serviceUrl = `${url}/teams/`;

  const post = async (
    activity: object,
    claims: Readonly<Record<string, unknown>> | 'no token' = {},
    to = appId,
  ): Promise<Answer> => {
    const token = tokens.sign(claims === 'no token' ? {} : { serviceurl: serviceUrl, aud: to, ...claims });
    const authorization = claims === 'no token' ? {} : { authorization: `Bearer ${token}` };
    const answer = await fetch(bots.get(to)?.url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(appId === '' ? {} : authorization) },
      body: JSON.stringify(activity),
    });
    const body: unknown = await answer.json().catch(() => undefined);
    return { status: answer.status, body };
  };

  return {
    host: new URL(url).host,
    openIdUrl: `${url}/openid`,
    loginUrl: `${url}/token`,
    issuer: ISSUER,
    serviceUrl,
    people,
    hook: (url, of = appId) => {
      bots.set(of, { password: bots.get(of)?.password ?? '', url });
    },
    endTokens: () => given.clear(),
    addBot: (bot) => void bots.set(bot.appId, { password: bot.password, url: '' }),
    fail: (fault, times = 1) => {
      for (let time = 0; time < times; time += 1) faults.push(fault);
    },
    post,
    onChange: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    person: ({ name = 'Anna', locale = 'en-GB', appId: to = appId } = {}) => {
      const number = people.length + 1;
      const chat: Chat = { messages: [], isInstalled: true, typed: 0 };
      const conversation = `a:chat-${number}`;
      chats.set(conversation, chat);
      const about = {
        channelId: 'msteams',
        serviceUrl,
        from: {
          id: `29:person-${number}`,
          name,
          aadObjectId: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`,
        },
        recipient: { id: `28:${to || 'bot'}`, name: 'Casa' },
        conversation: { id: conversation, conversationType: 'personal', tenantId: TENANT },
        channelData: { tenant: { id: TENANT } },
        locale,
      } satisfies Fields;
      /** Pasted pictures and files are fetched from the connector, with the bot's token. */
      const keepFile = (bytes: Buffer) => {
        const id = randomUUID();
        files.set(id, bytes);
        return `${serviceUrl}v3/attachments/${id}/views/original`;
      };
      const person = createTeamsPerson({
        name,
        conversation,
        about,
        chat,
        newId,
        post: (activity) => post(activity, {}, to),
        keepFile,
        changed,
      });
      people.push(person);
      return person;
    },
    close: () => server.close(),
  };
}
