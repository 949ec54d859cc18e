import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import Fastify from 'fastify';
import { sha256 } from '#adapters/hashes.ts';
import { prepareLogo } from '#adapters/media/prepare-logo.ts';
import { phones } from '#adapters/phones/phones.ts';
import { createWords } from '#adapters/phrases/create-words.ts';
import type { AccountKind } from '#core/crm/channel-accounts.ts';
import type { CrmApiNeeds } from './create-crm-api.ts';
import { createCrmApi } from './create-crm-api.ts';

/** An answer of the API, as tests look at it. */
type Answered = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies as a stranger would
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
};
export type Request = { readonly body?: unknown; readonly headers?: Record<string, string> };
export type Asker = (
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  request?: Request,
) => Promise<Answered>;

/** What the routes for records take; the others need a whole house, and are tested in one. */
type Given = Pick<CrmApiNeeds, 'store' | 'routing' | 'clock' | 'media' | 'preparePhoto' | 'newId' | 'mostRequests'>;

const unasked = () => {
  throw new Error('this API has no house around it');
};
const REST: Omit<CrmApiNeeds, keyof Given> = {
  words: createWords(),
  phones,
  prepareLogo,
  passwords: { hash: unasked, matches: unasked },
  newPassword: unasked,
  newCode: unasked,
  newToken: unasked,
  pageUrl: unasked,
  goUrl: unasked,
  invitations: {
    clock: { now: () => new Date() },
    words: createWords(),
    newToken: () => randomUUID(),
    pageUrl: (page) => `https://office.test/crm/${page}`,
  },
  newSecret: unasked,
  newKey: () => {
    const key = randomUUID();
    return { key, hash: sha256(key) };
  },
  mayCall: unasked,
  shred: unasked,
  channelAccounts: { kinds: [], seal: unasked, stateOf: unasked, check: unasked, publicUrl: unasked },
  queue: unasked,
};

/** What an office gives of a bot, where a test asks of no more. */
const A_BOT: AccountKind = {
  channel: 'telegram',
  transport: 'bot_api',
  title: 'Telegram',
  own: { fields: { bot_token: { pattern: '.', is: 'its token' } }, externalIdOf: unasked, isCalled: true },
};

/** An API that describes itself, and has nothing behind it. */
export async function aDescribedApi(app: FastifyInstance): Promise<FastifyInstance> {
  const bare = {
    routing: { companyOfApiKey: unasked },
    store: { transaction: unasked },
    clock: { now: () => new Date() },
  };
  const files = { put: unasked, get: unasked, remove: unasked };
  const channelAccounts = { ...REST.channelAccounts, kinds: [A_BOT] };
  const needs = { ...REST, ...bare, channelAccounts, media: files, preparePhoto: unasked, newId: unasked };
  await app.register(createCrmApi(needs));
  await app.ready();
  return app;
}

/** A running API, asked over HTTP's own words. `as` asks with a key; paths are below /api/v1 unless they begin with /api. */
export async function aCrmApi(needs: Given) {
  const app = Fastify({ logger: false });
  await app.register(createCrmApi({ ...REST, ...needs }));
  await app.ready();
  const as =
    (key: string | undefined): Asker =>
    async (method, path, { body, headers = {} } = {}) => {
      const options: InjectOptions = {
        method,
        url: path.startsWith('/api') ? path : `/api/v1${path}`,
        headers: { ...(key ? { 'x-api-key': key } : {}), ...headers },
        ...(body === undefined ? {} : { payload: body as NonNullable<InjectOptions['payload']> }),
      };
      const response = await app.inject(options);
      return {
        status: response.statusCode,
        body: isJson(response.headers['content-type']) ? response.json() : response.body,
        headers: response.headers,
        bytes: response.rawPayload,
      };
    };
  return { app, as };
}

const isJson = (type: unknown) => typeof type === 'string' && type.includes('json');

/** Files as a multipart body. */
export function multipart(files: readonly { field?: string; name: string; data: Uint8Array }[]): Request {
  const boundary = 'cut-here';
  const parts = files.flatMap(({ field = 'photos', name, data }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(data),
    Buffer.from('\r\n'),
  ]);
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
