import type { ContactId, OfferId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import type { Pressable } from './chat.ts';
import type { Message } from './message.ts';
import { messagesOf, pressesOf } from './message.ts';
import type { DeliveryKind } from './owed.ts';
import type { Screen } from './screen.ts';

/** Owes a screen to every chat of the contact that listens; answers how many. What it offers can then be pressed by typing too (rule 23). */
export async function push(
  { chats, owed }: Pick<Kept, 'chats' | 'owed'>,
  contact: ContactId,
  screen: Screen,
  kind: DeliveryKind,
): Promise<number> {
  const listening = await chats.listening(contact);
  const messages = messagesOf(screen);
  for (const chat of listening) {
    for (const message of messages)
      await owed.message({ chat: chat.id, message, rank: 'push', kind, ...showing(message) });
    await chats.change(chat.id, { shown: { ...chat.shown, push: pressablesOf(messages) } });
  }
  return listening.length;
}

/** All that can be pressed in an answer or push, with the numbers that typing uses. */
export const pressablesOf = (messages: readonly Message[]): readonly Pressable[] =>
  messages.flatMap((message) =>
    pressesOf(message).map(({ label, intent }, index) => ({
      number: message.from + index,
      label,
      intent,
      ...(message.body.is === 'card' ? { of: message.body.card.title } : {}),
    })),
  );

/** The offer whose card a message shows, for bringing that card up to date later. */
export const showing = (message: Message): { shows?: OfferId } =>
  message.body.is === 'card' ? { shows: message.body.card.offer } : {};
