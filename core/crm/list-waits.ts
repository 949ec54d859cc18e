import type { Clock, Day } from '#core/clock.ts';
import type { ContactId, DeliveryId, ViewingId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import { type AnswerDue, createAnswerDue } from './answer-due.ts';
import type { CrmKept } from './crm-kept.ts';
import { nextFreeTime } from './free-times.ts';
import { officeHoursOf } from './office-hours-of.ts';
import type { CompanyRecord } from './record.ts';
import { may } from './rights.ts';
import { type Sought, searching, startsOf, wishTimes } from './searching.ts';
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

/** A viewing that was asked for, as the week shows it. */
export type Request = Pick<Extract<Wait, { readonly is: 'request' }>, 'id' | 'home' | 'client' | 'owner' | 'wishes'>;

/** Every viewing to whose request nobody has answered and that is wished for on one of those days, with its wishes of these days alone. */
export async function listRequests(
  { records, waits, diary, clock }: Needs,
  agent: Agent,
  whose: WaitsAsked['whose'],
  days: readonly Day[],
): Promise<readonly Request[]> {
  const company = await records.company.get();
  const open = await waits.requests(wantedBy(agent, whose, clock.now(), createAnswerDue(company)), days);
  const viewings = await waits.viewings(open.map(({ id }) => id as ViewingId));
  const asked = open.flatMap((matter) => {
    const found = viewings.get(matter.id);
    return found ? [{ ...matter, found, wishes: found.preferredDates.filter(({ date }) => days.includes(date)) }] : [];
  });
  const clients = await waits.clients(asked.map(({ client }) => client));
  const owners = await waits.owners(asked.flatMap(({ owner }) => owner ?? []));
  const searchOf = await searching(
    { diary, clock },
    company,
    asked.map(({ found }) => soughtOf(found)),
  );
  return asked.flatMap(({ id, found, wishes, ...who }) => {
    const client = clients.get(who.client);
    const owner = (who.owner && owners.get(who.owner)) ?? null;
    return client
      ? [{ id, home: found.home, client, owner, wishes: wishTimes(searchOf(soughtOf(found)), wishes) }]
      : [];
  });
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
  const wishing = idsOf<ViewingId>('request', 'anotherTime').flatMap((id) => viewings.get(id) ?? []);
  const searchOf = await searching({ diary, clock }, company, wishing.filter(hasWishes).map(soughtOf));
  const hours = officeHoursOf(company);
  const now = clock.now();

  const matterOf = ({ is, id, at }: OpenMatter): Matter | undefined => {
    const found = viewings.get(id);
    const ofViewing = found && { viewing: found.viewing, home: found.home };
    switch (is) {
      case 'request': {
        if (!ofViewing) return undefined;
        const search = searchOf(soughtOf(found));
        const wishes = wishTimes(search, found.preferredDates);
        const otherwise = hasWishes(found) ? nextFreeTime(search, hours, startsOf(wishes)) : undefined;
        return { is, ...ofViewing, wishes, otherwise, isAgain: found.isAgain };
      }
      case 'anotherTime':
        return ofViewing && { is, ...ofViewing, wishes: wishTimes(searchOf(soughtOf(found)), found.preferredDates) };
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

const hasWishes = ({ preferredDates }: WaitingViewing): boolean => preferredDates.length > 0;
const soughtOf = ({ viewing, owner, home }: WaitingViewing): Sought => ({ ...viewing, owner, property: home });
