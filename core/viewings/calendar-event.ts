import type { CalendarEvent } from '#core/chat/screen.ts';
import { joined, phrase, type Text, verbatim } from '#core/chat/text.ts';
import type { Company } from '#core/company.ts';
import { priceName, propertyName } from '#core/offers/property-words.ts';
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
    title: phrase('calendar.title', { home: summaryOf(viewing) }),
    notes: notesOf(viewing),
    ...(property.city ? { town: property.city } : {}),
    ...(property.point ? { point: property.point } : {}),
    place: [street, property.city].filter(Boolean).join(', '),
    company: { id: company.id, name: company.name },
    isCancelled: status === 'cancelled',
  };
}

/** Place and price, as a calendar's day view shows them; what it is called where there is no place. */
function summaryOf({ property }: Viewing): Text {
  const price = priceName(property);
  return joined(', ', [property.city ? verbatim(property.city) : propertyName(property), ...(price ? [price] : [])]);
}

function notesOf({ property, agent }: Viewing): readonly Text[] {
  const who = agent && [agent.name, agent.phone].filter(Boolean).join(', ');
  return [
    propertyName(property),
    phrase('property.reference', { reference: property.reference }),
    ...(who ? [phrase('calendar.agent', { agent: who })] : []),
  ];
}
