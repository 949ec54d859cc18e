import type { ByClient } from '#core/by.ts';
import type { Wish } from '#core/chat/wish.ts';
import type { Clock } from '#core/clock.ts';
import type { Company } from '#core/company.ts';
import type { Offer } from '#core/offers/offer.ts';
import { offerLine } from '#core/offers/offer-line.ts';
import type { Kept } from '#core/store.ts';
import type { Viewing } from './viewing.ts';
import type { Unfit } from './wishes.ts';
import { firstUnfit, inOrder, wishText } from './wishes.ts';

type Needs = Pick<Kept, 'viewings' | 'timeline'> & { readonly clock: Clock };
export type Requested =
  | { readonly was: 'requested'; readonly viewing: Viewing }
  /** One is open for the same deal property: here it is (rule 16). */
  | { readonly was: 'already'; readonly viewing: Viewing }
  | Unfit;

/** Asks for a viewing of an offer on 1 to 3 days: one meeting, one activity. */
export async function requestViewing(
  { viewings, timeline, clock }: Needs,
  by: ByClient,
  company: Company,
  offer: Offer,
  wishes: readonly Wish[],
): Promise<Requested> {
  const wrong = firstUnfit(wishes, clock, company);
  if (wrong) return wrong;
  const wanted = {
    offer: offer.id,
    deal: offer.deal.id,
    property: offer.property.id,
    contact: by.contact,
    wishes: inOrder(wishes),
  };
  const viewing = await viewings.request(wanted, clock.now());
  if (!viewing) {
    const open = await viewings.ongoingOf(offer.deal.id, offer.property.id);
    if (!open) throw new Error('a viewing was open, and is not any more: the turn is tried again');
    return { was: 'already', viewing: open };
  }
  await timeline.add(
    by,
    {
      ...offerLine(offer, 'viewing_requested', 'Asked for a viewing of'),
      viewing: viewing.id,
      text: wishText(wanted.wishes),
    },
    { event: 'meeting.created', record: viewing.id },
  );
  return { was: 'requested', viewing };
}
