import { InlineKeyboard } from 'grammy';
import { expect, test } from 'vitest';
import { aPicture, aStandIn } from './a-stand-in.ts';

async function aPage() {
  const all = await aStandIn({ started: false, allowOrigin: 'http://127.0.0.1:1' });
  const call = async (path: string, body?: object) => {
    const answer = await fetch(`${all.standIn.root}/stand-in${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return { ...all, call };
}

test('a page lets somebody chat: open, press, send a photo, and see', async () => {
  const { standIn, bot, call } = await aPage();
  bot.command('start', (context) => context.reply('Hi', { reply_markup: new InlineKeyboard().text('Yes', 'y') }));
  bot.on('callback_query', (context) => context.editMessageText('You said yes'));
  void bot.start();

  const { body: eve } = await call('/people', { firstName: 'Eve', languageCode: 'de' });
  const chat = `/chats/tesoro_bot/${eve.id}`;
  await call(`${chat}/opens`, { payload: 'x' });
  const shown = await standIn.chat('tesoro_bot', Number(eve.id)).waitForMessage();
  const { body: pressed } = await call(`${chat}/taps`, { messageId: shown.id, button: 'Yes' });
  const { body: photo } = await call(`${chat}/sendsPhoto`, { base64: aPicture().toString('base64'), caption: 'Me' });
  await standIn.chat('tesoro_bot', Number(eve.id)).waitForMessage((message) => message.edited);

  expect(pressed.result).toEqual(expect.any(String));
  expect((await call(chat)).body.messages).toMatchObject([
    { from: 'person', text: '/start x' },
    { id: shown.id, text: 'You said yes', edited: true },
    { id: photo.result, from: 'person', kind: 'photo', text: 'Me' },
  ]);
});

test('a page is told why something cannot be done', async () => {
  const { ann, call } = await aPage();

  expect(await call(`/chats/tesoro_bot/${ann.id}/taps`, { messageId: 1, button: 'x' })).toEqual({
    status: 400,
    body: { error: 'message 1 has no button "x" to press; it has: none' },
  });
  expect((await call(`/chats/tesoro_bot/${ann.id}/dances`, {})).status).toBe(404);
  expect((await call('/chats/other_bot/1')).status).toBe(400);
});

test('a stream tells the page of every change in its chat', async () => {
  const { standIn, api, ann } = await aPage();
  const closed = new AbortController();
  const stream = await fetch(`${standIn.root}/stand-in/events?person=${ann.id}`, { signal: closed.signal });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();

  ann.opens();
  await api.sendMessage(ann.id, 'x');
  let heard = '';
  while (heard.split('event: change').length < 3) heard += (await reader?.read())?.value ?? '';
  closed.abort();

  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  expect(stream.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:1');
  expect(heard).toContain(`{"bot":123456,"person":${ann.id},"what":"message"}`);
});
