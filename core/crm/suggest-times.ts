import type { Clock } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import type { CrmKept } from './crm-kept.ts';
import { type FreeTimes, freeTimes } from './free-times.ts';
import { officeHoursOf } from './office-hours-of.ts';
import { type OtherStatus, otherStatus } from './other-status.ts';
import { searching, startsOf, wishTimes } from './searching.ts';
import type { WishTime } from './time-for-wish.ts';

export type TimesSuggested =
  | ({ readonly was: 'suggested'; readonly wishes: readonly WishTime[] } & FreeTimes)
  | { readonly was: 'missing' }
  | OtherStatus;

type Needs = Pick<CrmKept, 'records' | 'viewings' | 'diary'> & { readonly clock: Clock };

/** The times for an ongoing viewing: one for each wish, and others that are free. Nothing is promised: whoever confirms first has it. */
export async function suggestTimes({ records, viewings, diary, clock }: Needs, id: ViewingId): Promise<TimesSuggested> {
  const viewing = await viewings.get(id);
  if (!viewing) return { was: 'missing' };
  if (viewing.status !== 'pending' && viewing.status !== 'confirmed') return otherStatus(viewing);
  const company = await records.company.get();
  const searchOf = await searching({ diary, clock }, company, [viewing]);
  const search = searchOf(viewing);
  const wishes = wishTimes(search, viewing.preferredDates);
  return { was: 'suggested', wishes, ...freeTimes(search, officeHoursOf(company), startsOf(wishes)) };
}
