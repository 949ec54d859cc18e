import { addDays, type Clock, type Day, dayOf, momentOf } from '#core/clock.ts';
import type { UserId } from '#core/ids.ts';
import { hoursOn, weekdayOf } from '#core/office-hours.ts';
import type { Attendance } from '#core/viewings/attendance.ts';
import type { Agent } from './agent.ts';
import type { WeekViewing } from './board.ts';
import type { CrmKept } from './crm-kept.ts';
import { listRequests } from './list-waits.ts';
import { officeHoursOf } from './office-hours-of.ts';
import type { HomeShown, Waiting } from './waits.ts';

/** A week holds as many as somebody still reads. */
const MOST = 500;
const DAYS = 7;

/** Another viewing at the same time: its owner can't be at both, or the home is viewed twice. */
export type Overlap = { readonly of: 'owner' | 'home'; readonly home: string; readonly client: Waiting | undefined };

/** A viewing on its day. */
export type WeekEntry = {
  /** Of the viewing. */
  readonly id: string;
  readonly date: Day;
  /** A wish to which nobody has answered is `asked`, at the time that would fit it. */
  readonly is: 'agreed' | 'completed' | 'offered' | 'asked';
  /** Null where no time fits a wish. */
  readonly start: Date | null;
  readonly end: Date | null;
  readonly home: HomeShown;
  readonly client: Waiting | undefined;
  readonly owner: { readonly id: UserId; readonly name: string } | undefined;
  readonly attendance: Attendance | null;
  readonly overlaps: readonly Overlap[];
};

/** The days of a week, from Monday to Sunday. */
export type Week = readonly {
  readonly date: Day;
  /** Whether the office is closed all day. */
  readonly isShut: boolean;
  readonly entries: readonly WeekEntry[];
}[];

type Needs = Pick<CrmKept, 'records' | 'waits' | 'diary' | 'board'> & { readonly clock: Clock };
type Whose = 'mine' | 'office';

/** The week around a day: what is agreed, offered and asked for, each with what it does not go with, whoever's that is. */
export async function showWeek(needs: Needs, agent: Agent, whose: Whose, day: Day): Promise<Week> {
  const company = await needs.records.company.get();
  const { time_zone: zone } = company;
  const monday = addDays(day, 1 - weekdayOf(day));
  const dates = Array.from({ length: DAYS }, (_, at) => addDays(monday, at));
  const span = { from: momentOf(monday, '00:00', zone), until: momentOf(addDays(monday, DAYS), '00:00', zone) };
  const viewings = await needs.board.between(span, MOST);
  const slots = viewings.flatMap((each) => slotOf(each, company.viewing_minutes));
  const fixed = await entriesOf(needs, slots, zone);
  const mine = fixed.filter(({ owner }) => whose === 'office' || owner?.id === agent.id);
  const entries = [...mine, ...(await askedFor(needs, agent, whose, dates))].toSorted(byTime);
  const hours = officeHoursOf(company);
  return dates.map((date) => ({
    date,
    isShut: hoursOn(hours, date).length === 0,
    entries: entries.filter((entry) => entry.date === date),
  }));
}

type Slot = {
  readonly shown: WeekViewing;
  readonly is: 'agreed' | 'completed' | 'offered';
  readonly start: Date;
  readonly end: Date;
};

function slotOf(shown: WeekViewing, minutes: number): readonly Slot[] {
  const { status, viewing, proposedStart } = shown;
  const isOffered = status === 'pending';
  const start = isOffered ? proposedStart : viewing.start;
  if (!start) return [];
  const end = (isOffered ? null : viewing.end) ?? new Date(start.getTime() + minutes * 60_000);
  return [{ shown, is: isOffered ? 'offered' : status === 'completed' ? 'completed' : 'agreed', start, end }];
}

/** What has its time, with what lies across it. */
async function entriesOf({ waits }: Needs, slots: readonly Slot[], zone: string): Promise<readonly WeekEntry[]> {
  const clients = await waits.clients(slots.flatMap(({ shown }) => shown.client ?? []));
  const owners = await waits.owners(slots.flatMap(({ shown }) => shown.owner ?? []));
  const clientOf = ({ shown: { client } }: Slot) => (client ? clients.get(client) : undefined);
  return slots.map((slot) => {
    const { shown, is, start, end } = slot;
    const { viewing, home, attendance, owner: user } = shown;
    const owner = user ? owners.get(user) : undefined;
    const overlaps = slots.flatMap((other) => overlapOf(slot, other, clientOf(other)));
    const client = clientOf(slot);
    return { id: viewing.id, date: dayOf(start, zone), is, start, end, home, client, owner, attendance, overlaps };
  });
}

function overlapOf(one: Slot, other: Slot, client: Waiting | undefined): readonly Overlap[] {
  const isSame = one.shown.viewing.id === other.shown.viewing.id;
  if (isSame || one.is === 'completed' || other.is === 'completed') return [];
  if (one.start >= other.end || other.start >= one.end) return [];
  const { home, owner } = other.shown;
  if (home.id === one.shown.home.id) return [{ of: 'home', home: home.name, client }];
  return owner !== null && owner === one.shown.owner ? [{ of: 'owner', home: home.name, client }] : [];
}

/** The wishes to which nobody has answered, each on its day. */
async function askedFor(
  needs: Needs,
  agent: Agent,
  whose: Whose,
  dates: readonly Day[],
): Promise<readonly WeekEntry[]> {
  const requests = await listRequests(needs, agent, whose, dates);
  return requests.flatMap(({ id, home, client, owner, wishes }) => {
    const known = { id, is: 'asked', home, client, owner: owner ?? undefined, attendance: null } as const;
    return wishes.map(({ date, suggested }): WeekEntry => {
      const { start, end } = suggested.was === 'free' ? suggested : { start: null, end: null };
      return { ...known, date, start, end, overlaps: [] };
    });
  });
}

/** What has no time stands last. */
const byTime = (one: WeekEntry, other: WeekEntry): number => timeOf(one) - timeOf(other);
const timeOf = ({ start }: WeekEntry): number => start?.getTime() ?? Number.MAX_SAFE_INTEGER;
