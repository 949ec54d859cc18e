import type { Kept } from '#core/store.ts';
import { CHANNELS } from './channels.ts';
import type { Chat, Pressable } from './chat.ts';
import { messagesOf } from './message.ts';
import type { OwedMessage } from './owed.ts';
import { pressablesOf } from './pressables-of.ts';
import type { Screen } from './screen.ts';

/** How a screen comes; `first`: what its first message takes the place of, or carries. */
type How = Pick<OwedMessage, 'rank' | 'kind' | 'isGathered' | 'nothingGathers'> & {
  readonly first?: Pick<OwedMessage, 'edits' | 'editsDelivery' | 'about'>;
};

/** Owes a screen to a chat, in the messages that its channel takes; answers all that can be pressed in them. */
export async function oweScreen(
  { owed }: Pick<Kept, 'owed'>,
  chat: Pick<Chat, 'id' | 'channel'>,
  screen: Screen,
  { rank, kind, isGathered, nothingGathers, first }: How,
): Promise<readonly Pressable[]> {
  const messages = messagesOf(screen, CHANNELS[chat.channel]);
  for (const [index, message] of messages.entries()) {
    const shows = message.body.is === 'card' ? { shows: message.body.card.offer } : {};
    const gathered = isGathered && messages.length === 1 ? { isGathered } : {};
    // The first of them has looked.
    const about = { rank, kind, ...gathered, ...(nothingGathers || index > 0 ? { nothingGathers: true } : {}) };
    await owed.message({ chat: chat.id, message, ...about, ...(index === 0 ? first : {}), ...shows });
  }
  return pressablesOf(messages);
}

/** Owes one that nobody asked for here: what it offers can be pressed by typing beside the last answer (rule 23). */
export async function oweBetween(
  { chats, owed }: Pick<Kept, 'chats' | 'owed'>,
  chat: Pick<Chat, 'id' | 'channel' | 'shown'>,
  screen: Screen,
  how: How,
): Promise<void> {
  const push = await oweScreen({ owed }, chat, screen, how);
  await chats.change(chat.id, { shown: { ...chat.shown, push } });
}
