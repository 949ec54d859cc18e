import type { ContactId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import { oweBetween } from './owe-screen.ts';
import type { DeliveryKind } from './owed.ts';
import type { Screen } from './screen.ts';

/** Owes a screen to every chat of the contact that listens; answers how many. */
export async function push(
  kept: Pick<Kept, 'chats' | 'owed'>,
  contact: ContactId,
  screen: Screen,
  kind: DeliveryKind,
): Promise<number> {
  const listening = await kept.chats.listening(contact);
  for (const chat of listening) await oweBetween(kept, chat, screen, { rank: 'push', kind });
  return listening.length;
}
