import type { CalendarEvent } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import { type Language, LOCALES } from '#core/language.ts';
import type { Words } from '#core/words.ts';

/** Letters of a file's name, without its end: all systems take so many, and phones show them. */
const NAME_LENGTH = 80;
/** What no system's files are called by (Windows forbids the most). */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;

/** `Viewing Mijas 1 Dec.ics`, in the reader's language; a cancelled one says so. */
export function calendarName(event: CalendarEvent, words: Words, language: Language): string {
  // Apart, since together some languages write a slash between them.
  const part = (form: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { ...form, timeZone: event.zone }).format(new Date(event.start));
  const when = [part({ day: 'numeric' }), part({ month: 'short' })];
  const of = [event.town, ...when].filter(Boolean).join(' ').replaceAll('.', '');
  const name = words.say(phrase(event.isCancelled ? 'calendar.fileCancelled' : 'calendar.file', { of }), language);
  const kept = Array.from(name.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ')).slice(0, NAME_LENGTH).join('').trim();
  return `${kept}.ics`;
}

/** How HTTP names a file to be kept: in letters that all know, and as it is (RFC 6266, RFC 8187). */
export function attached(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^ -~]/g, '')
    .replace(/["\\]/g, '');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
