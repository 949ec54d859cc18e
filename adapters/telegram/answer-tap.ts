import type { Api } from 'grammy';
import { fieldsIn, textIn } from '#core/fields.ts';

/**
 * Stops the wait that Telegram shows on a pressed button. Done at once and past the queue; may be lost, and is
 * "too old" for a press that waited for us.
 */
export async function answerTap(api: Api, update: unknown): Promise<void> {
  const id = textIn(fieldsIn(update, 'callback_query'), 'id');
  if (id === undefined) return;
  await api.answerCallbackQuery(id).catch(() => undefined);
}
