import { expect, it } from 'vitest';
import type { Id } from '#core/ids.ts';
import { dayChoices } from './day-choices.ts';

const offer = '0192f1c4-5a30-7c3e-9b1d-2f6e8a4c0d11' as Id<'offer'>;
const ask = { is: 'dates', offer, first: '2026-11-27', last: '2027-02-25', taken: ['2026-11-28'] } as const;
const leadsTo = (month: string) =>
  dayChoices({ ...ask, month }).flatMap((choice) =>
    choice.is === 'press' && 'day' in choice.intent
      ? [choice.intent.day]
      : choice.is === 'press' && 'month' in choice.intent
        ? [choice.intent.month]
        : [],
  );

it('lists the days left of the month that are not taken, then the way to the next', () => {
  expect(leadsTo('2026-11')).toEqual(['2026-11-27', '2026-11-29', '2026-11-30', '2026-12']);
});

it('goes both ways from a month in between, over the turn of the year', () => {
  expect(leadsTo('2026-12').slice(-3)).toEqual(['2026-12-31', '2027-01', '2026-11']);
});

it('ends with the last day that may be wished for', () => {
  expect(leadsTo('2027-02').slice(-2)).toEqual(['2027-02-25', '2027-01']);
});
