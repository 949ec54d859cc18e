import { InlineKeyboard } from 'grammy';
import { expect, test } from 'vitest';
import { aStandIn, refusal } from './a-stand-in.ts';

const TOO_OLD = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';

async function aPress(options?: Parameters<typeof aStandIn>[0]) {
  const all = await aStandIn(options);
  const reply_markup = new InlineKeyboard().text('Yes', 'y');
  const { message_id } = await all.api.sendMessage(all.ann.id, 'Sure?', { reply_markup });
  return { ...all, message_id, queryId: all.ann.taps(message_id, 'Yes') };
}

test('the person sees what a press is answered with', async () => {
  const { api, chat, queryId, message_id } = await aPress();

  await api.answerCallbackQuery(queryId, { text: 'Noted', show_alert: true });

  expect(chat.answers).toMatchObject([{ queryId, messageId: message_id, data: 'y', text: 'Noted', alert: true }]);
});

test('a press must be answered within 15 seconds', async () => {
  let now = Date.now();
  const { api, queryId } = await aPress({ now: () => now });

  now += 15_001;

  expect(await refusal(api.answerCallbackQuery(queryId))).toBe(TOO_OLD);
});

test('a press that never was cannot be answered', async () => {
  const { api } = await aPress();

  expect(await refusal(api.answerCallbackQuery('12345'))).toBe(TOO_OLD);
});

test('an answer has at most 200 characters', async () => {
  const { api, queryId } = await aPress();

  expect(await refusal(api.answerCallbackQuery(queryId, { text: 'x'.repeat(201) }))).toBe(
    '400 Bad Request: MESSAGE_TOO_LONG',
  );
});
