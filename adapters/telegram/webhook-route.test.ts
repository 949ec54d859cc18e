import { fastify } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeIntent } from '#core/turns/intent-code.ts';
import { aTelegram } from './a-telegram.ts';
import { answerTap } from './answer-tap.ts';
import { setUpBot } from './set-up.ts';
import { type Hook, webhookRoute } from './webhook-route.ts';

const SECRET = 'a-secret_of_ours';
let telegram: Awaited<ReturnType<typeof aTelegram>>;
let server: ReturnType<typeof fastify>;
let received: unknown[];
let hook: Hook;

beforeEach(async () => {
  telegram = await aTelegram({ webhook: { firstRetryMs: 1 } });
  received = [];
  hook = { secret: SECRET, receive: async (update) => void received.push(update) };
  server = fastify();
  const hookOf = (account: string | undefined) => (account === undefined || account === 'second' ? hook : undefined);
  await server.register(webhookRoute({ path: '/webhooks/telegram', hookOf, log: telegram.log }));
  await server.register(webhookRoute({ path: '/webhooks/telegram/:account', hookOf, log: telegram.log }));
});
afterEach(async () => {
  await server.close();
  await telegram.close();
});

const post = (body: string, headers: Record<string, string> = {}, url = '/webhooks/telegram') =>
  server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET, ...headers },
    body,
  });

describe('webhookRoute', () => {
  it('answers 200 with nothing in it once the update is received', async () => {
    const answer = await post('{"update_id":7}');

    expect([answer.statusCode, answer.body]).toEqual([200, '']);
    expect(received).toEqual([{ update_id: 7 }]);
  });

  it.each([
    ['no', {}],
    ['an empty', { 'x-telegram-bot-api-secret-token': '' }],
    ['a shorter', { 'x-telegram-bot-api-secret-token': SECRET.slice(1) }],
    ['another', { 'x-telegram-bot-api-secret-token': SECRET.replace('a', 'b') }],
  ])('turns away who has %s secret, before looking at what is sent', async (_, headers) => {
    const url = '/webhooks/telegram';
    const bodies = ['{"update_id":7}', 'no JSON', 'x'.repeat(2_000_000)];

    for (const body of bodies) {
      const answer = await server.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'text/plain', ...headers },
        body,
      });
      expect([answer.statusCode, answer.body]).toEqual([401, '']);
    }
    expect(received).toEqual([]);
  });

  it('finds the bot by the path', async () => {
    expect((await post('{}', {}, '/webhooks/telegram/second')).statusCode).toBe(200);
    expect((await post('{}', {}, '/webhooks/telegram/third')).statusCode).toBe(404);
    expect(received).toEqual([{}]);
  });

  it.each(['', 'hello', '{"update_id":7', '\0'])('refuses %j, which is no JSON', async (body) => {
    expect((await post(body)).statusCode).toBe(400);
    expect(received).toEqual([]);
  });

  it('refuses what is too large', async () => {
    expect((await post(JSON.stringify({ text: 'x'.repeat(1024 * 1024) }))).statusCode).toBe(413);
  });

  it.each(['null', '[]', '42', '{"__proto__":{"a":1}}', '{"update_id":7,"constructor":{"prototype":1}}'])(
    'hands on %s, which is JSON',
    async (body) => {
      expect((await post(body)).statusCode).toBe(200);
      expect(received).toHaveLength(1);
    },
  );

  it('takes JSON whatever it is said to be', async () => {
    expect((await post('{}', { 'content-type': 'text/plain' })).statusCode).toBe(200);
  });

  it('gets an update again that could not be kept', async () => {
    let failures = 2;
    hook = {
      secret: SECRET,
      receive: async (update) => {
        failures -= 1;
        if (failures >= 0) throw new Error('the database is away');
        received.push(update);
      },
    };
    const root = await server.listen({ host: '127.0.0.1', port: 0 });
    const url = `${root}/webhooks/telegram`;
    const retry = { signal: new AbortController().signal, wait: async () => undefined, failed: () => undefined };

    await setUpBot(telegram.connection.api, { by: 'webhook', url, secret: SECRET }, retry);

    const statuses = () => telegram.standIn.journal.deliveries().map(({ status }) => status);
    await vi.waitFor(() => expect(statuses()).toEqual([503, 503, 200]));
    expect(received).toMatchObject([{ message: { text: '/start' } }]);
  });
});

describe('answerTap', () => {
  it('ends the wait on the button that was pressed', async () => {
    const { api } = telegram.connection;
    const data = encodeIntent({ to: 'goHome' });
    const { message_id: id } = await api.sendMessage(telegram.anna.id, 'Home?', {
      reply_markup: { inline_keyboard: [[{ text: 'Home', callback_data: data }]] },
    });
    telegram.anna.taps(id, 'Home');
    const updates: readonly unknown[] = await api.getUpdates();

    await answerTap(api, updates.at(-1));

    expect(telegram.chat.answers).toMatchObject([{ messageId: id, data, text: '' }]);
  });

  it('does not mind a press that is too old, or an update that is none', async () => {
    const { api } = telegram.connection;

    await answerTap(api, { update_id: 1, callback_query: { id: '42' } });
    for (const update of [undefined, null, {}, { callback_query: { id: 42 } }]) await answerTap(api, update);

    const calls = telegram.standIn.journal.calls('answerCallbackQuery');
    expect(calls.map(({ status }) => status)).toEqual([400]);
  });
});
