import fastify from 'fastify';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { createWords } from '#adapters/phrases/create-words.ts';
import type { CalendarEvent } from '#core/chat/screen.ts';
import { verbatim } from '#core/chat/text.ts';
import type { CompanyId, ViewingId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { createCalendar } from './create-calendar.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const COMPANY = '0192f1c4-000a-7000-8000-000000000001' as CompanyId;
const VIEWING = '0192f1c4-0005-7000-8000-000000000002' as ViewingId;

const anEvent = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  viewing: VIEWING,
  uid: 'viewing@example',
  sequence: 3,
  start: '2026-11-26T10:00:00.000Z',
  end: '2026-11-26T10:45:00.000Z',
  zone: 'Europe/Madrid',
  title: verbatim('Casa Azul; with a, comma\nand a line'),
  place: 'Calle Inventada 7, Altea',
  company: { id: COMPANY, name: 'Casa "Azul" & Söhne' },
  isCancelled: false,
  ...more,
});

const aCalendar = (now = NOW, secretKey = 'a secret of thirty-two characters') =>
  createCalendar({
    words: { say: (text) => ('verbatim' in text ? text.verbatim : '') },
    secretKey,
    publicUrl: () => 'https://chat.example.com',
    now: () => now,
  });

const said = createCalendar({
  words: createWords(),
  secretKey: 'a secret of thirty-two characters',
  publicUrl: () => 'https://chat.example.com',
  now: () => NOW,
});

/** The file as a calendar reads it. */
function read(event: CalendarEvent) {
  const file = aCalendar().fileOf(event, 'en');
  const calendar = new ICAL.Component(ICAL.parse(file));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const [only] = calendar.getAllSubcomponents('vevent');
  if (!only) throw new Error('there is an event');
  return { file, calendar, event: new ICAL.Event(only), status: only.getFirstPropertyValue('status') };
}

describe('a calendar file', () => {
  it('says what, when and where, and who invites', () => {
    const { event, calendar, status } = read(anEvent());

    expect(event.summary).toBe('Casa Azul; with a, comma\nand a line');
    expect(event.location).toBe('Calle Inventada 7, Altea');
    expect([event.uid, event.sequence, status]).toEqual(['viewing@example', 3, 'CONFIRMED']);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  });

  it('says below its title what is visited, with whom, and where on the map that is', () => {
    const notes = ['Casa; Azul', 'Ref. T-1', 'Agent: Ana, +34 600 000 002'].map(verbatim);
    const { event, calendar } = read(anEvent({ notes, point: { latitude: 38.59, longitude: -0.05 } }));

    expect(event.description).toBe('Casa; Azul\nRef. T-1\nAgent: Ana, +34 600 000 002');
    const [only] = calendar.getAllSubcomponents('vevent');
    expect(only?.getFirstPropertyValue('geo')).toEqual([38.59, -0.05]);
    expect(only?.getAllSubcomponents('valarm')).toEqual([]);
  });

  it.each<[Language, boolean, string]>([
    ['en', false, 'Viewing Altea 26 Nov.ics'],
    ['en', true, 'Viewing Altea 26 Nov cancelled.ics'],
    ['nl', false, 'Bezichtiging Altea 26 nov.ics'],
    ['de', true, 'Besichtigung Altea 26 Nov abgesagt.ics'],
    ['pl', false, 'Prezentacja Altea 26 lis.ics'],
    ['pt', false, 'Visita Altea 26 nov.ics'],
  ])('is named by where and when, in %s (cancelled: %s): %s', (language, isCancelled, name) => {
    expect(said.nameOf(anEvent({ town: 'Altea', isCancelled }), language)).toBe(name);
  });

  it.each([
    ['Sant Joan / d’Alacant: "A*B?"', 'Viewing Sant Joan d’Alacant A B 26 Nov.ics'],
    [undefined, 'Viewing 26 Nov.ics'],
    ['Ж'.repeat(200), `Viewing ${'Ж'.repeat(72)}.ics`],
  ])('has a name that every system takes, in %j', (town, name) => {
    expect(said.nameOf(anEvent(town === undefined ? {} : { town }), 'en')).toBe(name);
  });

  it.each([
    ['Europe/Madrid', '2027-03-27T10:00:00.000Z'],
    ['Europe/Madrid', '2027-03-28T10:00:00.000Z'],
    ['America/New_York', '2026-10-31T14:00:00.000Z'],
    ['America/New_York', '2026-11-01T15:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-26T10:00:00.000Z'],
    ['No/Such_Zone', '2026-11-26T10:00:00.000Z'],
  ])('means the same moment in %s on both sides of a change of clocks: %s', (zone, start) => {
    const { event } = read(anEvent({ zone, start }));

    expect(event.startDate.toJSDate().toISOString()).toBe(start);
  });

  it('calls a viewing off', () => {
    const { calendar, status } = read(anEvent({ isCancelled: true }));

    expect([calendar.getFirstPropertyValue('method'), status]).toEqual(['CANCEL', 'CANCELLED']);
  });

  it('keeps its lines within 75 bytes, whatever the script', () => {
    const { file, event } = read(anEvent({ title: verbatim('Κατοικία με θέα 🏡 '.repeat(20).trim()) }));

    expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(event.summary).toBe('Κατοικία με θέα 🏡 '.repeat(20).trim());
  });
});

describe('a link to a calendar file', () => {
  const served = async (url: string, now = NOW, secretKey?: string) => {
    const server = fastify();
    await server.register(
      aCalendar(now, secretKey).route(async (company, viewing) =>
        company === COMPANY && viewing === VIEWING ? anEvent({ sequence: 4 }) : undefined,
      ),
    );
    const answer = await server.inject(new URL(url).pathname);
    await server.close();
    return answer;
  };

  it('serves the viewing as it is now', async () => {
    const answer = await served(aCalendar().urlOf(anEvent(), 'nl'));

    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('text/calendar');
    expect(answer.body).toContain('SEQUENCE:4');
  });

  it('can’t be guessed, changed or used forever', async () => {
    const url = aCalendar().urlOf(anEvent(), 'nl');
    const other = aCalendar().urlOf(anEvent({ viewing: COMPANY as string as ViewingId }), 'nl');
    const late = new Date('2027-03-01T00:00:00Z');

    const answers = [
      await served(url.replace(/.(.{5}\.ics)$/, '-$1')),
      await served(url.replace('.ics', 'A.ics')),
      await served(url.replace('.ics', '')),
      await served('https://chat.example.com/calendar/x.ics'),
      await served(other),
      await served(url, late),
      await served(url, NOW, 'another secret of thirty-two chars'),
    ];

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 404, 404]);
  });
});
