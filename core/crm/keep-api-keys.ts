import type { UserId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { ApiKeyId, ApiKeyRecord } from './api-keys.ts';
import type { CrmKept } from './crm-kept.ts';

type Needs = Pick<CrmKept, 'apiKeys' | 'records' | 'audit'>;
export type ApiKeyTools = {
  /** One that nobody can guess. */
  readonly newApiKey: () => string;
};

export type ApiKeyMade =
  /** `key`: shown this once. */
  | { readonly was: 'made'; readonly record: ApiKeyRecord; readonly key: string }
  /** Nobody as whom it could act. */
  | { readonly was: 'noSuchUser' };
export type ApiKeyRevoked = { readonly was: 'revoked' | 'missing' };

/** Makes a key that acts as this user, with their rights, for as long as they are active. */
export async function makeApiKey(
  { apiKeys, records, audit, newApiKey }: Needs & ApiKeyTools,
  agent: Agent,
  { name, user }: { readonly name: string; readonly user: UserId },
): Promise<ApiKeyMade> {
  if ((await records.users.find(user))?.status !== 'Active') return { was: 'noSuchUser' };
  const key = newApiKey();
  const record = await apiKeys.add(user, name, key);
  await audit.add({ what: 'key_made', by: agent.id, about: record.id });
  return { was: 'made', record, key };
}

/** Ends a key at once. */
export async function revokeApiKey({ apiKeys, audit }: Needs, agent: Agent, id: ApiKeyId): Promise<ApiKeyRevoked> {
  if (!(await apiKeys.revoke(id))) return { was: 'missing' };
  await audit.add({ what: 'key_revoked', by: agent.id, about: id });
  return { was: 'revoked' };
}
