import { type Html, html } from '#adapters/console/html.ts';
import { moneyIn } from '#adapters/console/money.ts';
import type { Say } from '#adapters/console/say.ts';
import type { PropertyRecord } from '#core/crm/record.ts';
import type { PropertyStatus } from '#core/offers/offer.ts';
import { fellFrom } from '#core/offers/price.ts';

/** How each status looks as a tag, in the order in which they are chosen from. */
const LOOKS = {
  active: 'good',
  reserved: 'wait',
  sold: 'accent',
  rented: 'accent',
  off_market: 'wait',
  cancelled: 'bad',
} as const satisfies Readonly<Record<PropertyStatus, string>>;

const isStatus = (name: string): name is PropertyStatus => Object.hasOwn(LOOKS, name);
export const STATUSES: readonly PropertyStatus[] = Object.keys(LOOKS).filter(isStatus);

export const statusTag = (say: Say, status: PropertyStatus): Html =>
  html`<span class="tag ${LOOKS[status]}">${say(`property.status.${status}`)}</span>`;

/** `€425,000`, `€1,200 a month` */
export function priceOf(
  say: Say,
  { price, currency, transaction }: Pick<PropertyRecord, 'price' | 'currency' | 'transaction'>,
): string {
  if (price <= 0) return say('property.noPrice');
  const money = moneyIn(say.language, price, currency);
  return transaction === 'for_rent' ? say('property.perMonth', { price: money }) : money;
}

/** The price, and what it was where it fell lately: `€425,000 (was €450,000)`. */
export function pricesOf(say: Say, property: PropertyRecord, now: Date): string {
  const { price, currency, former_price: formerPrice, price_changed_at: at } = property;
  const was = fellFrom({ price, formerPrice, priceChangedAt: at === null ? null : new Date(at) }, now);
  return withFormer(say, priceOf(say, property), { fellFrom: was, currency });
}

export const withFormer = (
  say: Say,
  price: string,
  { fellFrom: was, currency }: { readonly fellFrom: number | null; readonly currency: string },
): string => (was === null ? price : say('property.fallen', { price, was: moneyIn(say.language, was, currency) }));

/** `312 m²` */
export const areaOf = (say: Say, squareMetres: number): string => say('property.area', { count: squareMetres });

/** What a price may be, as the API takes it. */
export const MONEY = { least: 0, most: 999_999_999_999.99 };

export const pathOf = ({ id }: Pick<PropertyRecord, 'id'>): string => `/crm/properties/${id}`;
