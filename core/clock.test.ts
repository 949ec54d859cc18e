import { expect, it } from 'vitest';
import { dayOf, momentOf } from './clock.ts';

const ZONES = ['Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Monrovia'];
const MINUTE_MS = 60_000;
/** Milliseconds into a minute: where two days meet within one, its first moment and its last are not of the same. */
const AT_ITS_ENDS = [0, 31_500, 59_900];

it('names the same day whether it was asked before or not, in every minute around a change of clocks', () => {
  for (const timeZone of ZONES) {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    for (const begun of [
      '2026-03-28T22:00:00Z',
      '2026-10-24T22:00:00Z',
      '2026-04-04T14:00:00Z',
      '1972-01-06T23:00:00Z',
    ])
      for (let minute = 0; minute < 240; minute++)
        for (const within of AT_ITS_ENDS) {
          const moment = new Date(new Date(begun).getTime() + minute * MINUTE_MS + within);
          const wanted = format.format(moment);
          expect([timeZone, moment, dayOf(moment, timeZone)]).toEqual([timeZone, moment, wanted]);
          expect(dayOf(moment, timeZone)).toBe(wanted);
        }
  }
});

it('finds the moment of a wall clock again, on both sides of a change of clocks', () => {
  for (const [day, time, moment] of [
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-12-02', '10:00', '2026-12-02T09:00:00.000Z'],
  ] as const)
    for (let again = 0; again < 2; again += 1) expect(momentOf(day, time, 'Europe/Madrid').toISOString()).toBe(moment);
});
