import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { empty, liveAttributes } from '#adapters/console/parts.ts';
import type { FileLine, Person } from '#core/crm/overviews.ts';
import type { FeedbackRecord } from '#core/crm/record.ts';
import type { Span } from '#core/crm/records.ts';
import type { ContactId, DealId, PropertyId } from '#core/ids.ts';
import { homeLink, stars, thumb } from './homes.ts';
import { paging } from './paging.ts';
import { recordings } from './recordings.ts';

/** The part of a page that holds it. */
export const FEEDBACK = 'feedback';

/** What clients gave after viewings, by home: photos, voice notes, notes, stars. */
export async function feedback(
  visit: Visit,
  {
    whose,
    path,
    span,
    on,
  }: {
    readonly whose: { readonly contact: ContactId } | { readonly deal: DealId };
    readonly path: string;
    readonly span: Span;
    readonly on: readonly string[];
  },
): Promise<Html> {
  const { kept, say } = visit;
  const given = await kept.records.feedback.list(whose, span);
  const byHome = Map.groupBy(given.items, ({ property_id }) => property_id);
  const homes = await kept.overviews.homes([...byHome.keys()]);
  const people =
    'deal' in whose ? await kept.overviews.people([...new Set(given.items.map((each) => each.contact_id))]) : new Map();
  const part = (property: PropertyId, items: readonly FeedbackRecord[]) => {
    const home = homes.get(property);
    return (
      home &&
      html`<section class="panel" id="home-${property}" aria-labelledby="home-${property}-title"><header>${thumb(home)}<h2 id="home-${property}-title">${homeLink(home)}</h2></header><ol class="body stack">${items.map((item) => itemOf(visit, item, home.name, people))}</ol></section>`
    );
  };
  const before = span.before === null ? undefined : String(span.before);
  const live = before === undefined && liveAttributes({ path, part: FEEDBACK, on });
  return html`<div id="${FEEDBACK}" class="stack"${live}>${byHome.size === 0 && html`<section class="panel">${empty('star', undefined, say('contact.noFeedback'))}</section>`}${[...byHome].map(([property, items]) => part(property, items))}${paging(say, path, { before }, given.next)}</div>`;
}

function itemOf(
  { say, times }: Visit,
  { id, at, contact_id, stars: many, text, media }: FeedbackRecord,
  home: string,
  people: ReadonlyMap<ContactId, Person>,
): Html {
  const files: FileLine[] = media.map((file) => ({
    id: file.id,
    mime: file.mime,
    seconds: file.duration_seconds ?? null,
  }));
  const who = people.get(contact_id);
  return html`<li id="feedback-${id}"><p class="xs quiet">${who && html`<a class="link" href="/crm/contacts/${who.id}">${who.name}</a> · `}${times.element(new Date(at))}</p>${many !== undefined && html`<p>${stars(say, many)}</p>`}${text && html`<p class="t1 quote">${text}</p>`}${recordings(say, files, home)}</li>`;
}
