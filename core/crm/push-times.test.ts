import { expect, it } from 'vitest';
import { endOfQuiet, nextBundleTime } from './push-times.ts';

const madrid = {
  timeZone: 'Europe/Madrid',
  quietHours: { from: '21:00', to: '08:00' },
  offerBundleTimes: ['09:00', '17:00'],
};
const newYork = { ...madrid, timeZone: 'America/New_York' };
const endOf = (hours: typeof madrid, now: string) => endOfQuiet(hours, new Date(now))?.toISOString();
const nextOf = (hours: Parameters<typeof nextBundleTime>[0], now: string) =>
  nextBundleTime(hours, new Date(now)).toISOString();

it('holds from the first minute of quiet hours to before their last', () => {
  expect(endOf(madrid, '2026-11-23T19:59:59Z')).toBeUndefined();
  expect(endOf(madrid, '2026-11-23T20:00:00Z')).toBe('2026-11-24T07:00:00.000Z');
  expect(endOf(madrid, '2026-11-24T06:59:59Z')).toBe('2026-11-24T07:00:00.000Z');
  expect(endOf(madrid, '2026-11-24T07:00:00Z')).toBeUndefined();
});

it('holds within one day where the hours don’t cross midnight, and never where there are none', () => {
  const siesta = { ...madrid, quietHours: { from: '14:00', to: '16:00' } };

  expect(endOf(siesta, '2026-11-23T13:30:00Z')).toBe('2026-11-23T15:00:00.000Z');
  expect(endOf(siesta, '2026-11-23T22:00:00Z')).toBeUndefined();
  expect(endOfQuiet({ ...madrid, quietHours: null }, new Date('2026-11-23T22:00:00Z'))).toBeUndefined();
});

it('ends quiet hours by the wall clock in the nights that clocks change, in two zones', () => {
  expect(endOf(madrid, '2026-03-28T23:00:00Z')).toBe('2026-03-29T06:00:00.000Z');
  expect(endOf(madrid, '2026-10-24T22:00:00Z')).toBe('2026-10-25T07:00:00.000Z');
  expect(endOf(newYork, '2026-03-08T03:00:00Z')).toBe('2026-03-08T12:00:00.000Z');
  expect(endOf(newYork, '2026-11-01T03:00:00Z')).toBe('2026-11-01T13:00:00.000Z');
});

it('names the next bundle by the wall clock, across the change of clocks, in two zones', () => {
  expect(nextOf(madrid, '2026-11-23T10:00:00Z')).toBe('2026-11-23T16:00:00.000Z');
  expect(nextOf(madrid, '2026-03-28T17:00:00Z')).toBe('2026-03-29T07:00:00.000Z');
  expect(nextOf(madrid, '2026-10-24T17:00:00Z')).toBe('2026-10-25T08:00:00.000Z');
  expect(nextOf(newYork, '2026-03-07T23:00:00Z')).toBe('2026-03-08T13:00:00.000Z');
  expect(nextOf(newYork, '2026-10-31T23:00:00Z')).toBe('2026-11-01T14:00:00.000Z');
});

it('passes over a bundle time that lies in quiet hours', () => {
  expect(nextOf({ ...madrid, offerBundleTimes: ['22:00', '07:00', '12:00'] }, '2026-11-23T12:00:00Z')).toBe(
    '2026-11-24T11:00:00.000Z',
  );
});

it('waits for the end of quiet hours where every bundle time lies in them', () => {
  expect(nextOf({ ...madrid, offerBundleTimes: ['22:00'] }, '2026-11-23T12:00:00Z')).toBe('2026-11-24T07:00:00.000Z');
});
