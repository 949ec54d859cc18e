import type { UserId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import type { UserRecord } from './record.ts';
import type { UserChange } from './records.ts';
import { may } from './rights.ts';

export type UserChanged =
  | { readonly was: 'changed'; readonly user: UserRecord }
  | { readonly was: 'missing' | 'taken' | 'notAllowed' | 'lastAdmin' };

/** Changes a person of the office. An Employee changes only their own settings; one active Admin always stays. */
export async function changeUser(
  { records }: Pick<CrmKept, 'records'>,
  agent: Agent,
  id: UserId,
  change: UserChange,
): Promise<UserChanged> {
  const before = await records.users.take(id);
  if (!before) return { was: 'missing' };
  const own = id === agent.id && change.role === undefined && change.status === undefined;
  if (!may(agent, own ? 'changeOwnSettings' : 'changeUser')) return { was: 'notAllowed' };
  const holder = change.email ? await records.users.withEmail(change.email) : undefined;
  if (holder && holder.id !== id) return { was: 'taken' };
  const steps = (change.role ?? before.role) !== 'Admin' || (change.status ?? before.status) !== 'Active';
  const admins = steps ? await records.users.activeAdmins() : [];
  if (admins.length === 1 && admins[0] === id) return { was: 'lastAdmin' };
  return { was: 'changed', user: await records.users.change(id, change) };
}
