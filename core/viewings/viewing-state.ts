import { dayOf } from '#core/clock.ts';
import type { Viewing } from './viewing.ts';
import type { ViewingLook } from './viewing-look.ts';

/** What a card tells apart: a request with a time offered, a viewing on its day, one that the reader called off. */
export type ViewingState =
  | 'pending'
  | 'offered'
  | 'confirmed'
  | 'today'
  | 'declined'
  | 'cancelled'
  | 'givenUp'
  | 'completed';

export function stateOf(viewing: Viewing, look: ViewingLook): ViewingState {
  switch (viewing.status) {
    case 'pending':
      return viewing.proposedStart ? 'offered' : 'pending';
    case 'confirmed':
      return daysUntil(viewing, look) === 0 ? 'today' : 'confirmed';
    case 'rejected':
      return 'declined';
    case 'cancelled':
      return isBy(viewing, look.reader) ? 'givenUp' : 'cancelled';
    case 'completed':
      return 'completed';
  }
}

/** Whether this client changed it last. */
const isBy = ({ changed }: Viewing, reader: string | undefined): boolean =>
  changed !== null && changed.by.id === null && changed.by.name === reader;

/** Days from today until its own, in the company's zone; 0 on it, less after it. Undefined where no time is agreed. */
export function daysUntil({ start }: Viewing, { now, company }: ViewingLook): number | undefined {
  if (!start) return undefined;
  const [today, day] = [now, start].map((each) => Date.parse(`${dayOf(each, company.timeZone)}T00:00:00Z`));
  return today === undefined || day === undefined ? undefined : Math.round((day - today) / DAY_MS);
}
const DAY_MS = 24 * 60 * 60 * 1000;

/** Directions open so long before a confirmed viewing (rule 18, T). */
const OPEN_HOURS = 48;

export const directionsOpenAt = (start: Date): Date => new Date(start.getTime() - OPEN_HOURS * 60 * 60 * 1000);

/** When the way there is told; undefined where there is no time, or nothing is known of the place. */
export function directionsAt({ status, start, street, property }: Viewing): Date | undefined {
  const isKnown = property.point !== null || street !== null || property.city !== null;
  return status === 'confirmed' && start && isKnown ? directionsOpenAt(start) : undefined;
}

export function hasDirections(viewing: Viewing, { now }: ViewingLook): boolean {
  const at = directionsAt(viewing);
  return at !== undefined && now >= at;
}

/** Whether it can be begun: from its calendar day on, in the company's zone (rule 21). */
export function canStart(viewing: Viewing, look: ViewingLook): boolean {
  const days = daysUntil(viewing, look);
  return viewing.status === 'confirmed' && days !== undefined && days <= 0;
}
