import { describe, expect, it } from 'vitest';
import { fellFrom, priceBefore } from './price.ts';

const sale = { currency: 'EUR', transaction: 'for_sale' };
const never = { formerPrice: null, priceChangedAt: null };
const day = (nth: number) => new Date(Date.UTC(2026, 10, nth, 9));
const minutes = (at: Date, many: number) => new Date(at.getTime() + many * 60_000);

/** A price, and what it becomes, one after the other. */
function told(...prices: readonly (readonly [price: number, at: Date])[]) {
  const [[first] = [0]] = prices;
  let kept = { ...sale, price: first, ...never };
  for (const [price, at] of prices.slice(1))
    kept = { ...kept, price, ...priceBefore(kept, { ...sale, price }, at) } as typeof kept;
  return (now: Date) => fellFrom(kept, now);
}

describe('what a price fell from', () => {
  it('is the price before, for 14 days', () => {
    const said = told([450, day(1)], [425, day(2)]);

    expect([said(day(2)), said(day(15)), said(day(16))]).toEqual([450, 450, null]);
  });

  it('is nothing where it rose, however it fell before', () => {
    expect(told([450, day(1)], [425, day(2)], [430, day(3)])(day(3))).toBeNull();
  });

  it('is what stood last where it falls twice', () => {
    expect(told([450, day(1)], [425, day(2)], [410, day(5)])(day(6))).toBe(425);
  });

  it('is no slip of the hand that was mended within the hour', () => {
    const slip = day(2);

    expect(told([450, day(1)], [4500, slip], [450, minutes(slip, 5)])(day(3))).toBeNull();
    expect(told([450, day(1)], [4500, slip], [425, minutes(slip, 5)])(day(3))).toBe(450);
    expect(told([450, day(1)], [45, slip], [450, minutes(slip, 5)])(day(3))).toBeNull();
  });

  it('is nothing where it is asked for in other money or in another way', () => {
    const before = { ...sale, price: 450, ...never };

    expect(priceBefore(before, { ...sale, price: 400, currency: 'GBP' }, day(2))).toEqual(never);
    expect(priceBefore(before, { ...sale, price: 400, transaction: 'for_rent' }, day(2))).toEqual(never);
  });
});
