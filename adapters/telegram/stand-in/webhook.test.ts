import { fastify } from 'fastify';
import { webhookCallback } from 'grammy';
import type { Update } from 'grammy/types';
import { expect, onTestFinished, test } from 'vitest';
import { aStandIn, refusal } from './a-stand-in.ts';

const SECRET = 'a-secret_1';

/** A webhook that answers with what `on` says. */
async function aReceiver(on: (update: Update) => Promise<number | object> | number | object) {
  const server = fastify({ forceCloseConnections: true });
  const got: { update: Update; secret: unknown }[] = [];
  server.post<{ Body: Update }>('/', async (request, reply) => {
    got.push({ update: request.body, secret: request.headers['x-telegram-bot-api-secret-token'] });
    const answer = await on(request.body);
    return typeof answer === 'number' ? reply.code(answer).send() : reply.send(answer);
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return { url, got, texts: () => got.map(({ update }) => update.message?.text) };
}

test('grammY answers through a webhook with its secret', async () => {
  const { standIn, bot, ann, chat } = await aStandIn({ started: false });
  bot.on('message', (context) => context.reply('heard'));
  const server = fastify();
  server.post('/', webhookCallback(bot, 'fastify', { secretToken: SECRET }));
  onTestFinished(() => server.close());
  await bot.api.setWebhook(await server.listen({ host: '127.0.0.1', port: 0 }), { secret_token: SECRET });

  ann.opens();

  await chat.waitForMessage((message) => message.text === 'heard');
  await standIn.waitFor(() => standIn.journal.deliveries().length === 1);
  expect(standIn.journal.deliveries()).toMatchObject([{ status: 200, attempt: 1, chatId: ann.id }]);
  expect((await bot.api.getWebhookInfo()).pending_update_count).toBe(0);
});

test('updates that waited are delivered once a webhook is set, each with the secret', async () => {
  const { standIn, api, ann } = await aStandIn();
  ann.writes('two');
  const receiver = await aReceiver(() => 200);

  await api.setWebhook(receiver.url, { secret_token: SECRET });

  await standIn.waitFor(() => receiver.got.length === 2);
  expect(receiver.texts()).toEqual(['/start', 'two']);
  expect(receiver.got.map(({ secret }) => secret)).toEqual([SECRET, SECRET]);
});

test('a refused update comes again, and later ones of that chat wait for it', async () => {
  const { standIn, api, ann } = await aStandIn({ started: false, webhook: { firstRetryMs: 5 } });
  let refusals = 2;
  const receiver = await aReceiver(() => {
    refusals -= 1;
    return refusals >= 0 ? 503 : 200;
  });
  await api.setWebhook(receiver.url);

  ann.opens();
  ann.writes('two');

  await standIn.waitFor(() => standIn.bot().updates.count === 0);
  expect(receiver.texts()).toEqual(['/start', '/start', '/start', 'two']);
  expect(standIn.journal.deliveries().map(({ status, attempt }) => [status, attempt])).toEqual([
    [503, 1],
    [503, 2],
    [200, 3],
    [200, 1],
  ]);
});

test('what goes wrong is told in getWebhookInfo', async () => {
  const { standIn, api } = await aStandIn({ webhook: { firstRetryMs: 60_000 } });
  const receiver = await aReceiver(() => 500);

  await api.setWebhook(receiver.url, { max_connections: 7, allowed_updates: ['message'] });

  await standIn.waitFor(() => standIn.journal.deliveries().length === 1);
  expect(await api.getWebhookInfo()).toMatchObject({
    url: receiver.url,
    max_connections: 7,
    allowed_updates: ['message'],
    pending_update_count: 1,
    last_error_message: 'Wrong response from the webhook: 500',
  });
});

test('a webhook that is silent for too long gets the update again', async () => {
  const { standIn, api } = await aStandIn({ webhook: { timeoutMs: 30, firstRetryMs: 5 } });
  let silent = true;
  const receiver = await aReceiver(() => {
    if (!silent) return 200;
    silent = false;
    return new Promise(() => undefined);
  });

  await api.setWebhook(receiver.url);

  await standIn.waitFor(() => standIn.bot().updates.count === 0);
  expect(receiver.got).toHaveLength(2);
  expect(standIn.journal.deliveries()[0]).toMatchObject({ status: 0, problem: 'Read timeout expired' });
});

test('one chat waits for its answer while another one is served', async () => {
  const { standIn, api, ann } = await aStandIn({ started: false });
  const bob = standIn.person({ firstName: 'Bob' });
  const release = Promise.withResolvers<number>();
  const receiver = await aReceiver((update) => (update.message?.from.id === ann.id ? release.promise : 200));
  await api.setWebhook(receiver.url);

  ann.opens();
  ann.writes('ann waits');
  bob.opens();
  bob.writes('bob does not');

  await standIn.waitFor(() => receiver.texts().includes('bob does not') && standIn.journal.deliveries().length === 2);
  expect(receiver.texts()).not.toContain('ann waits');
  release.resolve(200);
  await standIn.waitFor(() => standIn.bot().updates.count === 0);
  expect(receiver.texts()).toContain('ann waits');
});

test('no more chats are served at once than max_connections allows', async () => {
  const { standIn, api } = await aStandIn({ started: false });
  let busy = 0;
  let most = 0;
  const receiver = await aReceiver(async () => {
    busy += 1;
    most = Math.max(most, busy);
    await api.getMe();
    busy -= 1;
    return 200;
  });
  await api.setWebhook(receiver.url, { max_connections: 2 });

  for (let index = 0; index < 8; index += 1) standIn.person({ firstName: `P${index}` }).opens();

  await standIn.waitFor(() => standIn.bot().updates.count === 0);
  expect(receiver.got).toHaveLength(8);
  expect(most).toBe(2);
});

test('a method in the answer of the webhook is called', async () => {
  const { api, ann, chat } = await aStandIn();
  const receiver = await aReceiver(() => ({ method: 'sendMessage', chat_id: ann.id, text: 'in the answer' }));

  await api.setWebhook(receiver.url);

  expect((await chat.waitForMessage()).text).toBe('in the answer');
});

test('a secret that is too long or has other letters is refused, and so is an address that is none', async () => {
  const { api } = await aStandIn();

  expect(await refusal(api.setWebhook('http://127.0.0.1:9', { secret_token: 'a b' }))).toBe(
    '400 Bad Request: secret token contains unallowed characters',
  );
  expect(await refusal(api.setWebhook('http://127.0.0.1:9', { secret_token: 'a'.repeat(257) }))).toBe(
    '400 Bad Request: secret token is too long',
  );
  expect(await refusal(api.setWebhook('ftp://127.0.0.1'))).toMatch(/^400 Bad Request: bad webhook/);
});

test('pending updates are dropped where the bot asks for it', async () => {
  const { api } = await aStandIn();

  await api.deleteWebhook({ drop_pending_updates: true });

  expect((await api.getWebhookInfo()).pending_update_count).toBe(0);
});
