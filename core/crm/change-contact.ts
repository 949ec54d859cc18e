import type { ContactId, UserId } from '#core/ids.ts';
import { LEAD_FIELDS } from './add-contact.ts';
import { changedFields } from './changed-fields.ts';
import type { CrmKept } from './crm-kept.ts';
import type { ContactRecord } from './record.ts';
import type { ContactChange } from './records.ts';

export type ContactChanged =
  | { readonly was: 'changed'; readonly contact: ContactRecord }
  | { readonly was: 'missing' }
  | { readonly was: 'noSuchUser'; readonly user: UserId }
  | { readonly was: 'leadFields'; readonly fields: readonly string[] };

/** Whoever changes these looks after the lead. */
const TAKEN_UP_BY = ['kind', 'lead_stage', 'lead_status'] as const;

type Needs = Pick<CrmKept, 'records' | 'announcements' | 'waits'>;

/** Changes a person's record; the same again changes nothing and tells nobody. */
export async function changeContact(needs: Needs, id: ContactId, change: ContactChange): Promise<ContactChanged> {
  const { records } = needs;
  const before = await records.contacts.take(id);
  if (!before) return { was: 'missing' };
  if (change.assigned_to && !(await records.users.find(change.assigned_to)))
    return { was: 'noSuchUser', user: change.assigned_to };
  const fields = LEAD_FIELDS.filter((field) => change[field] !== undefined && change[field] !== null);
  if (before.kind !== 'lead' && fields.length > 0) return { was: 'leadFields', fields };
  const contact = await records.contacts.change(id, change);
  const previous = changedFields(before, contact);
  if (previous && TAKEN_UP_BY.some((field) => field in previous)) await needs.waits.takeUp(id);
  if (previous) await needs.announcements.add({ event: 'contact.updated', record: id, previous });
  return { was: 'changed', contact };
}
