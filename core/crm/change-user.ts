import type { UserId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import { changedFields } from './changed-fields.ts';
import type { CrmKept } from './crm-kept.ts';
import type { UserRecord } from './record.ts';
import type { UserChange } from './records.ts';
import { may } from './rights.ts';

export type UserChanged =
  | { readonly was: 'changed'; readonly user: UserRecord }
  | { readonly was: 'missing' | 'taken' | 'notAllowed' | 'lastAdmin' | 'noPassword' };

/**
 * Changes a person of the office. An Employee changes only their own settings; one active Admin always stays. Whoever gets
 * another e-mail, role or status has to sign in again.
 */
export async function changeUser(
  {
    records,
    sessions,
    userPages,
    userProofs,
    audit,
  }: Pick<CrmKept, 'records' | 'sessions' | 'userPages' | 'userProofs' | 'audit'>,
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
  const to = change.status;
  // Who has not set a password yet is not let in by anybody else.
  if (to === 'Active' && before.status === 'Pending' && !(await userProofs.of(id))?.passwordHash)
    return { was: 'noPassword' };
  const user = await records.users.change(id, change);
  if (changedFields(before, user)) await audit.add({ what: 'user_changed', by: agent.id, about: id });
  const isAnother = (['email', 'role', 'status'] as const).some((field) => user[field] !== before[field]);
  if (isAnother) {
    await sessions.endAll(id);
    await userPages.endAll(id);
  }
  return { was: 'changed', user };
}
