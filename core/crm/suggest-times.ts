import type { Clock } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { DAYS_AHEAD } from '#core/viewings/wishes.ts';
import type { CrmKept } from './crm-kept.ts';
import { type FreeTimes, freeTimes } from './free-times.ts';
import { officeHoursOf } from './office-hours-of.ts';
import { type OtherStatus, otherStatus } from './other-status.ts';
import type { CompanyRecord } from './record.ts';
import { type Search, timeForWish, type WishTime } from './time-for-wish.ts';

export type TimesSuggested =
  | ({ readonly was: 'suggested'; readonly wishes: readonly WishTime[] } & FreeTimes)
  | { readonly was: 'missing' }
  | OtherStatus;

type Needs = Pick<CrmKept, 'records' | 'viewings' | 'diary'> & { readonly clock: Clock };

const DAY_MS = 24 * 60 * 60_000;

/** The times for an ongoing viewing: one for each wish, and others that are free. Nothing is promised: whoever confirms first has it. */
export async function suggestTimes({ records, viewings, diary, clock }: Needs, id: ViewingId): Promise<TimesSuggested> {
  const viewing = await viewings.get(id);
  if (!viewing) return { was: 'missing' };
  if (viewing.status !== 'pending' && viewing.status !== 'confirmed') return otherStatus(viewing);
  const now = clock.now();
  const company = await records.company.get();
  const taken = await diary.taken({
    owners: viewing.owner ? [viewing.owner] : [],
    properties: [viewing.property.id],
    from: now,
    until: new Date(now.getTime() + (DAYS_AHEAD + 1) * DAY_MS),
  });
  const search = searchFor(company, viewing, taken, now);
  const wishes = viewing.preferredDates.map((wish) => ({ ...wish, suggested: timeForWish(search, wish) }));
  const starts = wishes.flatMap(({ suggested }) => (suggested.was === 'free' ? [suggested.start] : []));
  return { was: 'suggested', wishes, ...freeTimes(search, officeHoursOf(company), starts) };
}

type Sought = Pick<Viewing, 'id' | 'owner' | 'start' | 'end'> & {
  readonly property: Pick<Viewing['property'], 'id' | 'city'>;
};

/** What a time for this viewing has to fit; one that is agreed stays as long as it is. */
export function searchFor(company: CompanyRecord, viewing: Sought, taken: Search['taken'], now: Date): Search {
  const { start, end } = viewing;
  const minutes = start && end ? (end.getTime() - start.getTime()) / 60_000 : company.viewing_minutes;
  return {
    now,
    timeZone: company.time_zone,
    viewingTimes: company.viewing_times,
    gapMinutes: company.viewing_gap_minutes,
    viewing: { id: viewing.id, owner: viewing.owner, property: viewing.property, minutes, start },
    taken,
  };
}
