import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { CalendarEvent } from '#core/chat/screen.ts';
import type { Language } from '#core/language.ts';
import type { Words } from '#core/words.ts';

/** Bytes of a line before it is folded (RFC 5545, 3.1). */
const LINE_BYTES = 75;

/** A viewing as an iCalendar file with its zone, so that it stays right when clocks change (RFC 5545, RFC 5546). */
export function calendarFile(event: CalendarEvent, words: Words, language: Language, now: Date): string {
  const { block, at } = zoneOf(event.zone);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tesoro//Tesoro Chat//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${event.isCancelled ? 'CANCEL' : 'PUBLISH'}`,
    ...block,
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART${at(new Date(event.start))}`,
    `DTEND${at(new Date(event.end))}`,
    `SUMMARY:${text(words.say(event.title, language))}`,
    ...(event.notes ? [`DESCRIPTION:${text(event.notes.map((note) => words.say(note, language)).join('\n'))}`] : []),
    ...(event.place ? [`LOCATION:${text(event.place)}`] : []),
    ...(event.point ? [`GEO:${event.point.latitude};${event.point.longitude}`] : []),
    `ORGANIZER;CN=${parameter(event.company.name)}:urn:uuid:${event.company.id}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** The rules of the zone, and a moment as its clocks show it; plain UTC where the zone is not known. */
function zoneOf(zone: string): { block: readonly string[]; at: (moment: Date) => string } {
  const [block, tzid] = tzlib_get_ical_block(zone);
  if (!block || !tzid?.startsWith('TZID=')) return { block: [], at: (moment) => `:${utc(moment)}` };
  return { block: block.split(/\r?\n/), at: (moment) => `;${tzid}:${wallClock(moment, zone)}` };
}

const utc = (moment: Date): string => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

function wallClock(moment: Date, zone: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return shown.format(moment).replace(/[-:]/g, '').replace(' ', 'T');
}

const text = (words: string): string =>
  words
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** Quotes can't be written within quotes. */
const parameter = (words: string): string => `"${words.replace(/["\p{Cc}]/gu, '')}"`;

/** Never within a character. */
function folded(line: string): string {
  let length = 0;
  let out = '';
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (length + bytes > LINE_BYTES) {
      out += '\r\n ';
      length = 1;
    }
    out += character;
    length += bytes;
  }
  return out;
}
