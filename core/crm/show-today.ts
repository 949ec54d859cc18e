import { addDays, type Clock, type Day, dayOf, momentOf } from '#core/clock.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import type { ClientDeed, ViewingToday } from './today.ts';
import type { Waiting } from './waits.ts';

/** How much of what clients did is shown at a glance. */
const NEWEST = 20;

type Needs = Pick<CrmKept, 'records' | 'today' | 'waits'> & { readonly clock: Clock };
type WithClient<Of> = Of & { readonly client: Waiting | null };

export type TodayShown = {
  /** The company's calendar day. */
  readonly date: Day;
  readonly timeZone: string;
  readonly viewings: readonly WithClient<Omit<ViewingToday, 'client'>>[];
  readonly deeds: readonly WithClient<ClientDeed>[];
};

/** The viewings of the company's day, in order, and what clients did last. */
export async function showToday(needs: Needs, agent: Agent, whose: 'mine' | 'office'): Promise<TodayShown> {
  const { records, today, waits, clock } = needs;
  const { time_zone: timeZone } = await records.company.get();
  const date = dayOf(clock.now(), timeZone);
  const span = { from: momentOf(date, '00:00', timeZone), until: momentOf(addDays(date, 1), '00:00', timeZone) };
  const me = whose === 'mine' ? agent.id : undefined;
  const viewings = await today.viewings(span, me);
  const deeds = await today.deeds(me, NEWEST);
  const clients = await waits.clients([
    ...viewings.flatMap(({ client }) => client ?? []),
    ...deeds.map(({ activity }) => activity.contact_id),
  ]);
  return {
    date,
    timeZone,
    viewings: viewings.map((each) => ({ ...each, client: (each.client && clients.get(each.client)) ?? null })),
    deeds: deeds.map((each) => ({ ...each, client: clients.get(each.activity.contact_id) ?? null })),
  };
}
