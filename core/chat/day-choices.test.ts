import { expect, it } from 'vitest';
import type { Id } from '#core/ids.ts';
import { dayChoices } from './day-choices.ts';
import type { Question } from './screen.ts';

const offer = '0192f1c4-5a30-7c3e-9b1d-2f6e8a4c0d11' as Id<'offer'>;
const ask: Question & { is: 'dates' } = {
  ...{ is: 'dates', offer, first: '2026-11-27', last: '2027-02-25', from: '2026-11-27', ticked: [] },
  several: [
    { are: 'mornings', days: ['2026-11-27', '2026-11-30', '2026-12-01'] },
    { are: 'weekend', days: ['2026-11-28', '2026-11-29'] },
  ],
};
const leadsTo = (more: Partial<typeof ask> = {}) =>
  dayChoices({ ...ask, ...more }).flatMap((choice) => {
    if (choice.is !== 'press') return [];
    const { intent } = choice;
    if (intent.to === 'tickSeveral') return [`${intent.are} from ${intent.from}`];
    if (intent.to === 'showDays') return [`to ${intent.from}`];
    return intent.to === 'tickDay' ? [intent.day.slice(5)] : [intent.to];
  });

it('begins with days that go together and five single ones, and goes on over the end of a month', () => {
  expect(leadsTo()).toEqual([
    ...['mornings from 2026-11-27', 'weekend from 2026-11-28'],
    ...['11-27', '11-28', '11-29', '11-30', '12-01', 'to 2026-12-02'],
  ]);
});

it('offers no day twice, and none together once one is chosen', () => {
  expect(leadsTo({ ticked: ['2026-11-28'] })).toEqual(['11-27', '11-29', '11-30', '12-01', 'to 2026-12-02']);
});

it('has seven days on later pages, and comes back to the first as it was', () => {
  expect(leadsTo({ from: '2026-12-28' })).toEqual([
    ...['12-28', '12-29', '12-30', '12-31', '01-01', '01-02', '01-03'],
    ...['to 2027-01-04', 'to 2026-12-21'],
  ]);
  expect(leadsTo({ from: '2026-12-02' }).at(-1)).toBe('to 2026-11-27');
});

it('ends with the last day that may be wished for', () => {
  expect(leadsTo({ from: '2027-02-24' })).toEqual(['02-24', '02-25', 'to 2027-02-17']);
});

it('never has more rows than a list takes beside Cancel', () => {
  for (let page = ask.from, seen = 0; seen < 15; seen += 1) {
    const rows = leadsTo({ from: page });
    expect(rows.length).toBeLessThanOrEqual(9);
    page = rows.find((row) => row.startsWith('to '))?.slice(3) ?? page;
  }
});
