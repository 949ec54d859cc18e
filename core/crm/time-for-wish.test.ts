import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARTS_OF_DAY } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import { addDays, dayOf, momentOf } from '#core/clock.ts';
import type { PropertyId, UserId, ViewingId } from '#core/ids.ts';
import { OFFICE_DEFAULTS } from '#core/office-defaults.ts';
import { PARTS } from '#core/viewings/viewing-times.ts';
import type { Taken } from './diary.ts';
import { freeTimes } from './free-times.ts';
import { type Search, type Slot, timeForWish } from './time-for-wish.ts';

const OWNER = 'owner' as UserId;
const HOME = 'home' as PropertyId;
const ZONE = 'Europe/Madrid';
const DAY = '2026-12-02';

/** On Monday 30 November 2026, 09:44 in Madrid. */
const search = (some: Partial<Search> = {}): Search => ({
  now: new Date('2026-11-30T08:44:00Z'),
  timeZone: ZONE,
  viewingTimes: OFFICE_DEFAULTS.viewingTimes,
  gapMinutes: 15,
  viewing: { id: 'this' as ViewingId, owner: OWNER, property: { id: HOME, city: 'Jávea' }, minutes: 45, start: null },
  taken: [],
  ...some,
});

let count = 0;
const agreed = (from: string, to: string, some: Partial<Taken> = {}, zone = ZONE): Taken => ({
  viewing: `other ${++count}` as ViewingId,
  owner: OWNER,
  property: { id: 'another home' as PropertyId, name: 'Casa del Pantano', city: 'Jávea' },
  start: momentOf(DAY, from, zone),
  end: momentOf(DAY, to, zone),
  ...some,
});

const morning: Wish = { date: DAY, partOfDay: 'morning' };
/** `HH:MM` of what was suggested, else why not. */
function said(some: Partial<Search>, wish: Wish): string {
  const all = search(some);
  const suggested = timeForWish(all, wish);
  if (suggested.was !== 'free') return suggested.was;
  return suggested.start.toLocaleTimeString('en-GB', { timeZone: all.timeZone, hour: '2-digit', minute: '2-digit' });
}

