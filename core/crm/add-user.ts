import type { CrmKept } from './crm-kept.ts';
import type { UserRecord } from './record.ts';
import type { NewUser } from './records.ts';

export type UserAdded = { readonly was: 'added'; readonly user: UserRecord } | { readonly was: 'taken' };

/** Adds a person to the office; an e-mail belongs to one of them only. */
export async function addUser({ records }: Pick<CrmKept, 'records'>, wanted: NewUser): Promise<UserAdded> {
  if (await records.users.withEmail(wanted.email)) return { was: 'taken' };
  return { was: 'added', user: await records.users.add(wanted) };
}
