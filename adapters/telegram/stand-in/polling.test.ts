import { Bot } from 'grammy';
import { expect, test } from 'vitest';
import { aStandIn, refusal, TOKEN } from './a-stand-in.ts';

test('a bot that polls hears a person and answers', async () => {
  const { bot, ann, chat } = await aStandIn({ started: false });
  bot.command('start', (context) => context.reply(`Welcome ${context.match}`));
  void bot.start();

  ann.opens(undefined, 'code-1');

  expect(await chat.waitForMessage()).toMatchObject({ kind: 'text', text: 'Welcome code-1', from: 'bot' });
});

test('updates come again until a later offset confirms them', async () => {
  const { api, ann } = await aStandIn();
  ann.writes('two');

  const [first, second] = await api.getUpdates();
  const again = await api.getUpdates();
  const rest = await api.getUpdates({ offset: second?.update_id ?? 0 });
  const last = await api.getUpdates({ offset: -1 });

  expect(again).toHaveLength(2);
  expect(first?.message?.text).toBe('/start');
  expect(rest.map((update) => update.message?.text)).toEqual(['two']);
  expect(last).toHaveLength(1);
});

test('ids of updates rise by one and start where the bot was told', async () => {
  const { standIn } = await aStandIn();
  const other = standIn.addBot({ token: '77:other', firstUpdateId: 500 });
  const bob = standIn.person({ firstName: 'Bob' });

  bob.opens(other);
  bob.writes('hello');

  const { api } = new Bot('77:other', { client: { apiRoot: standIn.root } });
  expect((await api.getUpdates()).map((update) => update.update_id)).toEqual([500, 501]);
});

test('a waiting poll ends as soon as something happens', async () => {
  const { api, ann } = await aStandIn({ started: false });

  const poll = api.getUpdates({ timeout: 30 });
  ann.opens();

  expect(await poll).toHaveLength(1);
});

test('a second poller ends the first one with a conflict', async () => {
  const { standIn, api, ann } = await aStandIn({ started: false });
  const first = refusal(api.getUpdates({ timeout: 30 }));
  await api.getMe();

  const second = api.getUpdates({ timeout: 30 });

  expect(await first).toMatch(/^409 Conflict: terminated by other getUpdates request/);
  ann.opens();
  expect(await second).toHaveLength(1);
  expect(standIn.journal.calls('getUpdates').map((call) => call.status)).toEqual([409, 200]);
});

test('polling is refused while a webhook is set', async () => {
  const { api } = await aStandIn();
  await api.setWebhook('http://127.0.0.1:9/hook');

  expect(await refusal(api.getUpdates())).toMatch(/^409 Conflict: can't use getUpdates method while webhook is active/);

  await api.deleteWebhook();
  expect(await api.getUpdates()).toHaveLength(1);
});

test('only allowed kinds of updates are kept, until others are allowed', async () => {
  const { api, ann } = await aStandIn();
  await api.getUpdates({ allowed_updates: ['edited_message'], offset: -1 });

  const id = ann.writes('not heard');
  ann.edits(id, 'heard');

  const updates = await api.getUpdates();
  expect(updates.slice(1).map((update) => update.edited_message?.text)).toEqual(['heard']);
});

test('an unknown token is unauthorized and an unknown method not found', async () => {
  const { standIn, api } = await aStandIn();
  const stranger = new Bot('1:nobody', { client: { apiRoot: standIn.root } });

  expect(await refusal(stranger.api.getMe())).toBe('401 Unauthorized');
  expect(await (await fetch(`${standIn.root}/bot${TOKEN}/doMagic`)).json()).toEqual({
    ok: false,
    error_code: 404,
    description: 'Not Found',
  });
  expect((await api.getMe()).username).toBe('tesoro_bot');
});

test('a method takes its parameters by query, form and JSON alike and minds no case', async () => {
  const { standIn, ann, chat } = await aStandIn();
  const url = `${standIn.root}/bot${TOKEN}/SENDMESSAGE`;
  const form = new URLSearchParams({ chat_id: String(ann.id), text: 'by form' });

  await fetch(`${url}?chat_id=${ann.id}&text=by+query`);
  await fetch(url, { method: 'POST', body: form });
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: String(ann.id), text: 'by JSON', never_heard_of: 1 }),
  });

  const said = chat.messages().filter((message) => message.from === 'bot');
  expect(said.map((message) => message.text)).toEqual(['by query', 'by form', 'by JSON']);
});
