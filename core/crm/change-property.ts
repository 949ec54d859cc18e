import type { PropertyId } from '#core/ids.ts';
import { refreshCards } from '#core/offers/refresh-cards.ts';
import { companyOf } from './company-of.ts';
import type { CrmKept } from './crm-kept.ts';
import type { PropertyRecord } from './record.ts';
import type { PropertyChange } from './records.ts';

type Needs = Pick<CrmKept, 'records' | 'chats' | 'offers' | 'owed'>;

/** Changes a listing. Where its status changes, the cards that clients were shown are brought up to date (rule 12). */
export async function changeProperty(
  needs: Needs,
  id: PropertyId,
  change: PropertyChange,
): Promise<PropertyRecord | undefined> {
  const { records } = needs;
  const before = await records.properties.take(id);
  if (!before) return undefined;
  const property = await records.properties.change(id, change);
  if (property.status === before.status) return property;
  const company = companyOf(await records.company.get());
  for (const offered of await records.dealProperties.of(id)) await refreshCards(needs, company, offered.id);
  return property;
}
