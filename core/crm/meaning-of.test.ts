import { expect, it } from 'vitest';
import { type Meanings, meaningOf } from './meaning-of.ts';
import { MEETING_MEANINGS, type MeetingOutcome } from './meanings.ts';
import { noSuch } from './refusal.ts';

const confirmed = (outcome: MeetingOutcome) => meaningOf(MEETING_MEANINGS, outcome);

it('hands on what was done, and says why not otherwise, with what is so now', () => {
  expect(confirmed({ was: 'confirmed' })).toEqual({ is: 'done', done: { was: 'confirmed' } });
  expect(confirmed({ was: 'missing' })).toEqual({ is: 'refused', refusal: noSuch('meeting') });
  expect(confirmed({ was: 'otherStatus', status: 'cancelled', changed: null })).toEqual({
    is: 'refused',
    refusal: { is: 'conflict', detail: 'The viewing is cancelled.', now: { current_status: 'cancelled' } },
  });
});

it('knows what belongs to an outcome that was done, and takes no table that lacks one', () => {
  type Sold = { was: 'sold'; price: number } | { was: 'missing' } | { was: 'late'; days: number };
  const table = {
    sold: 'done',
    missing: noSuch('home'),
    late: ({ days }) => noSuch(`home for ${days} days`),
  } as const satisfies Meanings<Sold>;
  // @ts-expect-error: `late` is missing
  const short = { sold: 'done', missing: noSuch('home') } as const satisfies Meanings<Sold>;
  const sold: Sold = { was: 'sold', price: 1 };

  const meaning = meaningOf(table, sold as Sold);

  expect(Object.keys(short)).toHaveLength(2);
  expect(meaning.is === 'done' && meaning.done.price).toBe(1);
});
