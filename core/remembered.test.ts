import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

it('asks once for each key, anew where there is none, and keeps no more than it may', () => {
  const asked: number[] = [];
  const double = remembered(
    (one: number) => {
      asked.push(one);
      return one * 2;
    },
    (one) => (one < 0 ? undefined : String(one)),
    2,
  );

  expect([1, 1, 0, 0, -1, -1].map(double)).toEqual([2, 2, 0, 0, -2, -2]);
  expect(asked).toEqual([1, 0, -1, -1]);

  expect([2, 2, 1].map(double)).toEqual([4, 4, 2]);
  expect(asked.slice(4)).toEqual([2, 1]);
});
