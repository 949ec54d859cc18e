import type { ContactId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import type { ContactRecord } from './record.ts';

export type Converted =
  | { readonly was: 'converted'; readonly contact: ContactRecord }
  | { readonly was: 'already'; readonly contact: ContactRecord }
  | { readonly was: 'missing' };

type Needs = Pick<CrmKept, 'records' | 'timeline' | 'waits'>;

/** Makes a lead a contact, who can be on a deal; the history stays. */
export async function convertLead(needs: Needs, agent: Agent, id: ContactId): Promise<Converted> {
  const before = await needs.records.contacts.take(id);
  if (!before) return { was: 'missing' };
  if (before.kind === 'contact') return { was: 'already', contact: before };
  const contact = await needs.records.contacts.change(id, { kind: 'contact' });
  await needs.waits.takeUp(id);
  await needs.timeline.add(
    agent,
    {
      type: 'lead_converted',
      title: `Lead converted to contact: ${contact.first_name} ${contact.last_name}`,
      contact: id,
    },
    { event: 'contact.updated', record: id, previous: { kind: 'lead' } },
  );
  return { was: 'converted', contact };
}
