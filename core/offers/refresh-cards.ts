import { messagesOf } from '#core/chat/message.ts';
import type { ContactId, OfferId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import { cardScreen } from './screens.ts';

/** Brings the newest card of an offer up to date in every chat of the contact, where the channel can edit (rule 12). */
export async function refreshCards(
  kept: Pick<Kept, 'chats' | 'offers' | 'owed'>,
  contact: ContactId,
  id: OfferId,
): Promise<void> {
  const cards = await kept.chats.cardsOf(id);
  if (cards.length === 0) return;
  const offer = await kept.offers.find(contact, id);
  if (!offer) return;
  const screen = cardScreen(offer, await kept.offers.inSeveralDeals(contact));
  for (const card of cards) {
    for (const message of messagesOf(screen)) {
      await kept.owed.message({
        chat: card.id,
        message,
        rank: 'push',
        kind: 'screen',
        editsDelivery: card.delivery,
        shows: id,
      });
    }
  }
}
