import { CHANNELS } from '#core/chat/channels.ts';
import type { Message } from '#core/chat/message.ts';
import { oweScreen } from '#core/chat/owe-screen.ts';
import { line, type Screen } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import type { Company } from '#core/company.ts';
import { homeChoice } from '#core/home/screens.ts';
import type { ContactId, OfferId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
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
  const now = new Map<ContactId, Screen | undefined>();
  for (const { contact } of cards) if (!now.has(contact)) now.set(contact, await cardFor(kept, company, contact, id));
  for (const card of cards) {
    const screen = now.get(card.contact) ?? withdrawnScreen(card.message);
    await oweScreen(kept, card, screen, { rank: 'push', kind: 'screen', first: { editsDelivery: card.delivery } });
  }
}

async function cardFor(
  { offers }: Pick<Kept, 'offers'>,
  { timeZone }: Pick<Company, 'timeZone'>,
  contact: ContactId,
  id: OfferId,
): Promise<Screen | undefined> {
  const offer = await offers.find(contact, id);
  return offer && cardScreen(offer, { severalDeals: await offers.inSeveralDeals(contact), zone: timeZone });
}

function withdrawnScreen({ body }: Message): Screen {
  if (body.is !== 'card') return { blocks: [], choices: [] };
  const card = { ...body.card, lines: [line(phrase('state.withdrawn'), 'notice'), line(body.card.name)] };
  return { blocks: [{ is: 'card', card, choices: [homeChoice] }], choices: [] };
}
