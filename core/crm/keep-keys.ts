import type { UserId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import type { KeyRecord } from './keys.ts';

export type KeyNeeds = {
  /** A fresh key as who asked is told it, once, and its SHA-256 in hex, which is kept. */
  readonly newKey: () => { readonly key: string; readonly hash: string };
};
type Wanted = { readonly name: string; readonly user_id: UserId };

/** `key`: what opens the API, said this once. */
export type KeyMade =
  | { readonly was: 'made'; readonly record: KeyRecord; readonly key: string }
  | { readonly was: 'noSuchUser' };
export type KeyRevoked = { readonly was: 'revoked' | 'missing' };

/** Makes a key that acts as an active user of the company. */
export async function makeKey(
  { keys, records, audit, newKey }: Pick<CrmKept, 'keys' | 'records' | 'audit'> & KeyNeeds,
  agent: Agent,
  wanted: Wanted,
): Promise<KeyMade> {
  // Taken, so that nobody shuts them out meanwhile.
  const user = await records.users.take(wanted.user_id);
  if (user?.status !== 'Active') return { was: 'noSuchUser' };
  const { key, hash } = newKey();
  const record = await keys.add({ name: wanted.name, user: user.id, hash });
  await audit.add({ what: 'key_made', by: agent.id, about: record.id });
  return { was: 'made', record, key };
}

/** Ends a key: the next request with it is refused. */
export async function revokeKey(
  { keys, audit }: Pick<CrmKept, 'keys' | 'audit'>,
  agent: Agent,
  id: string,
): Promise<KeyRevoked> {
  if (!(await keys.revoke(id))) return { was: 'missing' };
  await audit.add({ what: 'key_revoked', by: agent.id, about: id });
  return { was: 'revoked' };
}
