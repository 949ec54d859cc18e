import type { Day } from '#core/clock.ts';
import { addDays, dayOf, momentOf } from '#core/clock.ts';
import { hoursOn, type OfficeHours } from '#core/office-hours.ts';
import { DAYS_AHEAD } from '#core/viewings/wishes.ts';
import { type InTheWay, inTheWay, isThePresent, isTooSoon, type Search, type Slot, slotAt } from './time-for-wish.ts';

/** How many free times are offered at a glance, and the days of which all times are shown. */
const NEXT_TIMES = 6;
const DAYS_SHOWN = 3;

/** A time of a day, and what stands in its way. */
export type TimeOfDay = Slot & { readonly inTheWay?: InTheWay };

export type FreeTimes = {
  /** The next ones that are free, soonest first. */
  readonly next: readonly Slot[];
  /** The next days on which the office is open, each with the office's times for viewings. */
  readonly days: readonly { readonly date: Day; readonly times: readonly TimeOfDay[] }[];
};

/** When else a home can be shown: the office's own times for viewings on days when it is open; none of `but`. */
export function freeTimes(search: Search, hours: OfficeHours, but: readonly Date[]): FreeTimes {
  const days: { date: Day; times: readonly TimeOfDay[] }[] = [];
  const next: Slot[] = [];
  for (const { date, times } of openDays(search, hours)) {
    if (times.length > 0) days.push({ date, times });
    next.push(...freeOf(times, but));
    if (next.length >= NEXT_TIMES && days.length >= DAYS_SHOWN) break;
  }
  return { next: next.slice(0, NEXT_TIMES), days: days.slice(0, DAYS_SHOWN) };
}

/** The first time at which a home can be shown otherwise, but at none of `but`; undefined where none is free. */
export function nextFreeTime(search: Search, hours: OfficeHours, but: readonly Date[]): Slot | undefined {
  for (const { times } of openDays(search, hours)) {
    const [free] = freeOf(times, but);
    if (free) return free;
  }
  return undefined;
}

/** The days on which the office is open, from today on as far as anybody may wish, each worked out when it is come to. */
function* openDays(search: Search, hours: OfficeHours): Generator<FreeTimes['days'][number]> {
  const today = dayOf(search.now, search.timeZone);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const date = addDays(today, ahead);
    if (hoursOn(hours, date).length > 0) yield { date, times: timesOn(search, date) };
  }
}

const freeOf = (times: readonly TimeOfDay[], but: readonly Date[]): readonly Slot[] =>
  times.filter((time) => !time.inTheWay && isNone(but, time)).map(({ start, end }) => ({ start, end }));

const isNone = (but: readonly Date[], { start }: Slot): boolean =>
  !but.some((other) => other.getTime() === start.getTime());

function timesOn(search: Search, date: Day): readonly TimeOfDay[] {
  return [...new Set(Object.values(search.viewingTimes))]
    .toSorted()
    .map((time) => slotAt(search, momentOf(date, time, search.timeZone)))
    .filter((slot) => !isTooSoon(search, slot) && !isThePresent(search, slot))
    .map((slot) => {
      const other = inTheWay(search, slot);
      return { ...slot, ...(other ? { inTheWay: other } : {}) };
    });
}
