import type { Group } from './groups.ts';
import type { Offer } from './offer.ts';

/** The one group that a visible offer stands in (SPEC 3.1). */
export function groupOf(offer: Offer): Group {
  if (offer.status === 'approved' || offer.status === 'rejected') return offer.status;
  if (offer.visitedAt) return 'visited';
  return offer.status === 'interested' ? 'interested' : 'toRate';
}

/** Why an offer can't be judged or visited any more (rules 8, 12); undefined where it can. */
export type Closed = 'sold' | 'rented' | 'cancelled' | 'off_market' | 'dealWon' | 'dealLost';

export function closedBy(offer: Offer): Closed | undefined {
  const { status } = offer.property;
  if (status !== 'active' && status !== 'reserved') return status;
  if (offer.deal.status === 'won') return 'dealWon';
  if (offer.deal.status === 'lost') return 'dealLost';
  return undefined;
}

/** Whether no viewing of it can be asked for, while all else can. */
export const isReserved = (offer: Offer): boolean =>
  offer.property.status === 'reserved' && closedBy(offer) === undefined;

/** Whether the client's verdict can still change. */
export const canJudge = (offer: Offer): boolean => offer.status !== 'approved' && closedBy(offer) === undefined;
