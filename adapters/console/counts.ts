import { may } from '#core/crm/rights.ts';
import type { Visit } from './door.ts';
import { type Counts, NO_COUNTS } from './layout.ts';

/** How much waits, beside the links of every page. */
export async function countsOf({ kept, agent }: Visit): Promise<Counts> {
  const isAdmin = may(agent, 'keepEvents');
  return {
    ...NO_COUNTS,
    messages: await kept.talks.countWaiting(),
    problems: await kept.troubles.count(isAdmin ? undefined : agent.id, isAdmin),
  };
}
