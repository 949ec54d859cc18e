/** What a home's price was before it last changed; both null where it never did. */
export type PriceBefore = { readonly formerPrice: number | null; readonly priceChangedAt: Date | null };

/** A price that fell says for so long what it fell from; one that rose never does. */
export const FALLEN_MS = 14 * 24 * 3600_000;
/** A price that stood for less was a slip of the hand, and nobody's price: what it is measured by is the one before it. */
const SLIP_MS = 3600_000;

type Priced = { readonly price: number; readonly currency: string; readonly transaction: string };

/** What is to be kept of the price that was, where it changes now. A sum in other money, or of another kind, is no measure. */
export function priceBefore(before: Priced & PriceBefore, after: Priced, now: Date): PriceBefore {
  if (before.currency !== after.currency || before.transaction !== after.transaction)
    return { formerPrice: null, priceChangedAt: null };
  const { formerPrice, priceChangedAt } = before;
  const isSlip = formerPrice !== null && priceChangedAt !== null && now.getTime() - priceChangedAt.getTime() < SLIP_MS;
  const measure = isSlip ? formerPrice : before.price;
  return measure === after.price
    ? { formerPrice: null, priceChangedAt: null }
    : { formerPrice: measure, priceChangedAt: now };
}

/** What the price fell from, as long as that is said; null where it did not fall, or long ago. */
export function fellFrom(
  { price, formerPrice, priceChangedAt }: Pick<Priced, 'price'> & PriceBefore,
  now: Date,
): number | null {
  if (formerPrice === null || priceChangedAt === null || formerPrice <= price) return null;
  return now.getTime() - priceChangedAt.getTime() < FALLEN_MS ? formerPrice : null;
}
