import { CHANNELS } from '#core/chat/channels.ts';
import type { Chat, Chats } from '#core/chat/chat.ts';
import { type Message, messagesOf } from '#core/chat/message.ts';
import type { Screen } from '#core/chat/screen.ts';
import type { Turn } from '#core/chat/turn.ts';

/** What was done on a message of ours changes that one; an answer to it is answered by itself. */
const isOnMessage = ({ is }: Turn['did']): boolean => is === 'pressed' || is === 'choseDates' || is === 'choseReasons';

/**
 * The message that an answer takes the place of, in the platform's terms: the pressed one where the answer is its new
 * state, or where both are menus. Undefined where the answer is a message of its own.
 */
export async function placeOf(
  chats: Pick<Chats, 'messageOn'>,
  { id, channel }: Pick<Chat, 'id' | 'channel'>,
  screen: Screen,
  { on, did }: Pick<Turn, 'on' | 'did'>,
): Promise<string | undefined> {
  if (on === undefined || !isOnMessage(did) || !CHANNELS[channel].edits) return undefined;
  if (screen.inPlace) return on;
  const pressed = screen.isMenu ? await chats.messageOn(id, on) : undefined;
  const [first] = messagesOf(screen, CHANNELS[channel]);
  return pressed?.isMenu && first && canBecome(pressed, first, CHANNELS[channel]) ? on : undefined;
}

const canBecome = (before: Message, after: Message, { addsPictures }: { readonly addsPictures: boolean }): boolean =>
  addsPictures || after.body.is !== 'album' || before.body.is === 'album';
