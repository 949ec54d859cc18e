import type { CalendarEvent } from '#core/chat/screen.ts';
import type { Language } from '#core/language.ts';

/** Gives a viewing to people's calendars, in their language (rule 19). */
export interface Calendar {
  /** The file itself, as iCalendar text (RFC 5545), for channels that take documents. */
  fileOf(event: CalendarEvent, language: Language): string;
  /** What the file is called: where and when, so that several are told apart. */
  nameOf(event: CalendarEvent, language: Language): string;
  /** Where the file of the viewing's present state can be fetched, for channels that take none. Nobody can guess it. */
  urlOf(event: CalendarEvent, language: Language): string;
}

/** What the file is, wherever it goes. */
export const CALENDAR_MIME = 'text/calendar';
