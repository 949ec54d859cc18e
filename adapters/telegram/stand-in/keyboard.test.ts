import { InlineKeyboard, Keyboard } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import { expect, test } from 'vitest';
import { aStandIn, refusal } from './a-stand-in.ts';

async function aChatWithButtons() {
  const { api, ann, chat, standIn } = await aStandIn();
  const sends = (buttons: readonly (readonly InlineKeyboardButton[])[]) =>
    refusal(api.sendMessage(ann.id, 'x', { reply_markup: { inline_keyboard: buttons.map((row) => [...row]) } }));
  return { api, ann, chat, standIn, sends };
}

test('callback data has 1 to 64 bytes, not characters', async () => {
  const { sends } = await aChatWithButtons();
  const button = (callback_data: string) => [[{ text: 'x', callback_data }]];

  expect(await sends(button('a'.repeat(64)))).toBe('accepted');
  expect(await sends(button('a'.repeat(65)))).toBe('400 Bad Request: BUTTON_DATA_INVALID');
  expect(await sends(button('ж'.repeat(33)))).toBe('400 Bad Request: BUTTON_DATA_INVALID');
  expect(await sends(button(''))).toBe('400 Bad Request: BUTTON_DATA_INVALID');
});

test('a button has a text and exactly one action', async () => {
  const { sends } = await aChatWithButtons();

  expect(await sends([[{ text: ' ', callback_data: 'a' }]])).toMatch(/text must be non-empty/);
  expect(await sends([[{ text: 'x' } as InlineKeyboardButton]])).toMatch(/Text buttons are unallowed/);
  expect(await sends([[{ text: 'x', callback_data: 'a', url: 'https://a.example' } as InlineKeyboardButton]])).toMatch(
    /Exactly one of the optional fields/,
  );
});

test('a link of a button leads to a web or tg address', async () => {
  const { sends } = await aChatWithButtons();
  const link = (url: string) => sends([[{ text: 'x', url }]]);

  expect(await link('https://a.example/x')).toBe('accepted');
  expect(await link('tg://user?id=1')).toBe('accepted');
  expect(await link('http://127.0.0.1:8080/x')).toBe('accepted');
  expect(await link('javascript:alert(1)')).toMatch(/^400 Bad Request: inline keyboard button URL .* is invalid/);
  expect(await link('somewhere')).toMatch(/^400 Bad Request: inline keyboard button URL .* is invalid/);
});

test('a keyboard has at most 100 buttons, 8 in a row', async () => {
  const { sends } = await aChatWithButtons();
  const row = (length: number) => Array.from({ length }, () => ({ text: 'x', callback_data: 'a' }));

  expect(await sends(Array.from({ length: 12 }, () => row(8)))).toBe('accepted');
  expect(await sends(Array.from({ length: 13 }, () => row(8)))).toBe('400 Bad Request: reply markup is too long');
  expect(await sends([row(9)])).toBe('400 Bad Request: reply markup is too long');
});

test('a person presses what is there now, by text or by data', async () => {
  const { api, ann, chat } = await aChatWithButtons();
  const reply_markup = new InlineKeyboard().text('Yes', 'y').text('No', 'n').row().url('Map', 'https://map.example');
  const { message_id } = await api.sendMessage(ann.id, 'Sure?', { reply_markup });

  ann.taps(message_id, 'Yes');
  ann.taps(message_id, 'n');

  const updates = await api.getUpdates();
  const presses = updates.flatMap((update) => update.callback_query ?? []);
  expect(presses.map((press) => press.data)).toEqual(['y', 'n']);
  expect(presses[0]?.message).toMatchObject({ message_id, text: 'Sure?', reply_markup });
  expect(chat.last().buttons).toEqual([
    [
      { text: 'Yes', data: 'y' },
      { text: 'No', data: 'n' },
    ],
    [{ text: 'Map', url: 'https://map.example' }],
  ]);
  expect(() => ann.taps(message_id, 'Maybe')).toThrow('has no button "Maybe" to press; it has: Yes, No, Map');
  expect(() => ann.taps(message_id, 'Map')).toThrow('no button "Map" to press');
});

test('a forged press reaches the bot although no such button or message is there', async () => {
  const { api, ann } = await aChatWithButtons();

  ann.forges(999, 'anything');

  const updates = await api.getUpdates({ offset: -1 });
  expect(updates[0]?.callback_query).toMatchObject({ data: 'anything', message: { message_id: 999, date: 0 } });
});

test('a reply keyboard stays until it is taken away', async () => {
  const { api, ann, chat } = await aChatWithButtons();

  await api.sendMessage(ann.id, 'Your number?', { reply_markup: new Keyboard().requestContact('Share').text('No') });
  await api.sendMessage(ann.id, 'Well?');
  const shown = chat.keyboard;
  await api.sendMessage(ann.id, 'Thanks', { reply_markup: { remove_keyboard: true } });

  expect(shown).toEqual([[{ text: 'Share', request_contact: true }, { text: 'No' }]]);
  expect(chat.keyboard).toEqual([]);
});
