import type { Clock } from '#core/clock.ts';
import type { ContactId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';

type Needs = Pick<CrmKept, 'records' | 'waits'> & { readonly clock: Clock };

export type ReminderSet = { readonly was: 'set'; readonly at: Date } | { readonly was: 'missing' | 'past' };

/**
 * Takes a client's messages off the user's own list until then. It is theirs alone: nobody else sees it, the time in which
 * the client is to be answered runs on, and nothing of it stands on a timeline.
 */
export async function remindMe(needs: Needs, agent: Agent, contact: ContactId, at: Date): Promise<ReminderSet> {
  if (!(await needs.records.contacts.find(contact))) return { was: 'missing' };
  if (at <= needs.clock.now()) return { was: 'past' };
  await needs.waits.remind(agent.id, contact, at);
  return { was: 'set', at };
}