describe('the time for a wish', () => {
  it.each([
    ['morning', '10:00'],
    ['afternoon', '16:00'],
    ['evening', '18:00'],
    ['any', '11:00'],
  ] as const)('is the office’s own for that part of the day: %s', (partOfDay, time) => {
    expect(said({}, { date: DAY, partOfDay })).toBe(time);
  });

  it('is as long as a viewing takes', () => {
    expect(timeForWish(search(), morning)).toEqual({
      was: 'free',
      start: new Date('2026-12-02T09:00:00Z'),
      end: new Date('2026-12-02T09:45:00Z'),
    });
  });

  it('is the next free quarter of an hour where the owner shows another home', () => {
    expect(said({ taken: [agreed('10:00', '10:45')] }, morning)).toBe('11:00');
    expect(said({ taken: [agreed('09:15', '10:05')] }, morning)).toBe('10:30');
    expect(said({ taken: [agreed('09:00', '09:45')] }, morning)).toBe('10:00');
    expect(said({ taken: [agreed('09:00', '09:46')] }, morning)).toBe('10:15');
    expect(said({ taken: [agreed('10:59', '11:44')] }, morning)).toBe('09:45');
  });

  it('goes back in the day only where nothing later is free', () => {
    expect(said({ taken: [agreed('10:30', '13:00')] }, morning)).toBe('09:30');
  });

  it('keeps the gap for the owner alone: of the same home it only must not overlap', () => {
    const colleague = { owner: 'colleague' as UserId };
    const home = { property: { id: HOME, name: 'This one', city: 'Jávea' } };
    expect(said({ taken: [agreed('09:15', '10:00', { ...colleague, ...home })] }, morning)).toBe('10:00');
    expect(said({ taken: [agreed('09:16', '10:01', { ...colleague, ...home })] }, morning)).toBe('10:15');
    expect(said({ taken: [agreed('10:00', '10:45', colleague)] }, morning)).toBe('10:00');
  });

  it('is not taken by the viewing itself, and is another one than it has', () => {
    const own = agreed('10:00', '10:45', { viewing: 'this' as ViewingId });
    expect(said({ taken: [own] }, morning)).toBe('10:00');
    const viewing = { ...search().viewing, start: own.start };
    expect(said({ taken: [own], viewing }, morning)).toBe('10:15');
  });

  it('is at least an hour ahead', () => {
    expect(said({ now: momentOf(DAY, '09:00', ZONE) }, morning)).toBe('10:00');
    expect(said({ now: momentOf(DAY, '09:01', ZONE) }, morning)).toBe('10:15');
    expect(said({ now: momentOf(DAY, '10:45', ZONE) }, morning)).toBe('11:45');
    expect(said({ now: momentOf(DAY, '10:46', ZONE) }, morning)).toBe('noTime');
    expect(said({ now: momentOf(DAY, '10:46', ZONE) }, { date: DAY, partOfDay: 'any' })).toBe('12:00');
  });

  it('is none on a day that is past, in the company’s zone', () => {
    expect(said({ now: new Date('2026-12-02T22:30:00Z') }, morning)).toBe('noTime');
    expect(said({ now: new Date('2026-12-02T23:00:00Z') }, morning)).toBe('past');
    expect(said({ now: new Date('2026-12-02T23:00:00Z'), timeZone: 'Atlantic/Canary' }, morning)).toBe('noTime');
  });

  it('lies within what was wished for to the minute', () => {
    const wish = (from?: string, to?: string): Wish => ({
      date: DAY,
      partOfDay: 'any',
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    });
    expect(said({}, wish('12:00'))).toBe('12:00');
    expect(said({}, wish('12:10'))).toBe('12:10');
    expect(said({}, wish(undefined, '10:00'))).toBe('09:15');
    expect(said({}, wish('17:00', '18:00'))).toBe('17:00');
    expect(said({}, wish('17:20', '17:20'))).toBe('17:20');
    expect(said({ taken: [agreed('17:00', '18:00')] }, wish('17:20', '17:20'))).toBe('showing');
    expect(said({ taken: [agreed('12:00', '12:45')] }, wish('12:00', '13:30'))).toBe('showing');
    expect(said({ taken: [agreed('12:00', '12:45')] }, wish('12:00', '13:45'))).toBe('13:00');
  });

  it('says what stands in the way where a part of the day has no time at all', () => {
    const elsewhere = { property: { id: 'far' as PropertyId, name: 'Far', city: 'Nerja' } };
    const home = { property: { id: HOME, name: 'This one', city: 'Jávea' } };
    const whole = (some: Partial<Taken>) => timeForWish(search({ taken: [agreed('08:00', '13:00', some)] }), morning);

    expect(whole(elsewhere)).toMatchObject({ was: 'elsewhere', city: 'Nerja' });
    expect(whole({})).toMatchObject({ was: 'showing', property: 'Casa del Pantano' });
    expect(whole({ ...home, owner: 'colleague' as UserId })).toMatchObject({ was: 'homeTaken' });
    expect(whole(home)).toMatchObject({ was: 'homeTaken' });
    expect(whole({ property: { ...elsewhere.property, city: null } })).toMatchObject({ was: 'showing' });
  });

  it('is by the clock on the wall on the days when clocks change', () => {
    expect(timeForWish(search(), { date: '2027-03-28', partOfDay: 'morning' })).toMatchObject({
      start: new Date('2027-03-28T08:00:00Z'),
    });
    expect(timeForWish(search(), { date: '2027-10-31', partOfDay: 'evening' })).toMatchObject({
      start: new Date('2027-10-31T17:00:00Z'),
    });
  });

  it('never overlaps, keeps the gap and the hour, and lies in its part, whatever stands in the diary', () => {
    const minute = fc.integer({ min: 7 * 60, max: 22 * 60 });
    const diary = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 3 }),
        from: minute,
        minutes: fc.integer({ min: 5, max: 240 }),
        isOwners: fc.boolean(),
        isHome: fc.boolean(),
      }),
      { maxLength: 25 },
    );
    const zones = fc.constantFrom('Europe/Madrid', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    const anything = fc.record({
      zone: zones,
      diary,
      gap: fc.integer({ min: 0, max: 60 }),
      minutes: fc.integer({ min: 5, max: 120 }),
      part: fc.constantFrom(...PARTS_OF_DAY),
      ahead: fc.integer({ min: 0, max: 3 }),
      now: fc.integer({ min: 0, max: 24 * 60 }),
      first: fc.constantFrom('2026-12-02', '2027-03-27', '2027-10-30', '2027-04-03'),
    });
    fc.assert(
      fc.property(anything, ({ zone, diary: stands, gap, minutes, part, ahead, now, first }) => {
        const midnight = momentOf(first, '00:00', zone);
        const taken = stands.map(({ day, from, minutes: long, isOwners, isHome }): Taken => {
          const start = new Date(momentOf(addDays(first, day), '00:00', zone).getTime() + from * 60_000);
          return agreed('00:00', '00:00', {
            start,
            end: new Date(start.getTime() + long * 60_000),
            ...(isOwners ? {} : { owner: 'colleague' as UserId }),
            ...(isHome ? { property: { id: HOME, name: 'This', city: null } } : {}),
          });
        });
        const all = search({
          now: new Date(midnight.getTime() + now * 60_000),
          timeZone: zone,
          gapMinutes: gap,
          taken,
          viewing: { ...search().viewing, minutes },
        });
        const date = addDays(first, ahead);
        const suggested = timeForWish(all, { date, partOfDay: part });
        const { next } = freeTimes(
          all,
          { timeZone: zone, officeHours: OFFICE_DEFAULTS.officeHours, closedDays: [] },
          [],
        );

        for (const slot of [...next, ...(suggested.was === 'free' ? [suggested] : [])]) fits(all, slot);
        if (suggested.was !== 'free') return;
        const time = suggested.start.toLocaleTimeString('en-GB', {
          timeZone: zone,
          hour: '2-digit',
          minute: '2-digit',
        });
        expect(dayOf(suggested.start, zone)).toBe(date);
        expect(time >= PARTS[part].from && time < PARTS[part].before).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('other free times', () => {
  const week = { timeZone: ZONE, officeHours: OFFICE_DEFAULTS.officeHours, closedDays: [] };
  const at = (slots: readonly Slot[]) => slots.map(({ start }) => start.toISOString().slice(0, 16));

  it('are the next six of the office’s own, and none of those given', () => {
    const { next } = freeTimes(search(), week, [new Date('2026-11-30T15:00:00Z')]);
    expect(at(next)).toEqual([
      '2026-11-30T10:00',
      '2026-11-30T17:00',
      '2026-12-01T09:00',
      '2026-12-01T10:00',
      '2026-12-01T15:00',
      '2026-12-01T17:00',
    ]);
  });

  it('are shown for the next three days on which the office is open, the taken ones with their cause', () => {
    const friday = {
      now: new Date('2026-12-04T18:00:00Z'),
      taken: [
        agreed('10:30', '11:15', { start: new Date('2026-12-07T09:30:00Z'), end: new Date('2026-12-07T10:15:00Z') }),
      ],
    };
    const { days } = freeTimes(search(friday), { ...week, closedDays: ['2026-12-08'] }, []);

    expect(days.map(({ date }) => date)).toEqual(['2026-12-07', '2026-12-09', '2026-12-10']);
    expect(days[0]?.times.map(({ inTheWay }) => inTheWay?.was)).toEqual(['showing', 'showing', undefined, undefined]);
  });
});

/** What must hold of any time that is named. */
function fits({ now, gapMinutes, taken, viewing }: Search, { start, end }: Slot): void {
  expect(start.getTime() - now.getTime()).toBeGreaterThanOrEqual(60 * 60_000);
  expect(end.getTime() - start.getTime()).toBe(viewing.minutes * 60_000);
  for (const other of taken) {
    const between = Math.max(other.start.getTime() - end.getTime(), start.getTime() - other.end.getTime()) / 60_000;
    if (other.property.id === HOME) expect(between).toBeGreaterThanOrEqual(0);
    if (other.owner === OWNER) expect(between).toBeGreaterThanOrEqual(gapMinutes);
  }
}
