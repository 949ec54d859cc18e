import { PARTS_OF_DAY, type PartOfDay } from '#core/chat/text.ts';
import { isDay } from '#core/clock.ts';
import type { OpenHours } from '#core/office-hours.ts';
import { isTimeOf } from '#core/viewings/viewing-times.ts';
import type { CrmKept } from './crm-kept.ts';
import type { CompanyRecord } from './record.ts';
import type { CompanyChange } from './records.ts';

/** Why the office can't be set so. `index`: which of the list's. */
type Unfit =
  | { readonly was: 'noSuchZone' }
  /** Quiet hours that end when they begin. */
  | { readonly was: 'neverQuiet' }
  | { readonly was: 'closesBeforeOpening'; readonly index: number }
  /** Two stretches share a time of the same day. */
  | { readonly was: 'overlaps'; readonly index: number }
  | { readonly was: 'noSuchDay'; readonly index: number }
  /** A time that does not lie in that part of the day. */
  | { readonly was: 'otherPart'; readonly part: PartOfDay }
  | { readonly was: 'noSuchUser' };

export type CompanyChanged = { readonly was: 'changed'; readonly company: CompanyRecord } | Unfit;

/** Changes the office's settings. */
export async function changeCompany(
  { records }: Pick<CrmKept, 'records'>,
  change: CompanyChange,
): Promise<CompanyChanged> {
  const unfit = unfitIn(change);
  if (unfit) return unfit;
  const { fallback_user_id: fallback } = change;
  if (fallback && (await records.users.find(fallback))?.status !== 'Active') return { was: 'noSuchUser' };
  return { was: 'changed', company: await records.company.change(change) };
}

function unfitIn(change: CompanyChange): Unfit | undefined {
  const {
    time_zone: zone,
    quiet_hours: quiet,
    office_hours: hours,
    closed_days: closed,
    viewing_times: times,
  } = change;
  if (zone !== undefined && !isZone(zone)) return { was: 'noSuchZone' };
  if (quiet && quiet.from === quiet.to) return { was: 'neverQuiet' };
  for (const [index, stretch] of (hours ?? []).entries()) {
    if (stretch.to <= stretch.from) return { was: 'closesBeforeOpening', index };
    if (hours?.slice(0, index).some((other) => overlap(stretch, other))) return { was: 'overlaps', index };
  }
  const noDay = closed?.findIndex((day) => !isDay(day)) ?? -1;
  if (noDay >= 0) return { was: 'noSuchDay', index: noDay };
  const part = PARTS_OF_DAY.find((each) => times && !isTimeOf(each, times[each]));
  return part && { was: 'otherPart', part };
}

const overlap = (one: OpenHours, other: OpenHours) =>
  one.days.some((day) => other.days.includes(day)) && one.from < other.to && other.from < one.to;

function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
