import { remembered } from './remembered.ts';

/** The time, passed in so that tests can move it. */
export interface Clock {
  now(): Date;
}

/** A calendar day without a zone, `2026-11-26`. Compares correctly as a string. */
export type Day = string & { readonly day?: never };

const MINUTE_MS = 60_000;
/** Since then every zone is off by whole minutes, and changes at one (IANA's database of time zones). */
const WHOLE_MINUTES_MS = Date.UTC(1973, 0, 1);
const MOST_KNOWN = 20_000;

/** The same for all moments of a minute: a board asks for the same few, and formats are slow. */
const once = <Answer>(ask: (moment: Date, zone: string) => Answer) => remembered(ask, minuteIn, MOST_KNOWN);
const minuteIn = (moment: Date, zone: string): string | undefined =>
  moment.getTime() < WHOLE_MINUTES_MS ? undefined : `${zone} ${Math.floor(moment.getTime() / MINUTE_MS)}`;

const dayIn = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that a moment falls on in an IANA zone. */
export const dayOf = once((moment: Date, zone: string): Day => {
  let format = dayIn.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayIn.set(zone, format);
  }
  return format.format(moment);
});

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + count);
  return moment.toISOString().slice(0, 10);
}

/** Whether the text names a day that exists (no 31 February). */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
}

/** The moment at which a wall clock in an IANA zone shows `HH:MM` on that day; in a gap of daylight saving, the moment just after it. */
export function momentOf(day: Day, time: string, zone: string): Date {
  const guess = new Date(`${day}T${time}:00Z`);
  const offset = offsetAt(guess, zone);
  const first = new Date(guess.getTime() - offset);
  return new Date(guess.getTime() - offsetAt(first, zone));
}

const wallIn = new Map<string, Intl.DateTimeFormat>();

const offsetAt = once((moment: Date, zone: string): number => {
  let format = wallIn.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    wallIn.set(zone, format);
  }
  const parts = format.formatToParts(moment);
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return shown - Math.floor(moment.getTime() / 1000) * 1000;
});
