import type { ByClient } from '#core/by.ts';
import type { OfferId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import type { Offer } from './offer.ts';
import { offerLine } from './offer-line.ts';

/** Adds to or removes from the favourites, whatever the status; a second time changes nothing (rule 13). Undefined where missing. */
export async function markFavourite(
  { offers, timeline }: Pick<Kept, 'offers' | 'timeline'>,
  by: ByClient,
  id: OfferId,
  favourite: boolean,
): Promise<Offer | undefined> {
  const offer = await offers.find(by.contact, id);
  if (!offer || offer.favourite === favourite) return offer;
  await Promise.all([
    offers.change(id, { favourite }),
    timeline.add(
      by,
      favourite
        ? offerLine(offer, 'favourite_added', 'Added to favourites:')
        : offerLine(offer, 'favourite_removed', 'Removed from favourites:'),
    ),
  ]);
  return { ...offer, favourite };
}
