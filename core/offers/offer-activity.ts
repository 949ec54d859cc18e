import type { Channel } from '#core/chat/channels.ts';
import type { ActingClient } from '#core/chat/chat.ts';
import type { Activity, ActivityType } from '#core/timeline.ts';
import type { Offer } from './offer.ts';

/** What a client did with an offer, for the timelines of the contact and the deal. */
export const offerActivity = (
  client: ActingClient,
  channel: Channel,
  offer: Offer,
  type: ActivityType,
  deed: string,
): Activity => ({
  type,
  contact: client.contact,
  deal: offer.deal.id,
  property: offer.property.id,
  title: `${deed} ${offer.property.name} (${offer.property.reference})`,
  channel,
  actor: { kind: 'client', id: client.contact, name: client.name },
});
