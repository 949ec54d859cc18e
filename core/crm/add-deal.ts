import type { ContactId, UserId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import type { DealRecord } from './record.ts';
import type { NewDeal } from './records.ts';

export type DealRefused =
  | { readonly was: 'noSuchUser'; readonly user: UserId }
  | { readonly was: 'noSuchContact'; readonly index: number }
  /** Convert it first. */
  | { readonly was: 'lead'; readonly index: number };
export type DealAdded = { readonly was: 'added'; readonly deal: DealRecord } | DealRefused;

type Needs = Pick<CrmKept, 'records'>;

/** Opens a deal for one or more contacts; owned by whoever opens it where nobody is named. */
export async function addDeal(needs: Needs, agent: Agent, wanted: NewDeal): Promise<DealAdded> {
  const assigned_to = wanted.assigned_to === undefined ? agent.id : wanted.assigned_to;
  const refused = await refusePeople(needs, { contacts: wanted.contacts, assigned_to });
  if (refused) return refused;
  return { was: 'added', deal: await needs.records.deals.add({ ...wanted, assigned_to }) };
}

/** Why these people can't be on a deal; undefined where they can. */
export async function refusePeople(
  { records }: Needs,
  people: { readonly contacts?: readonly ContactId[]; readonly assigned_to?: UserId | null },
): Promise<DealRefused | undefined> {
  for (const [index, id] of (people.contacts ?? []).entries()) {
    const contact = await records.contacts.take(id);
    if (!contact) return { was: 'noSuchContact', index };
    if (contact.kind === 'lead') return { was: 'lead', index };
  }
  const user = people.assigned_to;
  return user && !(await records.users.find(user)) ? { was: 'noSuchUser', user } : undefined;
}
