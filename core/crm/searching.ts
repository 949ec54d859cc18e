import type { Wish } from '#core/chat/wish.ts';
import type { Clock } from '#core/clock.ts';
import type { UserId } from '#core/ids.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { DAYS_AHEAD } from '#core/viewings/wishes.ts';
import type { Diary } from './diary.ts';
import type { CompanyRecord } from './record.ts';
import { type Search, timeForWish, type WishTime } from './time-for-wish.ts';

type Needs = { readonly diary: Diary; readonly clock: Clock };

/** A viewing that a time is looked for. */
export type Sought = Pick<Viewing, 'id' | 'owner' | 'start' | 'end'> & {
  readonly property: Pick<Viewing['property'], 'id' | 'city'>;
};

const DAY_MS = 24 * 60 * 60_000;

/** What a time for each of these viewings has to fit, from one look into the diary; one that is agreed stays as long as it is. */
export async function searching(
  { diary, clock }: Needs,
  company: CompanyRecord,
  viewings: readonly Sought[],
): Promise<(viewing: Sought) => Search> {
  const now = clock.now();
  const taken = viewings.length === 0 ? [] : await diary.taken(spanOf(viewings, now));
  return (viewing) => {
    const { id, owner, property, start, end } = viewing;
    const minutes = start && end ? (end.getTime() - start.getTime()) / 60_000 : company.viewing_minutes;
    return {
      now,
      timeZone: company.time_zone,
      viewingTimes: company.viewing_times,
      gapMinutes: company.viewing_gap_minutes,
      viewing: { id, owner, property, minutes, start },
      taken: taken.filter((each) => each.property.id === property.id || (owner !== null && each.owner === owner)),
    };
  };
}

const spanOf = (viewings: readonly Sought[], now: Date): Parameters<Diary['taken']>[0] => ({
  owners: [...new Set(viewings.flatMap(({ owner }): UserId[] => (owner ? [owner] : [])))],
  properties: [...new Set(viewings.map(({ property }) => property.id))],
  from: now,
  until: new Date(now.getTime() + (DAYS_AHEAD + 1) * DAY_MS),
});

/** Each wish with the time that fits it. */
export const wishTimes = (search: Search, wishes: readonly Wish[]): readonly WishTime[] =>
  wishes.map((wish) => ({ ...wish, suggested: timeForWish(search, wish) }));

/** When those begin that fit. */
export const startsOf = (wishes: readonly WishTime[]): readonly Date[] =>
  wishes.flatMap(({ suggested }) => (suggested.was === 'free' ? [suggested.start] : []));
