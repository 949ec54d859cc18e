import type { UserId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { HandedOver as Counts } from './colleagues.ts';
import type { CrmKept } from './crm-kept.ts';

export type HandedOver =
  | ({ readonly was: 'handedOver' } & Counts)
  | { readonly was: 'missing' }
  /** Nobody who could look after it: not there, not active, or the same person. */
  | { readonly was: 'noHeir' };

/** Gives a colleague all that somebody looks after: contacts, deals, viewings that are to come. */
export async function handOver(
  { records, colleagues, audit }: Pick<CrmKept, 'records' | 'colleagues' | 'audit'>,
  agent: Agent,
  from: UserId,
  to: UserId,
): Promise<HandedOver> {
  if (!(await records.users.take(from))) return { was: 'missing' };
  const heir = from === to ? undefined : await records.users.find(to);
  if (heir?.status !== 'Active') return { was: 'noHeir' };
  const counts = await colleagues.handOver(from, to);
  await audit.add({ what: 'user_changed', by: agent.id, about: from });
  return { was: 'handedOver', ...counts };
}
