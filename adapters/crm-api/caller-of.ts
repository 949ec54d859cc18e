import { sha256 } from '#adapters/hashes.ts';
import type { Routing } from '#core/accounts/accounts.ts';
import type { Agent } from '#core/crm/agent.ts';
import type { KeyHolder, Keys } from '#core/crm/keys.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Store } from '#core/store.ts';
import { Problem } from './errors.ts';

/** Who asks: the user that the key acts as. */
export type Caller = {
  readonly company: CompanyId;
  readonly agent: Agent;
  readonly holder: Pick<KeyHolder, 'key' | 'usedAt'>;
};

export type CallerNeeds<All> = {
  readonly store: Store<All>;
  readonly routing: Pick<Routing, 'companyOfApiKey'>;
};

/** Whose key it is; a Problem where it is nobody's, was revoked, or its user is not active. */
export async function callerOf<All extends { readonly keys: Keys }>(
  { store, routing }: CallerNeeds<All>,
  key: string | string[] | undefined,
): Promise<Caller> {
  if (typeof key !== 'string' || key === '') throw new Problem('unknownKey');
  const hash = sha256(key);
  const company = await routing.companyOfApiKey(hash);
  if (!company) throw new Problem('unknownKey');
  const holder = await store.transaction(company, ({ keys }) => keys.holderOf(hash));
  if (!holder) throw new Problem('unknownKey');
  return { company, agent: holder.user, holder };
}
