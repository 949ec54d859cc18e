import type { Clock } from '#core/clock.ts';
import type { ContactId, DeliveryId, UserId, ViewingId } from '#core/ids.ts';
import { DAYS_AHEAD } from '#core/viewings/wishes.ts';
import type { Agent } from './agent.ts';
import { type AnswerDue, createAnswerDue } from './answer-due.ts';
import type { CrmKept } from './crm-kept.ts';
import { nextFreeTime } from './free-times.ts';
import { officeHoursOf } from './office-hours-of.ts';
import type { CompanyRecord } from './record.ts';
import { may } from './rights.ts';
import { searchFor } from './suggest-times.ts';
import { timeForWish } from './time-for-wish.ts';
import {
  FAMILIES,
  type Family,
  type Matter,
  type OpenMatter,
  type Wait,
  type WaitingViewing,
  type WaitsPlace,
  type WaitsWanted,
} from './waits.ts';

type Needs = Pick<CrmKept, 'records' | 'waits' | 'diary'> & { readonly clock: Clock };

export type WaitsAsked = {
  /** `mine`: what the user owns or looks after. */
  readonly whose: 'mine' | 'office';
  readonly limit: number;
  readonly after: WaitsPlace;
};

export type WaitsList = {
  readonly items: readonly Wait[];
  /** Where it goes on; null at the end. */
  readonly next: WaitsPlace | null;
  /** Of all parts together. */
  readonly total: number;
};

const DAY_MS = 24 * 60 * 60_000;

/** What waits for an answer of the office, overdue first, then by due time; who has none due comes last. */
export async function listWaits(needs: Needs, agent: Agent, { whose, limit, after }: WaitsAsked): Promise<WaitsList> {
  const { records, waits, clock } = needs;
  const now = clock.now();
  const company = await records.company.get();
  const due = createAnswerDue(company);
  const wanted = wantedBy(agent, whose, now, due);
  const sorted = await openNow(waits, wanted, due, after, limit + 1);
  const page = sorted.slice(0, limit);
  return {
    items: await about(needs, company, page),
    next: sorted.length > limit ? placeAfter(page, after) : null,
    total: await waits.count(wanted),
  };
}

const wantedBy = (agent: Agent, whose: WaitsAsked['whose'], now: Date, due: AnswerDue): WaitsWanted => ({
  me: agent.id,
  isMine: whose === 'mine',
  withErasures: may(agent, 'eraseContact'),
  now,
  overdueSince: due.overdueSince(now),
});

/** What one client waits for, in the same order; as many as a page shows. */
export async function listWaitsOf(
  needs: Needs,
  agent: Agent,
  contact: ContactId,
  limit: number,
): Promise<readonly Wait[]> {
  const { records, waits, clock } = needs;
  const company = await records.company.get();
  const due = createAnswerDue(company);
  const wanted = { ...wantedBy(agent, 'office', clock.now(), due), contact };
  return about(needs, company, (await openNow(waits, wanted, due, {}, limit)).slice(0, limit));
}

async function openNow(
  waits: Needs['waits'],
  wanted: WaitsWanted,
  due: AnswerDue,
  after: WaitsPlace,
  limit: number,
): Promise<readonly (OpenMatter & Order)[]> {
  const found: (OpenMatter & Order)[] = [];
  for (const family of FAMILIES)
    for (const matter of await waits.open(family, wanted, after[family], limit))
      found.push({ ...matter, family, due: dueOf(family, matter, due) });
  return found.toSorted(byDue);
}

/** How much of each kind waits. */
export async function countWaits(
  { records, waits, clock }: Needs,
  agent: Agent,
  whose: WaitsAsked['whose'],
): Promise<ReadonlyMap<Matter['is'], number>> {
  const now = clock.now();
  return waits.counts(wantedBy(agent, whose, now, createAnswerDue(await records.company.get())));
}

type Order = { readonly family: Family; readonly due: Date | null };

function dueOf(family: Family, { at }: OpenMatter, due: AnswerDue): Date | null {
  switch (family) {
    case 'clock':
      return due.of(at);
    case 'fixed':
      return at;
    case 'quiet':
      return null;
  }
}

/** Within a family this is the order in which it was read: what began first is due first. */
const byDue = (one: OpenMatter & Order, other: OpenMatter & Order): number =>
  (one.due?.getTime() ?? Number.MAX_SAFE_INTEGER) - (other.due?.getTime() ?? Number.MAX_SAFE_INTEGER) ||
  FAMILIES.indexOf(one.family) - FAMILIES.indexOf(other.family) ||
  one.at.getTime() - other.at.getTime() ||
  (one.id < other.id ? -1 : 1);

