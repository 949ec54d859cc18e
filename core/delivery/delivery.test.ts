import { describe, expect, it } from 'vitest';
import { backoffSeconds, nextTry, nextTurn } from './backoff.ts';
import { outcomeOf } from './outcome.ts';
import { full, type Pace, paused, take, waitSeconds } from './pace.ts';

describe('a delivery that did not arrive', () => {
  it('waits longer and longer, never longer than five minutes', () => {
    expect([1, 2, 3, 4, 9, 10, 500].map(backoffSeconds)).toEqual([1, 2, 4, 8, 256, 300, 300]);
  });

  it('is tried again for a day, as late as the platform says', () => {
    expect(nextTry(3, 60)).toBe(4);
    expect(nextTry(3, 60, 17)).toBe(17);
    expect(nextTry(3, 86_390, 17)).toBeUndefined();
    const tried = { kind: 'screen', attempts: 400, ageSeconds: 86_399 } as const;
    const became = outcomeOf(tried, { was: 'notYet', pauses: 'chat', why: 'Telegram is away' });
    expect(became).toMatchObject({ was: 'failed', failure: { code: 'gave_up' }, unreachable: false });
  });

  it.each([
    ['screen', 'uncertain'],
    ['offer', 'uncertain'],
    ['viewing', 'again'],
    ['code', 'again'],
  ] as const)('may have arrived: a %s is then %s', (kind, was) => {
    expect(outcomeOf({ kind, attempts: 1, ageSeconds: 0 }, { was: 'uncertain', why: 'cut' }).was).toBe(was);
  });
});

describe('an event whose turn fails', () => {
  it('is tried five times within 4 s', () => {
    const waits = [1, 2, 3, 4].map((attempts) => nextTurn(attempts) ?? Number.NaN);

    expect(waits.reduce((sum, seconds) => sum + seconds)).toBeLessThan(4);
    expect(nextTurn(5)).toBeUndefined();
  });
});

describe('a pace', () => {
  const pace: Pace = { perSecond: 2, burst: 3 };

  it('gives a burst, then so many a second, and a burst again after a rest', () => {
    let bucket = full(pace, 0);
    for (let count = 0; count < 3; count += 1) bucket = take(pace, bucket, 0);

    expect(waitSeconds(pace, bucket, 0)).toBe(0.5);
    expect(waitSeconds(pace, bucket, 500)).toBe(0);
    bucket = take(pace, bucket, 500);
    expect(waitSeconds(pace, bucket, 500)).toBe(0.5);
    expect(waitSeconds(pace, take(pace, bucket, 10_000), 10_000)).toBe(0);
  });

  it('waits as long as it was told to, then goes on slowly', () => {
    const bucket = paused(1000, 5);

    expect(waitSeconds(pace, bucket, 1000)).toBe(5);
    expect(waitSeconds(pace, bucket, 6000)).toBe(0);
    expect(waitSeconds(pace, take(pace, bucket, 6000), 6000)).toBe(0.5);
  });
});
