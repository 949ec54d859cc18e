import { expect, it } from 'vitest';
import { accountPages } from '#adapters/account-pages/account-pages.ts';
import { problemOf } from '#adapters/crm-api/errors.ts';
import { createWords } from '#adapters/phrases/create-words.ts';
import { NoRoom } from '#core/no-room.ts';
import type { Store } from '#core/store.ts';
import { createLogger } from './create-logger.ts';
import { createMetrics } from './metrics.ts';
import { createRefusals } from './refusals.ts';
import { createServer } from './server.ts';

const coded = (code: string) => Object.assign(new Error('no'), { code });

const WITHOUT_ROOM: readonly (readonly [what: string, error: Error])[] = [
  ['the embedded database without room', new NoRoom('full')],
  ['a full disk of the server', coded('53100')],
  ['a database that its hoster made read-only', coded('25006')],
  ['a full disk, as the query builder tells it', new Error('Failed query', { cause: coded('53100') })],
  ['a full folder of media', coded('ENOSPC')],
  ['a quota', coded('EDQUOT')],
];
const ready = () => Promise.reject(new Error('nobody asks'));
const refusals = createRefusals({ words: createWords(), officeName: async () => ({ name: 'Casa', language: 'en' }) });

it.each(WITHOUT_ROOM)('says "not now" at every door: %s', async (_what, error) => {
  const server = createServer({ log: createLogger('silent'), metrics: createMetrics(), ready, refusals });
  server.get('/door', () => Promise.reject(error));

  expect((await server.inject('/door')).statusCode).toBe(503);
  expect(problemOf(error).status).toBe(503);
  await server.close();
});

/** The pages below /account, whose every look at the database fails so. */
async function pagesThatFail(error: Error) {
  const server = createServer({ log: createLogger('silent'), metrics: createMetrics(), ready, refusals });
  const failing = () => Promise.reject(error);
  const routing = { officeOfPage: failing, officeOfInvite: failing };
  const store: Store = { transaction: () => Promise.reject(error) };
  const clock = { now: () => new Date() };
  const passwords = { hash: async () => '', matches: async () => false };
  const words = createWords();
  const media = { get: failing };
  const secretKey = 'x'.repeat(32);
  await server.register(
    accountPages({ store, routing, media, passwords, words, clock, newToken: () => 'a-token', secretKey }),
  );
  return server;
}

it.each(WITHOUT_ROOM)('says it on a page in the language of the reader: %s', async (_what, error) => {
  const server = await pagesThatFail(error);
  const headers = { 'accept-language': 'ca,nl-BE;q=0.8,en;q=0.5' };

  const answer = await server.inject({ url: '/account/a-token', headers });

  expect(answer.statusCode).toBe(503);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  expect(answer.body).toContain('<html lang="nl">');
  expect(answer.body).toContain('Er is niets opgeslagen.');
  await server.close();
});

it('answers whatever else goes wrong on an account page with a page', async () => {
  const server = await pagesThatFail(new Error('broken'));
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const asked = [
    [500, { url: '/account/a-token' }],
    [404, { url: '/account/a-token/more' }],
    [404, { url: '/account' }],
    [404, { method: 'PUT', url: '/account/a-token' }],
    [413, { method: 'POST', url: '/account/a-token', headers: form, payload: 'x'.repeat(9000) }],
    [415, { method: 'POST', url: '/account/a-token', headers: { 'content-type': 'image/png' }, payload: 'x' }],
    [400, { method: 'POST', url: '/account/a-token', headers: { 'content-type': 'application/json' }, payload: '{' }],
  ] as const;

  for (const [status, request] of asked) {
    const answer = await server.inject(request);
    expect([request.url, answer.statusCode]).toEqual([request.url, status]);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toMatch(/^<!doctype html>/);
  }
  expect((await server.inject('/elsewhere')).json()).toEqual({ error: 'There is nothing here' });
  await server.close();
});
