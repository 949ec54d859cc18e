import { expect, test } from 'vitest';
import { aStandIn, refusal } from './a-stand-in.ts';

test('a text may have 4096 characters after its markup is parsed, and no more', async () => {
  const { api, ann } = await aStandIn();
  const longest = `<b>${'x'.repeat(4096)}</b>`;

  await api.sendMessage(ann.id, longest, { parse_mode: 'HTML' });

  expect(await refusal(api.sendMessage(ann.id, 'x'.repeat(4097)))).toBe('400 Bad Request: message is too long');
  // A face is two UTF-16 units.
  expect(await refusal(api.sendMessage(ann.id, '😀'.repeat(2049)))).toBe('400 Bad Request: message is too long');
});

test('an empty text is refused', async () => {
  const { api, ann } = await aStandIn();

  expect(await refusal(api.sendMessage(ann.id, ''))).toBe('400 Bad Request: message text is empty');
  expect(await refusal(api.sendMessage(ann.id, ' \n '))).toBe('400 Bad Request: text must be non-empty');
});

test('markup becomes entities and is shown as safe HTML', async () => {
  const { api, ann, chat } = await aStandIn();

  const sent = await api.sendMessage(ann.id, '  <b>Home &amp; <i>garden</i></b> <a href="https://a.example">here</a>', {
    parse_mode: 'HTML',
  });

  expect(sent.entities).toEqual([
    { type: 'bold', offset: 0, length: 13 },
    { type: 'italic', offset: 7, length: 6 },
    { type: 'text_link', offset: 14, length: 4, url: 'https://a.example' },
  ]);
  expect(chat.last()).toMatchObject({
    text: 'Home & garden here',
    html: '<b>Home &amp; <i>garden</i></b> <a href="https://a.example">here</a>',
  });
});

test('broken markup is refused with the reason', async () => {
  const { api, ann } = await aStandIn();
  const html = (text: string) => refusal(api.sendMessage(ann.id, text, { parse_mode: 'HTML' }));
  const prefix = "400 Bad Request: can't parse entities: ";

  expect(await html('a < b')).toBe(`${prefix}Unsupported start tag "" at byte offset 2`);
  expect(await html('ü <h1>x</h1>')).toBe(`${prefix}Unsupported start tag "h1" at byte offset 3`);
  expect(await html('<b>x')).toBe(`${prefix}Can't find end tag corresponding to start tag "b"`);
  expect(await html('<b><i>x</b></i>')).toBe(
    `${prefix}Unmatched end tag at byte offset 7, expected "</i>", found "</b>"`,
  );
  expect(await html('x</b>')).toBe(`${prefix}Unexpected end tag at byte offset 1`);
  expect(await html('<a href="x')).toBe(`${prefix}Unclosed start tag "a" at byte offset 0`);
  expect(await html('<b')).toBe(`${prefix}Unclosed start tag at byte offset 0`);
  expect(await html('<span>x</span>')).toBe(`${prefix}Tag "span" must have class "tg-spoiler" at byte offset 0`);
});

test('parse modes the stand-in does not know are refused, not ignored', async () => {
  const { api, ann } = await aStandIn();

  expect(await refusal(api.sendMessage(ann.id, '*x*', { parse_mode: 'MarkdownV2' }))).toMatch(/parses HTML only/);
  expect(await refusal(api.raw.sendMessage({ chat_id: ann.id, text: 'x', parse_mode: 'RTF' as 'HTML' }))).toBe(
    '400 Bad Request: unsupported parse_mode',
  );
});

test('nobody is written to before they spoke, after they blocked the bot, or without existing', async () => {
  const { standIn, api, ann } = await aStandIn();
  const bob = standIn.person({ firstName: 'Bob' });
  ann.blocks();

  expect(await refusal(api.sendMessage(bob.id, 'x'))).toBe(
    "403 Forbidden: bot can't initiate conversation with a user",
  );
  expect(await refusal(api.sendMessage(ann.id, 'x'))).toBe('403 Forbidden: bot was blocked by the user');
  expect(await refusal(api.sendMessage(42, 'x'))).toBe('400 Bad Request: chat not found');
  expect(await refusal(api.sendMessage('@nobody', 'x'))).toBe('400 Bad Request: chat not found');
  expect(await refusal(api.sendMessage('', 'x'))).toBe('400 Bad Request: chat_id is empty');

  ann.opens();
  expect(await refusal(api.sendMessage(ann.id, 'x'))).toBe('accepted');
});

test('a bot learns that it was blocked and let in again', async () => {
  const { api, ann } = await aStandIn();

  ann.blocks();
  ann.opens();

  const updates = await api.getUpdates();
  expect(updates.flatMap((update) => update.my_chat_member?.new_chat_member.status ?? [])).toEqual([
    'kicked',
    'member',
  ]);
});

test('links, commands and addresses in a text are found', async () => {
  const { api, ann } = await aStandIn();

  const sent = await api.sendMessage(ann.id, 'See https://a.example/x, mail me@a.example or /help');

  expect(sent.entities?.map(({ type, offset, length }) => [type, sent.text.slice(offset, offset + length)])).toEqual([
    ['url', 'https://a.example/x'],
    ['email', 'me@a.example'],
    ['bot_command', '/help'],
  ]);
});

test('a reply names its message, which must be there', async () => {
  const { api, ann, chat } = await aStandIn();
  const id = ann.writes('question');

  const sent = await api.sendMessage(ann.id, 'answer', { reply_parameters: { message_id: id } });

  expect(sent.reply_to_message?.text).toBe('question');
  expect(chat.last().replyTo).toBe(id);
  expect(await refusal(api.sendMessage(ann.id, 'x', { reply_parameters: { message_id: 999 } }))).toBe(
    '400 Bad Request: message to be replied not found',
  );
});

test('a place needs a position, a venue its title and address', async () => {
  const { api, ann, chat } = await aStandIn();

  await api.sendVenue(ann.id, 41.9, 12.5, 'Flat 3', 'Via Roma 1');
  await api.sendLocation(ann.id, 41.9, 12.5);

  const [venue, location] = chat.messages().slice(1);
  expect(venue).toMatchObject({ kind: 'venue', title: 'Flat 3', address: 'Via Roma 1', place: { latitude: 41.9 } });
  expect(location).toMatchObject({ kind: 'location', place: { longitude: 12.5 } });
  expect(await refusal(api.sendVenue(ann.id, 41.9, 12.5, '', 'x'))).toBe(
    '400 Bad Request: parameter "title" is required',
  );
  expect(await refusal(api.sendLocation(ann.id, 141, 12))).toBe('400 Bad Request: wrong location specified');
});

test('what the bot is doing shows until its next message', async () => {
  const { api, ann, chat } = await aStandIn();

  await api.sendChatAction(ann.id, 'typing');
  const doing = chat.action;
  await api.sendMessage(ann.id, 'done');

  expect(doing).toBe('typing');
  expect(chat.action).toBeUndefined();
  expect(await refusal(api.sendChatAction(ann.id, 'dancing' as 'typing'))).toBe(
    '400 Bad Request: wrong parameter action in request',
  );
});
