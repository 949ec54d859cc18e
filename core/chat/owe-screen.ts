import type { ViewingId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import { CHANNELS } from './channels.ts';
import type { Chat, Pressable, SentCard } from './chat.ts';
import { formerCard } from './former-card.ts';
import { type Message, messagesOf } from './message.ts';
import type { OwedMessage } from './owed.ts';
import { pressablesOf } from './pressables-of.ts';
import type { Screen } from './screen.ts';

/**
 * How a screen comes; `first`: what its first message takes the place of, or carries. `onlyEdits`: it changes that one,
 * or nothing comes.
 */
type How = Pick<OwedMessage, 'rank' | 'kind' | 'isGathered' | 'nothingGathers'> & {
  readonly first?: Pick<OwedMessage, 'edits' | 'editsDelivery' | 'about'>;
  readonly onlyEdits?: true;
};

type Needs = Pick<Kept, 'owed' | 'chats'>;
type Place = Pick<Chat, 'id' | 'channel'>;

/** Owes a screen to a chat, in the messages that its channel takes; answers all that can be pressed in them. */
export async function oweScreen(kept: Needs, chat: Place, screen: Screen, how: How): Promise<readonly Pressable[]> {
  const { rank, kind, isGathered, nothingGathers, first, onlyEdits } = how;
  const former = screen.of && (await formerOf(kept, chat, screen.of.viewing));
  const isSame =
    former !== undefined && (first?.edits === former.platformId || first?.editsDelivery === former.delivery);
  const messages = messagesOf(screen, CHANNELS[chat.channel]).map((message) => ({
    ...(isSame ? keepingFile(message, former) : message),
    ...(onlyEdits ? { onlyEdits } : {}),
  }));
  for (const [index, message] of messages.entries()) {
    const shows = message.body.is === 'card' ? { shows: message.body.card.offer } : {};
    const card = screen.of && index === 0 ? { showsViewing: screen.of.viewing } : {};
    const gathered = isGathered && messages.length === 1 ? { isGathered } : {};
    // The first of them has looked.
    const about = { rank, kind, ...gathered, ...(nothingGathers || index > 0 ? { nothingGathers: true } : {}) };
    await kept.owed.message({ chat: chat.id, message, ...about, ...(index === 0 ? first : {}), ...shows, ...card });
  }
  if (former && screen.of && !isSame) {
    const message = formerCard(former.message, screen, CHANNELS[chat.channel]);
    const place = { chat: chat.id, editsDelivery: former.delivery };
    await kept.owed.message({ ...place, message, rank, kind: 'screen', nothingGathers: true });
  }
  return pressablesOf(messages);
}

/** The card that was the newest until now, where the channel can change it; what waited to be sent gives way. */
async function formerOf({ owed, chats }: Needs, { id, channel }: Place, viewing: ViewingId) {
  await owed.dropCards(id, viewing);
  return CHANNELS[channel].edits ? chats.viewingCard(id, viewing) : undefined;
}

/** A message that is a file's stays one, whatever it says. */
function keepingFile(message: Message, { message: { body: former } }: SentCard): Message {
  const { body } = message;
  return body.is === 'event' && former.is === 'event' && former.isFile
    ? { ...message, body: { ...body, isFile: true } }
    : message;
}

/** Owes one that nobody asked for here: what it offers can be pressed by typing beside the last answer (rule 23). */
export async function oweBetween(
  kept: Needs,
  chat: Pick<Chat, 'id' | 'channel' | 'shown'>,
  screen: Screen,
  how: How,
): Promise<void> {
  const push = await oweScreen(kept, chat, screen, how);
  await kept.chats.change(chat.id, { shown: { ...chat.shown, push } });
}
