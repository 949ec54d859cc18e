import type { ByClient } from '#core/by.ts';
import type { Clock } from '#core/clock.ts';
import type { OfferId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import { closedBy } from './group-of.ts';
import type { Offer } from './offer.ts';
import { offerLine } from './offer-line.ts';

/** Opens the details; the first time makes a proposed offer `pending` (SPEC 3.1) and tells the CRM. Undefined where missing. */
export async function openProperty(
  { offers, timeline, clock }: Pick<Kept, 'offers' | 'timeline'> & { readonly clock: Clock },
  by: ByClient,
  id: OfferId,
): Promise<Offer | undefined> {
  const offer = await offers.find(by.contact, id);
  if (offer?.status !== 'proposed' || closedBy(offer)) return offer;
  await Promise.all([
    offers.change(id, { status: 'pending', openedAt: clock.now() }),
    timeline.add(by, offerLine(offer, 'property_opened', 'Opened'), {
      event: 'deal_property.status_changed',
      record: id,
      previous: { status: offer.status },
    }),
  ]);
  return { ...offer, status: 'pending' };
}
