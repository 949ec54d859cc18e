import type { Message } from '#core/chat/message.ts';
import { messagesOf } from '#core/chat/message.ts';
import type { Screen } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import { TRAITS } from '#core/chat/traits.ts';
import { homeChoice } from '#core/home/screens.ts';
import type { ContactId, OfferId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import { cardScreen } from './screens.ts';

/**
 * Brings the newest cards of an offer up to date in every chat of its deal, where the channel can edit (rule 12). One
 * that the contact may no longer see keeps what it showed, says so, and offers nothing.
 */
export async function refreshCards(
  kept: Pick<Kept, 'chats' | 'offers' | 'owed'>,
  contact: ContactId,
  id: OfferId,
): Promise<void> {
  const cards = (await kept.chats.cardsOf(id)).filter(({ channel }) => TRAITS[channel].edits);
  if (cards.length === 0) return;
  const offer = await kept.offers.find(contact, id);
  const now = offer && messagesOf(cardScreen(offer, await kept.offers.inSeveralDeals(contact)));
  for (const card of cards) {
    for (const message of now ?? messagesOf(withdrawnScreen(card.message))) {
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

function withdrawnScreen({ body }: Message): Screen {
  if (body.is !== 'card') return { blocks: [], choices: [] };
  const lines = body.card.lines.filter((line) => !('say' in line && line.say.startsWith('state.')));
  const card = { ...body.card, lines: [...lines, phrase('state.withdrawn')] };
  return { blocks: [{ is: 'card', card, choices: [homeChoice] }], choices: [] };
}
