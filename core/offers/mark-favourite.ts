import type { Channel } from '#core/chat/channels.ts';
import type { ActingClient } from '#core/chat/chat.ts';
import type { OfferId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import type { Offer } from './offer.ts';
import { offerActivity } from './offer-activity.ts';

/** Adds to or removes from the favourites, whatever the status; a second time changes nothing (rule 13). Undefined where missing. */
export async function markFavourite(
  { offers, timeline }: Pick<Kept, 'offers' | 'timeline'>,
  client: ActingClient,
  channel: Channel,
  id: OfferId,
  favourite: boolean,
): Promise<Offer | undefined> {
  const offer = await offers.find(client.contact, id);
  if (!offer || offer.favourite === favourite) return offer;
  await Promise.all([
    offers.change(id, { favourite }),
    timeline.add(
      favourite
        ? offerActivity(client, channel, offer, 'favourite_added', 'Added to favourites:')
        : offerActivity(client, channel, offer, 'favourite_removed', 'Removed from favourites:'),
    ),
  ]);
  return { ...offer, favourite };
}
