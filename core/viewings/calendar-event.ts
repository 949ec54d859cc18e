import type { CalendarEvent } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import type { Company } from '#core/company.ts';
import { propertyName } from '#core/offers/property-words.ts';
import type { Viewing } from './viewing.ts';

/** The event of a viewing that has a time; undefined where none was ever agreed. */
export function calendarEvent(viewing: Viewing, company: Company): CalendarEvent | undefined {
  const { start, end, street, property, status } = viewing;
  if (!start || !end) return undefined;
  return {
    viewing: viewing.id,
    ...viewing.calendar,
    start: start.toISOString(),
    end: end.toISOString(),
    zone: company.timeZone,
    title: phrase('calendar.title', { home: propertyName(property) }),
    place: [street, property.city].filter(Boolean).join(', '),
    company: { id: company.id, name: company.name },
    isCancelled: status === 'cancelled',
  };
}
