import type { ActivityType, Line } from '#core/timeline.ts';
import type { Offer } from './offer.ts';

/** What was done with an offer, as a line for the agent. */
export const offerLine = ({ deal, property }: Offer, type: ActivityType, deed: string): Line => ({
  type,
  deal: deal.id,
  property: property.id,
  title: `${deed} ${property.name} (${property.reference})`,
});
