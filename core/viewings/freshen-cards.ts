import { CHANNELS } from '#core/chat/channels.ts';
import { oweScreen } from '#core/chat/owe-screen.ts';
import type { Clock } from '#core/clock.ts';
import type { Company } from '#core/company.ts';
import type { ChatId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import { viewingScreen } from './screens.ts';
import type { Viewing } from './viewing.ts';

type Needs = Pick<Kept, 'chats' | 'owed'> & { readonly clock: Clock };

/**
 * Brings a viewing's cards up to date without a sound, where the channel can change them; not the one in the chat that
 * is answered, `but`. One that is on its way is newer than what is there, and stays.
 */
export async function freshenCards(needs: Needs, company: Company, viewing: Viewing, but?: ChatId): Promise<void> {
  const screen = viewingScreen(viewing, { company, now: needs.clock.now() });
  for (const card of await needs.chats.viewingCards(viewing.id)) {
    if (card.id === but || !CHANNELS[card.channel].edits) continue;
    const first = { editsDelivery: card.delivery };
    await oweScreen(needs, card, screen, { rank: 'push', kind: 'screen', first, onlyEdits: true });
  }
}
