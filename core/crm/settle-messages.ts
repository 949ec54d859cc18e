import type { Clock } from '#core/clock.ts';
import type { ContactId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';

type Needs = Pick<CrmKept, 'records' | 'timeline' | 'waits'> & { readonly clock: Clock };

/** `count`: how many messages waited. */
export type MessagesSettled = { readonly was: 'settled'; readonly count: number } | { readonly was: 'missing' };

/** What a client wrote needs no answer: it waits no longer. Where nothing waited, nothing changes. */
export async function settleMessages(needs: Needs, agent: Agent, contact: ContactId): Promise<MessagesSettled> {
  if (!(await needs.records.contacts.find(contact))) return { was: 'missing' };
  const count = await answered(needs, agent, contact);
  if (count > 0) await needs.timeline.add(agent, { type: 'message_settled', contact, title: 'Needs no answer' });
  return { was: 'settled', count };
}

/** The client waits no longer: neither their messages, nor a new lead's first sign, nor the agent's own reminder of them. */
export async function answered(
  { waits, clock }: Pick<Needs, 'waits' | 'clock'>,
  agent: Agent,
  contact: ContactId,
): Promise<number> {
  await waits.takeUp(contact);
  await waits.remind(agent.id, contact, null);
  return waits.settle(contact, clock.now());
}
