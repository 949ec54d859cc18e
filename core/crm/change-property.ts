import type { Clock } from '#core/clock.ts';
import type { PropertyId } from '#core/ids.ts';
import { FALLEN_MS, fellFrom, type PriceBefore, priceBefore } from '#core/offers/price.ts';
import { refreshCards } from '#core/offers/refresh-cards.ts';
import { companyOf } from './company-of.ts';
import type { CrmKept } from './crm-kept.ts';
import type { PropertyRecord } from './record.ts';
import type { PropertyChange } from './records.ts';

type Needs = Pick<CrmKept, 'records' | 'chats' | 'offers' | 'owed'> & { readonly clock: Clock };

/**
 * Changes a listing. Where its status or its price changes, the cards that clients were shown are brought up to date (rule
 * 12), and once more when what a price fell from is no longer said.
 */
export async function changeProperty(
  needs: Needs,
  id: PropertyId,
  change: PropertyChange,
): Promise<PropertyRecord | undefined> {
  const { records, owed, clock } = needs;
  const before = await records.properties.take(id);
  if (!before) return undefined;
  const now = clock.now();
  const after = { ...before, ...change };
  const isPriced = PRICED.some((field) => after[field] !== before[field]);
  const former = isPriced ? priceBefore({ ...before, ...keptOf(before) }, after, now) : {};
  const property = await records.properties.change(id, { ...change, ...former });
  if (!isPriced && property.status === before.status) return property;
  await refreshHome(needs, id);
  if (isPriced && fellFrom({ price: property.price, ...keptOf(property) }, now) !== null) {
    const at = new Date(now.getTime() + FALLEN_MS);
    await owed.later({ is: 'refreshHome', property: id }, `refreshHome:${id}:${at.toISOString()}`, at);
  }
  return property;
}

/** What of a listing says what it costs. */
const PRICED = ['price', 'currency', 'transaction'] as const;

const keptOf = ({ former_price: formerPrice, price_changed_at: at }: PropertyRecord): PriceBefore => ({
  formerPrice,
  priceChangedAt: at === null ? null : new Date(at),
});

/** Brings the cards of a home up to date in every deal that has it. */
export async function refreshHome(needs: Omit<Needs, 'clock'>, property: PropertyId): Promise<void> {
  const { records } = needs;
  const company = companyOf(await records.company.get());
  for (const offered of await records.dealProperties.of(property)) await refreshCards(needs, company, offered.id);
}
