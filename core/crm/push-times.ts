import type { Day } from '#core/clock.ts';
import { addDays, dayOf, momentOf } from '#core/clock.ts';
import type { Company } from '#core/company.ts';

type Hours = Pick<Company, 'timeZone' | 'quietHours' | 'offerBundleTimes'>;

/** When the quiet hours that hold at this moment end; undefined where none hold (rule 14). */
export function endOfQuiet({ quietHours, timeZone }: Hours, now: Date): Date | undefined {
  if (!quietHours || quietHours.from === quietHours.to) return undefined;
  const today = dayOf(now, timeZone);
  for (const day of [addDays(today, -1), today]) {
    const last = quietHours.from < quietHours.to ? day : addDays(day, 1);
    const from = momentOf(day, quietHours.from, timeZone);
    const to = momentOf(last, quietHours.to, timeZone);
    if (from <= now && now < to) return to;
  }
  return undefined;
}

/**
 * The next time at which offers go out together, later than now and outside quiet hours; where all of the
 * company's times lie in quiet hours, the end of those that hold at the next one.
 */
export function nextBundleTime(hours: Hours, now: Date): Date {
  const today = dayOf(now, hours.timeZone);
  const times = [today, addDays(today, 1), addDays(today, 2)]
    .flatMap((day: Day) => hours.offerBundleTimes.map((time) => momentOf(day, time, hours.timeZone)))
    .filter((time) => time > now)
    .sort((one, other) => one.getTime() - other.getTime());
  const [first = now] = times;
  return times.find((time) => !endOfQuiet(hours, time)) ?? endOfQuiet(hours, first) ?? first;
}
