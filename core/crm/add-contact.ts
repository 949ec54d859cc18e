import type { UserId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import type { ContactRecord } from './record.ts';
import type { NewContact } from './records.ts';

export type ContactAdded =
  | { readonly was: 'added'; readonly contact: ContactRecord }
  | { readonly was: 'noSuchUser'; readonly user: UserId }
  /** Only leads have a type, source, stage and status of their own. */
  | { readonly was: 'leadFields'; readonly fields: readonly string[] };

export const LEAD_FIELDS = ['lead_type', 'lead_source', 'lead_stage', 'lead_status'] as const;

type Needs = Pick<CrmKept, 'records' | 'timeline' | 'announcements'>;

/** Adds a person; owned by whoever adds them where nobody is named. */
export async function addContact(needs: Needs, agent: Agent, wanted: NewContact): Promise<ContactAdded> {
  const { records } = needs;
  const owner = wanted.assigned_to === undefined ? agent.id : wanted.assigned_to;
  if (owner && !(await records.users.find(owner))) return { was: 'noSuchUser', user: owner };
  const isLead = wanted.kind === 'lead';
  const fields = LEAD_FIELDS.filter((field) => wanted[field] !== undefined && wanted[field] !== null);
  if (!isLead && fields.length > 0) return { was: 'leadFields', fields };
  const defaults = isLead ? { lead_type: 'Buyer', lead_stage: 'Neutral', lead_status: 'New' } : {};
  const contact = await records.contacts.add({ ...defaults, ...wanted, assigned_to: owner });
  if (!isLead) await needs.announcements.add({ event: 'contact.created', record: contact.id });
  else
    await needs.timeline.add(
      agent,
      {
        type: 'lead_created',
        title: `Lead created: ${contact.first_name} ${contact.last_name}`,
        contact: contact.id,
      },
      { event: 'lead.created', record: contact.id },
    );
  return { was: 'added', contact };
}
