import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';

/** What clients read of who speaks to them: who was added without a name of their own has a part of their address there; the office's is shown instead. */
export async function nameShown({ records }: Pick<CrmKept, 'records'>, { id, name }: Agent): Promise<string> {
  const email = (await records.users.find(id))?.email ?? '';
  return name.includes('@') || name === email.split('@')[0] ? (await records.company.get()).name : name;
}
