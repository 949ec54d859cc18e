import type { ContactId, UserId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import type { ContactRecord } from './record.ts';

export type Given =
  | { readonly was: 'given' | 'theirs'; readonly contact: ContactRecord; readonly user: { readonly name: string } }
  | { readonly was: 'missing' }
  /** Not of the company, or one who does not work there now. */
  | { readonly was: 'noSuchUser'; readonly user: UserId };

type Needs = Pick<CrmKept, 'records' | 'colleagues' | 'timeline'>;

/**
 * Gives a contact or lead to a colleague, who looks after them from now on, with their open deals and the viewings that are to
 * come. `theirs`: all of it was, and nobody is told.
 */
export async function giveContact(
  { records, colleagues, timeline }: Needs,
  agent: Agent,
  id: ContactId,
  to: UserId,
): Promise<Given> {
  const before = await records.contacts.take(id);
  if (!before) return { was: 'missing' };
  const user = await records.users.find(to);
  if (user?.status !== 'Active') return { was: 'noSuchUser', user: to };
  const { contacts, deals, viewings } = await colleagues.give(id, to);
  const contact = { ...before, assigned_to: to };
  if (contacts + deals + viewings === 0) return { was: 'theirs', contact, user };
  await timeline.add(
    agent,
    { type: 'contact_given', title: `Given to ${user.name}`, contact: id },
    ...(contacts > 0
      ? [{ event: 'contact.updated' as const, record: id, previous: { assigned_to: before.assigned_to } }]
      : []),
  );
  return { was: 'given', contact, user };
}
