import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeHours } from '#core/office-hours.ts';
import { createOfficeTime } from './office-time.ts';

const WEEK: OfficeHours = {
  timeZone: 'Europe/Madrid',
  officeHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
  closedDays: [],
};
const dueAfter = (since: string, minutes: number, some: Partial<OfficeHours> = {}) =>
  createOfficeTime({ ...WEEK, ...some })
    .after(new Date(since), minutes)
    .toISOString();
const sinceBefore = (now: string, minutes: number, some: Partial<OfficeHours> = {}) =>
  createOfficeTime({ ...WEEK, ...some })
    .before(new Date(now), minutes)
    .toISOString();

describe('the office’s time', () => {
  it('runs while the office is open', () => {
    expect(dueAfter('2026-11-30T08:44:30Z', 240)).toBe('2026-11-30T12:44:30.000Z');
  });

  it('stands still at night, at the weekend and on closed days', () => {
    expect(dueAfter('2026-11-30T15:00:00Z', 240)).toBe('2026-12-01T10:00:00.000Z');
    expect(dueAfter('2026-12-04T16:02:00Z', 240)).toBe('2026-12-07T11:02:00.000Z');
    expect(dueAfter('2026-12-05T11:00:00Z', 240)).toBe('2026-12-07T12:00:00.000Z');
    expect(dueAfter('2026-12-05T11:00:00Z', 240, { closedDays: ['2026-12-07', '2026-12-08'] })).toBe(
      '2026-12-09T12:00:00.000Z',
    );
  });

  it('ends with the day where the last minute is the day’s last', () => {
    expect(dueAfter('2026-11-30T13:00:00Z', 240)).toBe('2026-11-30T17:00:00.000Z');
    expect(dueAfter('2026-11-30T13:00:01Z', 240)).toBe('2026-12-01T08:00:01.000Z');
  });

  it('stands still at noon where the office has two stretches a day, in whatever order they are given', () => {
    const officeHours = [
      { days: [1], from: '15:00', to: '19:00' },
      { days: [1], from: '09:00', to: '13:00' },
    ];
    expect(dueAfter('2026-11-30T11:30:00Z', 60, { officeHours })).toBe('2026-11-30T14:30:00.000Z');
    expect(sinceBefore('2026-11-30T14:30:00Z', 60, { officeHours })).toBe('2026-11-30T11:30:00.000Z');
  });

  it('counts real minutes in the nights in which clocks change', () => {
    const officeHours = [{ days: [6, 7], from: '00:00', to: '12:00' }];
    expect(dueAfter('2027-03-27T23:00:00Z', 660, { officeHours })).toBe('2027-03-28T10:00:00.000Z');
    expect(dueAfter('2027-10-30T22:00:00Z', 780, { officeHours })).toBe('2027-10-31T11:00:00.000Z');
  });

  it('knows since when somebody waits too long', () => {
    expect(sinceBefore('2026-11-30T12:44:30Z', 240)).toBe('2026-11-30T08:44:30.000Z');
    expect(sinceBefore('2026-12-07T11:02:00Z', 240)).toBe('2026-12-04T16:02:00.000Z');
    expect(sinceBefore('2026-12-06T11:02:00Z', 240)).toBe('2026-12-04T13:00:00.000Z');
    expect(sinceBefore('2026-12-07T12:00:00Z', 240)).toBe('2026-12-07T08:00:00.000Z');
  });

  const zone = fc.constantFrom(
    'Europe/Madrid',
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  );
  const hour = (from: number, to: number) =>
    fc.integer({ min: from * 60, max: to * 60 }).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
  /** Openings and closings lie outside the hours in which clocks change, where a time of day is none, or two. */
  const stretch = fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    from: fc.oneof(fc.constant('00:00'), hour(4, 11)),
    to: hour(12, 23),
  });
  const office = fc.record({
    timeZone: zone,
    officeHours: fc.array(stretch, { minLength: 1, maxLength: 1 }),
    closedDays: fc.subarray(['2027-03-28', '2027-03-29', '2027-04-05', '2027-10-31', '2027-11-01', '2027-11-08']),
  });
  const start = fc.constantFrom(
    '2027-03-12T20:00:00Z',
    '2027-03-26T20:00:00Z',
    '2027-10-29T10:00:00Z',
    '2027-11-05T00:00:00Z',
    '2027-04-02T00:00:00Z',
  );

  it('is what counting minute by minute finds', () => {
    fc.assert(
      fc.property(
        office,
        start,
        fc.integer({ min: 0, max: 4 * 1440 }),
        fc.integer({ min: 1, max: 600 }),
        (hours, first, ahead, minutes) => {
          const since = new Date(Date.parse(first) + ahead * 60_000);
          expect(createOfficeTime(hours).after(since, minutes)).toEqual(counted(hours, since, minutes));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same forwards and backwards', () => {
    fc.assert(
      fc.property(
        office,
        start,
        fc.integer({ min: 0, max: 10 * 1440 * 60 }),
        fc.integer({ min: 1, max: 10_000 }),
        (hours, first, seconds, minutes) => {
          const time = createOfficeTime(hours);
          const since = new Date(Date.parse(first) + seconds * 1000);
          const due = time.after(since, minutes);
          const again = time.before(due, minutes);

          expect(again.getTime()).toBeGreaterThanOrEqual(since.getTime());
          expect(time.after(again, minutes)).toEqual(due);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** The slow way: looks at the clock on the wall once a minute. */
function counted({ timeZone, officeHours, closedDays }: OfficeHours, since: Date, minutes: number): Date {
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const isOpen = (at: number) => {
    const parts = new Map(wall.formatToParts(at).map(({ type, value }) => [type, value]));
    const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
    const time = `${parts.get('hour')}:${parts.get('minute')}`;
    const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.get('weekday') ?? '') + 1;
    return (
      !closedDays.includes(day) &&
      officeHours.some(({ days, from, to }) => days.includes(weekday) && from <= time && time < to)
    );
  };
  let at = since.getTime();
  for (let left = minutes; left > 0; at += 60_000) if (isOpen(at)) left -= 1;
  return new Date(at);
}
