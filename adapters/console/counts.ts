import { countWaits } from '#core/crm/list-waits.ts';
import { may } from '#core/crm/rights.ts';
import type { Door, Visit } from './door.ts';
import { type Html, html } from './html.ts';
import type { Counts } from './layout.ts';
import { countPart } from './layout.ts';

/** How much waits for the reader, by the links of the bars. */
export async function countsFor({ kept, clock, agent, user }: Visit): Promise<Counts> {
  const isAdmin = may(agent, 'keepEvents');
  const counts = await countWaits({ ...kept, clock }, agent, user.whose);
  const of = (...kinds: readonly (typeof counts extends ReadonlyMap<infer Kind, number> ? Kind : never)[]) =>
    kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  return {
    waits: [...counts.values()].reduce((sum, count) => sum + count, 0),
    requests: of('request', 'anotherTime'),
    messages: of('message'),
    problems: await kept.troubles.count(isAdmin ? undefined : agent.id, isAdmin),
  };
}

/** The counts alone, for the page that stands there. */
export function countRoutes(door: Door): void {
  door.page({
    path: '/counts',
    deed: 'readRecords',
    show: async () => undefined,
    parts: { counts: async (visit): Promise<Html> => html`${countPart(visit.say, await countsFor(visit))}` },
  });
}
