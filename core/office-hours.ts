import type { Day } from './clock.ts';

/** A stretch of the week in which the office is open. */
export type OpenHours = {
  /** By ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** `HH:MM` in the company's zone; open from the one up to the other. */
  readonly from: string;
  readonly to: string;
};

/** When the office is open, in the company's zone. */
export type OfficeHours = {
  readonly timeZone: string;
  readonly officeHours: readonly OpenHours[];
  /** Days on which it is shut, whatever the week says. */
  readonly closedDays: readonly Day[];
};

/** The weekday of a calendar day by ISO 8601: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

/** The stretches in which the office is open on a day, first to last; none where it is shut. */
export function hoursOn({ officeHours, closedDays }: OfficeHours, day: Day): readonly OpenHours[] {
  if (closedDays.includes(day)) return [];
  const weekday = weekdayOf(day);
  return officeHours
    .filter(({ days }) => days.includes(weekday))
    .toSorted((one, other) => one.from.localeCompare(other.from));
}
