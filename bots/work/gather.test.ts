import { describe, expect, it } from 'vitest';
import { gather } from './gather.ts';

describe('what is gathered', () => {
  it('goes at once at rest, and together while a batch is under way', async () => {
    const batches: (readonly number[])[] = [];
    let release = () => {};
    const add = gather<number>((items) => {
      batches.push(items);
      return new Promise((resolve) => {
        release = resolve;
      });
    });

    const first = add(1);
    const rest = [add(2), add(3)];
    expect(batches).toEqual([[1]]);
    release();
    await first;
    release();
    await Promise.all(rest);

    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('fails each item of a batch that failed, and goes on with the next', async () => {
    let fails = true;
    const add = gather<number>(() => (fails ? Promise.reject(new Error('away')) : Promise.resolve()));

    await expect(add(1)).rejects.toThrow('away');
    fails = false;

    await expect(add(2)).resolves.toBeUndefined();
  });
});
