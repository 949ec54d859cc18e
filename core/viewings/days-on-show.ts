import type { SeveralDays } from '#core/chat/screen.ts';
import type { PartOfDay } from '#core/chat/text.ts';
import type { Clock, Day } from '#core/clock.ts';
import { addDays, dayOf, momentOf } from '#core/clock.ts';
import type { Company } from '#core/company.ts';
import { PARTS } from './viewing-times.ts';
import { window } from './wishes.ts';

const WEEK = 7;
const SATURDAY = 6;
const WORKING_DAYS = 3;

/**
 * The days that are shown to be chosen from, in the company's zone: today only while a part of it is still to come, and in
 * a list from tomorrow on. One that is typed may be any of the window.
 */
export function daysOnShow(
  clock: Clock,
  company: Company,
  days: 'grid' | 'form' | 'list',
): { readonly first: Day; readonly last: Day } {
  const now = clock.now();
  const { first: today, last } = window({ now }, company);
  const hasMore = now < momentOf(today, PARTS.evening.from, company.timeZone);
  return { first: days !== 'list' && hasMore ? today : addDays(today, 1), last };
}

/** Which days go together, from tomorrow on. */
export function severalDays(clock: Clock, company: Company): readonly SeveralDays[] {
  const from = addDays(dayOf(clock.now(), company.timeZone), 1);
  return (['mornings', 'afternoons', 'weekend'] as const).map((are) => ({ are, days: severalFrom(are, from) }));
}

/** The next of them from that day on: three working days, or a Saturday with its Sunday. */
export function severalFrom(are: SeveralDays['are'], from: Day): readonly Day[] {
  const days = Array.from({ length: WEEK + 1 }, (_, ahead) => addDays(from, ahead));
  if (are !== 'weekend') return days.filter((day) => weekdayOf(day) % SATURDAY !== 0).slice(0, WORKING_DAYS);
  const saturday = days.find((day) => weekdayOf(day) === SATURDAY) ?? from;
  return [saturday, addDays(saturday, 1)];
}

/** The part of the day that goes with them. */
export const PART_OF_SEVERAL: Readonly<Record<SeveralDays['are'], PartOfDay>> = {
  ...{ mornings: 'morning', afternoons: 'afternoon', weekend: 'any' },
};

/** 0 (Sunday) to 6. */
const weekdayOf = (day: Day): number => new Date(`${day}T12:00:00Z`).getUTCDay();
