import { CHANNELS } from '#core/chat/channels.ts';
import type { ShownCard } from '#core/chat/chat.ts';
import type { Message } from '#core/chat/message.ts';
import { oweScreen } from '#core/chat/owe-screen.ts';
import { line, type Screen } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import type { Company } from '#core/company.ts';
import { homeChoice } from '#core/home/screens.ts';
import type { OfferId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import { lookFor } from './look.ts';
import { cardScreen } from './screens.ts';

/**
 * Brings the newest cards of an offer up to date in every chat of its deal, where the channel can edit (rule 12), each
 * as whoever it was shown to sees it. One that they may no longer see keeps what it showed, says so, and offers nothing.
 */
export async function refreshCards(
  kept: Pick<Kept, 'chats' | 'offers' | 'owed'>,
  company: Pick<Company, 'timeZone'>,
  id: OfferId,
): Promise<void> {
  const cards = (await kept.chats.cardsOf(id)).filter(({ channel }) => CHANNELS[channel].edits);
  for (const card of cards) {
    const screen = (await cardFor(kept, company, card, id)) ?? withdrawnScreen(card.message);
    await oweScreen(kept, card, screen, { rank: 'push', kind: 'screen', first: { editsDelivery: card.delivery } });
  }
}

async function cardFor(
  kept: Pick<Kept, 'offers'>,
  company: Pick<Company, 'timeZone'>,
  { contact, channel }: ShownCard,
  id: OfferId,
): Promise<Screen | undefined> {
  const offer = await kept.offers.find(contact, id);
  return offer && cardScreen(offer, await lookFor(kept, contact, company, channel));
}

function withdrawnScreen({ body }: Message): Screen {
  if (body.is !== 'card') return { blocks: [], choices: [] };
  const card = { ...body.card, lines: [line(phrase('state.withdrawn'), 'notice'), line(body.card.name)] };
  return { blocks: [{ is: 'card', card, choices: [homeChoice] }], choices: [] };
}
