import { addDays, type Day, dayOf, momentOf } from '#core/clock.ts';
import { hoursOn, type OfficeHours } from '#core/office-hours.ts';

/** An office open for a minute a week has let a request wait for long enough by then. */
const MOST_DAYS = 20 * 366;

type Stretch = { readonly from: number; readonly to: number };

/** Time as the office counts it: it stands still while the office is shut. */
export type OfficeTime = {
  /** The moment at which the office has been open for so many minutes since. */
  after(since: Date, minutes: number): Date;
  /** The last moment since which the office has been open for so many minutes until now. */
  before(now: Date, minutes: number): Date;
};

/** What a clock in the office shows; it learns each day once, so that many moments cost little. */
export function createOfficeTime(hours: OfficeHours): OfficeTime {
  const { timeZone } = hours;
  const days = new Map<Day, readonly Stretch[]>();
  const stretchesOn = (day: Day) => {
    const known = days.get(day);
    if (known) return known;
    const found = hoursOn(hours, day).map(({ from, to }) => ({
      from: momentOf(day, from, timeZone).getTime(),
      to: momentOf(day, to, timeZone).getTime(),
    }));
    days.set(day, found);
    return found;
  };

  return {
    after(since, minutes) {
      let left = minutes * 60_000;
      const today = dayOf(since, timeZone);
      for (let ahead = 0; ahead <= MOST_DAYS; ahead++)
        for (const { from, to } of stretchesOn(addDays(today, ahead))) {
          const open = Math.max(from, since.getTime());
          if (open >= to) continue;
          if (left <= to - open) return new Date(open + left);
          left -= to - open;
        }
      throw new Error('the office never opens for so long');
    },

    before(now, minutes) {
      let left = minutes * 60_000;
      const today = dayOf(now, timeZone);
      for (let ago = 0; ago <= MOST_DAYS; ago++)
        for (const { from, to } of stretchesOn(addDays(today, -ago)).toReversed()) {
          const shut = Math.min(to, now.getTime());
          if (shut <= from) continue;
          if (left <= shut - from) return new Date(shut - left);
          left -= shut - from;
        }
      throw new Error('the office never was open for so long');
    },
  };
}
