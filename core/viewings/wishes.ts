import type { Wish } from '#core/chat/wish.ts';
import type { Clock, Day } from '#core/clock.ts';
import { addDays, dayOf } from '#core/clock.ts';
import type { Company } from '#core/company.ts';

/** At most three dates, at most 90 days ahead (rule 15). */
export const MOST_WISHES = 3;
export const DAYS_AHEAD = 90;

/** The days that can be wished for, in the company's zone. */
export function window({ now }: { now: Date }, company: Company): { readonly first: Day; readonly last: Day } {
  const first = dayOf(now, company.timeZone);
  return { first, last: addDays(first, DAYS_AHEAD) };
}

export type Unfit = { readonly was: 'past' | 'tooFar' | 'duplicate' | 'tooMany'; readonly day: Day };

/** What is wrong with wishing for this day too; undefined where nothing is. */
export function unfit(day: Day, wishes: readonly Wish[], clock: Clock, company: Company): Unfit | undefined {
  const { first, last } = window({ now: clock.now() }, company);
  if (day < first) return { was: 'past', day };
  if (day > last) return { was: 'tooFar', day };
  if (wishes.some((wish) => wish.date === day)) return { was: 'duplicate', day };
  if (wishes.length >= MOST_WISHES) return { was: 'tooMany', day };
  return undefined;
}

export const inOrder = (wishes: readonly Wish[]): readonly Wish[] =>
  [...wishes].sort((a, b) => a.date.localeCompare(b.date));

/** The first of them that can't be wished for, beside those before it; undefined where all can. */
export function firstUnfit(wishes: readonly Wish[], clock: Clock, company: Company): Unfit | undefined {
  for (const [index, { date }] of wishes.entries()) {
    const wrong = unfit(date, wishes.slice(0, index), clock, company);
    if (wrong) return wrong;
  }
  return undefined;
}

/** As a line of the CRM says them. */
export const wishText = (wishes: readonly Wish[]): string =>
  wishes.map(({ date, partOfDay }) => (partOfDay === 'any' ? date : `${date} ${partOfDay}`)).join(', ');
