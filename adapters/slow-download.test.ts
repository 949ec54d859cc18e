import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Client, Message } from 'whatsapp-web.js';
import type { Fetched } from '#core/media.ts';
import { createTeamsFiles } from './teams/fetch-file.ts';
import { connectTelegram } from './telegram/connect-telegram.ts';
import { createTelegramFiles } from './telegram/fetch-file.ts';
import { createCloudFiles } from './whatsapp/cloud/fetch-file.ts';
import { createFetchMedia } from './whatsapp/web/worker/fetch-media.ts';

/** Shorter than between two bytes no line is given up; longer than the whole it is. */
const DRIP_MS = 20;
const DEADLINE = { downloadMs: 150 };

let dripsFrom = 0;
let asked = 0;
let root = '';
let given = Promise.resolve();
/** A platform whose answers come a byte at a time without end, from the nth on. */
const server = createServer((request, response) => {
  asked += 1;
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json' });
  const file = { file_path: 'photo.jpg', url: `${root}/media` };
  if (asked < dripsFrom) return void response.end(JSON.stringify({ ok: true, result: file, ...file }));
  const dripping = setInterval(() => response.write(' '), DRIP_MS);
  given = new Promise((resolve) => {
    response.once('close', () => {
      clearInterval(dripping);
      resolve();
    });
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function fromTelegram(): Promise<Fetched> {
  const { api, close } = connectTelegram({ token: '123:abc', apiRoot: root });
  const fetched = await createTelegramFiles({ api, token: '123:abc', apiRoot: root, ...DEADLINE })('x', 'chat');
  await close();
  return fetched;
}
const fromMeta = () => createCloudFiles({ accessToken: 'x', apiRoot: root, ...DEADLINE })('1', 'chat');
const fromTeams = () =>
  createTeamsFiles({ serviceHosts: [new URL(root).host], token: async () => 'x', ...DEADLINE })(`${root}/file`, 'chat');

it.each<[string, number, () => Promise<Fetched>]>([
  ['a file of Telegram', 2, fromTelegram],
  ['what Meta says of a file', 1, fromMeta],
  ['a file of Meta', 2, fromMeta],
  ['a file in Teams', 1, fromTeams],
])('%s that never ends is given up as a whole, and its line let go', async (_, nth, fetchFile) => {
  dripsFrom = nth;

  expect(await fetchFile()).toMatchObject({ was: 'failed' });

  expect(asked).toBe(nth);
  await given;
});

it('a file that never ends in the page of WhatsApp Web keeps no other one back', async () => {
  const endless = { rawData: {}, downloadMedia: () => new Promise(() => {}) };
  const quick = { rawData: {}, downloadMedia: async () => ({ data: Buffer.from('photo').toString('base64') }) };
  const page = {
    getMessageById: async (id: string) => (id.endsWith('endless') ? endless : quick) as unknown as Message,
  } satisfies Pick<Client, 'getMessageById'>;
  const files = createFetchMedia(page, DEADLINE.downloadMs);

  const [first, second] = await Promise.all([files.fetch('endless', 'chat'), files.fetch('quick', 'chat')]);

  expect(first).toMatchObject({ was: 'failed' });
  expect(second).toMatchObject({ was: 'fetched' });
});
