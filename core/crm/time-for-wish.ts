import type { PartOfDay } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import { dayOf, momentOf } from '#core/clock.ts';
import type { PropertyId, UserId, ViewingId } from '#core/ids.ts';
import { remembered } from '#core/remembered.ts';
import { PARTS, type ViewingTimes } from '#core/viewings/viewing-times.ts';
import type { Taken } from './diary.ts';

/** Nobody is asked to be at a home sooner than in an hour. */
const LEAD_MS = 60 * 60_000;
const QUARTER = 15;

/** The viewing that a time is looked for, and all that a time has to fit. */
export type Search = {
  readonly now: Date;
  /** IANA; all times of day are in it. */
  readonly timeZone: string;
  readonly viewingTimes: ViewingTimes;
  /** Between two viewings of the same user. */
  readonly gapMinutes: number;
  readonly viewing: {
    readonly id: ViewingId;
    readonly owner: UserId | null;
    readonly property: { readonly id: PropertyId; readonly city: string | null };
    /** How long it takes. */
    readonly minutes: number;
    /** When it is agreed for; null where it is not. */
    readonly start: Date | null;
  };
  readonly taken: readonly Taken[];
};

export type Slot = { readonly start: Date; readonly end: Date };

/** What stands in the way of a time. */
export type InTheWay =
  /** Its owner shows another home, in another town. */
  | { readonly was: 'elsewhere'; readonly city: string; readonly viewing: ViewingId }
  /** Its owner shows another home. */
  | { readonly was: 'showing'; readonly property: string; readonly viewing: ViewingId }
  /** Somebody else views the same home. */
  | { readonly was: 'homeTaken'; readonly viewing: ViewingId };

export type Suggested =
  | ({ readonly was: 'free' } & Slot)
  | InTheWay
  /** The day is past. */
  | { readonly was: 'past' }
  /** That part of the day has no free time left. */
  | { readonly was: 'noTime'; readonly part: PartOfDay };

/** A wish, and the time that fits it. */
export type WishTime = Wish & { readonly suggested: Suggested };

/**
 * The time at which to show a home as it was wished for, or why there is none: the office's own time for that part of the
 * day where it is free, else the next free quarter of an hour after it, else the nearest before it. Every door that names a
 * time asks here.
 *
 * @example
 * timeForWish(search, { date: '2026-12-02', partOfDay: 'morning' }); // { was: 'free', start: 10:00, end: 10:45 }
 */
export function timeForWish(search: Search, wish: Wish): Suggested {
  const { now, timeZone, viewing } = search;
  if (wish.date < dayOf(now, timeZone)) return { was: 'past' };
  let first: InTheWay | undefined;
  for (const time of timesOfDayFor(wish, search.viewingTimes[wish.partOfDay], viewing.minutes)) {
    const slot = slotAt(search, momentOf(wish.date, time, timeZone));
    if (isTooSoon(search, slot) || isThePresent(search, slot)) continue;
    const other = inTheWay(search, slot);
    if (!other) return { was: 'free', ...slot };
    first ??= other;
  }
  return first ?? { was: 'noTime', part: wish.partOfDay };
}

/** The viewing at this time, as long as it takes. */
export const slotAt = ({ viewing }: Search, start: Date): Slot => ({
  start,
  end: new Date(start.getTime() + viewing.minutes * 60_000),
});

export const isTooSoon = ({ now }: Search, { start }: Slot): boolean => start.getTime() < now.getTime() + LEAD_MS;

/** Whether it is the very time that is to be changed. */
export const isThePresent = ({ viewing }: Search, { start }: Slot): boolean =>
  viewing.start?.getTime() === start.getTime();

/** The first agreed viewing that this time does not go with; undefined where it is free. */
export function inTheWay({ viewing, gapMinutes, taken }: Search, slot: Slot): InTheWay | undefined {
  const { owner, property } = viewing;
  for (const other of taken) {
    if (other.viewing === viewing.id) continue;
    const isSameHome = other.property.id === property.id;
    if (isSameHome && isWithin(slot, other, 0)) return { was: 'homeTaken', viewing: other.viewing };
    if (owner === null || other.owner !== owner || !isWithin(slot, other, gapMinutes)) continue;
    const { city, name } = other.property;
    if (city && property.city && city !== property.city) return { was: 'elsewhere', city, viewing: other.viewing };
    return { was: 'showing', property: name, viewing: other.viewing };
  }
  return undefined;
}

/** Whether less than so many minutes lie between the two. */
const isWithin = (one: Slot, other: Slot, minutes: number) =>
  one.start.getTime() < other.end.getTime() + minutes * 60_000 &&
  other.start.getTime() < one.end.getTime() + minutes * 60_000;

const MOST_KNOWN = 1000;

/** The times of day that fit the wish, the best first, `HH:MM`; worked out once, since most wish for the same few parts. */
const timesOfDayFor = remembered(
  ({ partOfDay, from, to }: Wish, best: string, minutes: number): readonly string[] => {
    const part = PARTS[partOfDay];
    const first = minuteOf(from ?? part.from);
    // Whoever names an end wants to be done by then; who leaves less than the viewing takes means when to begin.
    const last = to === undefined ? minuteOf(part.before) - 1 : Math.max(minuteOf(to) - minutes, first);
    const wanted = minuteOf(best);
    const isOwn = from === undefined && to === undefined;
    const fits = (minute: number) => first <= minute && minute <= last;
    const quarters = Array.from({ length: (24 * 60) / QUARTER }, (_, index) => index * QUARTER).filter(fits);
    const begins = [...new Set([...(isOwn || fits(wanted) ? [wanted] : []), ...(from ? [first] : []), ...quarters])];
    const distance = (minute: number) => (minute >= wanted ? minute - wanted : 24 * 60 + wanted - minute);
    return begins.toSorted((one, other) => distance(one) - distance(other)).map(timeOf);
  },
  ({ partOfDay, from, to }, best, minutes) => [partOfDay, from, to, best, minutes].join(),
  MOST_KNOWN,
);

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
