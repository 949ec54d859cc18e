import type { Api } from 'grammy';
import { fieldsIn, textIn } from '#core/fields.ts';
import { NOTICE_LENGTH } from './limits.ts';

/**
 * Stops the wait that Telegram shows on a pressed button. Done at once and past the queue; may be lost, and is
 * "too old" for a press that waited for us. `notice`: what is shown for a moment above the chat.
 */
export async function answerTap(api: Api, update: unknown, notice?: string): Promise<void> {
  const id = textIn(fieldsIn(update, 'callback_query'), 'id');
  if (id === undefined) return;
  await api
    .answerCallbackQuery(id, notice === undefined ? {} : { text: notice.slice(0, NOTICE_LENGTH) })
    .catch(() => undefined);
}
