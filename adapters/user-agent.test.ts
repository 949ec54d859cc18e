import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { CompanyId, MediaId } from '#core/ids.ts';
import { USER_AGENT } from '#core/user-agent.ts';
import { createS3Store } from './media/create-s3-store.ts';
import { createBotConnection } from './teams/bot-connection.ts';
import { createTeamsFiles } from './teams/fetch-file.ts';
import { createTokenSource } from './teams/token-source.ts';
import { connectTelegram } from './telegram/connect-telegram.ts';
import { createTelegramFiles } from './telegram/fetch-file.ts';
import { createWebhookSender } from './webhooks/create-webhook-sender.ts';
import { seal } from './webhooks/seal.ts';
import { createCloudClient } from './whatsapp/cloud/client.ts';
import { createCloudFiles } from './whatsapp/cloud/fetch-file.ts';

const KEY = 'k'.repeat(32);
const TOKEN = '123:abc';
const COMPANY = '01890000-0000-7000-8000-000000000001' as CompanyId;
const MEDIA = '01890000-0000-7000-8000-000000000002' as MediaId;

const said: { readonly path: string; readonly agent: string | undefined }[] = [];
let drips = false;
let root = '';
const server = createServer((request, response) => {
  said.push({ path: request.url ?? '', agent: request.headers['user-agent'] });
  request.resume();
  // Headers at once, and then never all of it.
  if (drips) return void response.writeHead(200, { 'content-type': 'application/json' }).write('{');
  const file = { file_path: 'photo.jpg', url: `${root}/media`, access_token: 'x', expires_in: 3600, id: 'x' };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, result: file, messages: [{ id: 'wamid.x' }], ...file }));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  said.length = 0;
  drips = false;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('names the version that this is', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));

  expect(USER_AGENT).toBe(`TesoroChat/${version}`);
});

it.each<[string, number, () => Promise<unknown>]>([
  ['a message and a file by the Cloud API', 3, sendByCloud],
  ['a file from Meta', 2, () => createCloudFiles({ accessToken: 'x', apiRoot: root })('1', 'photo')],
  ['a call and a file of Telegram', 2, fetchFromTelegram],
  ['a poll of Telegram', 1, pollTelegram],
  ['a token for Teams', 1, () => createTokenSource({ appId: 'x', password: 'x', loginUrl: root })()],
  ['a file from Teams', 1, fetchFromTeams],
  ['a message in Teams', 1, sendInTeams],
  ['a webhook', 1, () => sender().send(hook())],
  ['calls of a bucket', 6, useBucket],
])('says who calls: %s', async (_what, calls, call) => {
  await call();

  expect(said.map(({ agent }) => agent)).toEqual(Array(calls).fill(USER_AGENT));
});

it('gives a webhook and a message up whose answer never ends', async () => {
  drips = true;
  const called = sender(300).send(hook());
  const message = createCloudClient({ phoneNumberId: '1', accessToken: 'x', apiRoot: root }, 300).send({ to: '1' });

  // Its status came, and that is all that counts.
  await expect(called).resolves.toMatchObject({ was: 'taken' });
  await expect(message).resolves.toMatchObject({ failed: { is: 'cut' } });
});

it('knows that a message with a header which cannot be has not left', async () => {
  const client = createCloudClient({ phoneNumberId: '1', accessToken: 'x\ny', apiRoot: root });

  expect(await client.send({ to: '1' })).toMatchObject({ failed: { is: 'unsent' } });
  expect(said).toEqual([]);
});

async function sendByCloud() {
  const client = createCloudClient({ phoneNumberId: '1', accessToken: 'x', apiRoot: root });
  await client.send({ to: '1' });
  await client.upload({ data: new Uint8Array([1]), mime: 'image/jpeg' });
  await client.displayNumber();
  await client.close();
}

async function fetchFromTelegram() {
  const { api, close } = connectTelegram({ token: TOKEN, apiRoot: root });
  await createTelegramFiles({ api, token: TOKEN, apiRoot: root })('x', 'photo');
  await close();
}

async function pollTelegram() {
  const { getUpdates, close } = connectTelegram({ token: TOKEN, apiRoot: root });
  await getUpdates({}, new AbortController().signal);
  await close();
}

function fetchFromTeams() {
  const files = createTeamsFiles({ serviceHosts: [new URL(root).host], token: async () => 'x' });
  return files(`${root}/file`, 'photo');
}

function sendInTeams() {
  const bot = createBotConnection({ appId: '', openIdUrl: root, issuer: 'x', token: async () => 'x' });
  const reference = { conversation: { id: 'x' }, bot: { id: 'x' }, channelId: 'msteams', serviceUrl: `${root}/teams/` };
  return bot.send(reference, { type: 'message' });
}

const sender = (patienceMs?: number) =>
  createWebhookSender({
    secretKey: KEY,
    clock: { now: () => new Date() },
    egressAllow: [{ host: '127.0.0.1', port: Number(new URL(root).port) }],
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
const hook = () => ({ id: 'x', url: root, secret: seal('whsec_eA==', KEY), payload: {}, attempts: 1 });

async function useBucket() {
  const access = { region: 'x', accessKeyId: 'x', secretAccessKey: 'x', sessionToken: undefined };
  const store = createS3Store({ bucketUrl: `${root}/bucket`, prefix: '', ...access });
  await store.put(COMPANY, MEDIA, 'card', { data: new Uint8Array([1]), mime: 'image/jpeg' });
  await store.get(COMPANY, MEDIA, 'card');
  await store.remove(COMPANY, MEDIA);
}
