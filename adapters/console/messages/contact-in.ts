import type { Asked, Visit } from '#adapters/console/door.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { isId } from '#core/ids.ts';

/** The client whose talk a page or a deed is about; undefined where there is none such. */
export async function contactIn({ kept }: Visit, { params }: Asked): Promise<ContactRecord | undefined> {
  const id = params.id ?? '';
  return isId(id) ? kept.records.contacts.find(id) : undefined;
}
