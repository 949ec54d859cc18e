import type { Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { empty, liveAttributes } from '#adapters/console/parts.ts';
import type { MeetingRecord } from '#core/crm/record.ts';
import type { MeetingFilter, Span } from '#core/crm/records.ts';
import { homeLink, thumb } from './homes.ts';
import { paging } from './paging.ts';

/** The part of a page that holds them. */
export const VIEWINGS = 'viewings';

/** Viewings as a table, newest first, each with how far it has come. */
export async function viewingsTable(
  visit: Visit,
  {
    filter,
    path,
    span,
    on,
  }: {
    readonly filter: MeetingFilter;
    readonly path: string;
    readonly span: Span;
    readonly on: readonly string[];
  },
): Promise<Html> {
  const { kept, say } = visit;
  const meetings = await kept.records.meetings.list(filter, span);
  const homes = await kept.overviews.homes([...new Set(meetings.items.map((each) => each.property_id))]);
  const people = await kept.overviews.people(meetings.items.map((each) => each.contact_id).filter((id) => id !== null));
  const row = (meeting: MeetingRecord) => {
    const home = homes.get(meeting.property_id);
    const who = meeting.contact_id === null ? undefined : people.get(meeting.contact_id);
    return html`<tr id="viewing-${meeting.id}"><td>${home && html`<span class="flex">${thumb(home)}${homeLink(home)}</span>`}</td><td>${whenOf(visit, meeting)}</td><td>${stateOf(visit, meeting)}</td><td>${who && html`<a class="link" href="/crm/contacts/${who.id}">${who.name}</a>`}</td></tr>`;
  };
  const before = span.before === null ? undefined : String(span.before);
  const live = before === undefined && liveAttributes({ path, part: VIEWINGS, on });
  const heads = (['home', 'when', 'state', 'client'] as const).map(
    (each) => html`<th scope="col">${say(`viewing.${each}`)}</th>`,
  );
  return html`<div id="${VIEWINGS}"${live}><section class="panel scroll-x" aria-label="${say('contact.viewings')}"${meetings.items.length > 0 && html` tabindex="0"`}>${
    meetings.items.length === 0
      ? empty('calendar', undefined, say('contact.noViewings'))
      : html`<table class="table mid"><thead><tr>${heads}</tr></thead><tbody>${meetings.items.map(row)}</tbody></table>`
  }</section>${paging(say, path, { before }, meetings.next)}</div>`;
}

function whenOf({ say, times }: Visit, { start_date, proposed_start_date, preferred_dates }: MeetingRecord): Hole {
  const at = start_date ?? proposed_start_date;
  if (at !== null) {
    const start = new Date(at);
    return html`<time datetime="${at}">${times.date(start)}, ${times.clock(start)}</time>`;
  }
  return preferred_dates
    .map(({ date, part_of_day }) => say(`viewing.${part_of_day}`, { day: times.date(new Date(`${date}T12:00:00Z`)) }))
    .join(' · ');
}

const TONES = { pending: 'wait', confirmed: 'accent', rejected: 'bad', cancelled: '', completed: 'good' } as const;

function stateOf({ say }: Visit, { status, open_wish, proposed_start_date }: MeetingRecord): Html {
  const words = status === 'pending' && proposed_start_date !== null ? 'proposed' : status;
  return html`<span class="tag ${TONES[status]}">${say(`viewing.${words}`)}</span>${open_wish && html` <span class="tag info">${say('viewing.wantsOther')}</span>`}`;
}