function placeAfter(page: readonly (OpenMatter & Order)[], before: WaitsPlace): WaitsPlace {
  const places = page.map(({ family, at, id }) => [family, { at, id }] as const);
  return { ...before, ...Object.fromEntries(places) };
}

/** Looks up what the matters are about, all of a kind at once. */
async function about(
  { waits, diary, clock }: Needs,
  company: CompanyRecord,
  page: readonly (OpenMatter & Order)[],
): Promise<readonly Wait[]> {
  const idsOf = <Id>(...kinds: readonly Matter['is'][]) =>
    page.filter((each) => kinds.includes(each.is)).map(({ id }) => id as Id);
  const clients = await waits.clients(page.map(({ client }) => client));
  const owners = await waits.owners(page.flatMap(({ owner }) => owner ?? []));
  const viewings = await waits.viewings(idsOf<ViewingId>('request', 'anotherTime', 'noAnswer', 'late'));
  const messages = await waits.messages(idsOf<ContactId>('message'));
  const deliveries = await waits.deliveries(idsOf<DeliveryId>('undelivered'));
  const sources = await waits.sources(idsOf<ContactId>('newLead'));
  const times = await timesFor({ diary, clock }, company, [...viewings.values()]);
  const timesOf = (id: string): Times => times.get(id) ?? { wishes: [], otherwise: undefined };
  const now = clock.now();

  const matterOf = ({ is, id, at }: OpenMatter): Matter | undefined => {
    const found = viewings.get(id);
    const ofViewing = found && { viewing: found.viewing, home: found.home };
    switch (is) {
      case 'request':
        return ofViewing && { is, ...ofViewing, ...timesOf(id), isAgain: found.isAgain };
      case 'anotherTime':
        return ofViewing && { is, ...ofViewing, wishes: timesOf(id).wishes };
      case 'noAnswer':
      case 'late':
        return ofViewing && { is, ...ofViewing };
      case 'message': {
        const message = messages.get(id);
        return message && { is, ...message };
      }
      case 'undelivered': {
        const delivery = deliveries.get(id);
        return delivery && { is, ...delivery };
      }
      case 'newLead':
        return { is, source: sources.get(id) ?? null };
      case 'erasure':
        return { is };
      case 'reminder':
        return { is, remindAt: at };
    }
  };

  return page.flatMap((each) => {
    const matter = matterOf(each);
    const client = clients.get(each.client);
    if (!matter || !client) return [];
    const { id, since, due } = each;
    const owner = (each.owner && owners.get(each.owner)) ?? null;
    return [{ ...matter, id, client, owner, since, due, isOverdue: due !== null && due <= now }];
  });
}

type Times = Pick<Extract<Matter, { readonly is: 'request' }>, 'wishes' | 'otherwise'>;

/** The wishes of viewings with the times that fit them, and another free one, from one look into the diary. */
async function timesFor(
  { diary, clock }: Pick<Needs, 'diary' | 'clock'>,
  company: CompanyRecord,
  viewings: readonly WaitingViewing[],
): Promise<ReadonlyMap<string, Times>> {
  const asked = viewings.filter(({ preferredDates }) => preferredDates.length > 0);
  if (asked.length === 0) return new Map();
  const now = clock.now();
  const taken = await diary.taken({
    owners: [...new Set(asked.flatMap(({ owner }): UserId[] => (owner ? [owner] : [])))],
    properties: [...new Set(asked.map(({ home }) => home.id))],
    from: now,
    until: new Date(now.getTime() + (DAYS_AHEAD + 1) * DAY_MS),
  });
  const hours = officeHoursOf(company);
  return new Map(
    asked.map(({ viewing, owner, home, preferredDates }) => {
      const near = taken.filter((each) => each.property.id === home.id || (owner !== null && each.owner === owner));
      const search = searchFor(company, { ...viewing, owner, property: home }, near, now);
      const wishes = preferredDates.map((wish) => ({ ...wish, suggested: timeForWish(search, wish) }));
      const fit = wishes.flatMap(({ suggested }) => (suggested.was === 'free' ? [suggested.start] : []));
      return [viewing.id, { wishes, otherwise: nextFreeTime(search, hours, fit) }];
    }),
  );
}
