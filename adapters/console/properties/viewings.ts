import type { Asked, Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { empty, panel } from '#adapters/console/parts.ts';
import type { ListedViewing } from '#core/crm/listings.ts';
import type { PropertyRecord } from '#core/crm/record.ts';
import { headLine, propertyOf, propertyPage } from './property-page.ts';
import { pathOf } from './property-words.ts';

/** More than a home is viewed while it is for sale. */
const MOST = 200;
const LOOKS = {
  pending: 'wait',
  confirmed: 'good',
  completed: 'accent',
  rejected: 'bad',
  cancelled: 'bad',
} as const satisfies Readonly<Record<ListedViewing['status'], string>>;

/** The viewings of a property. */
export function viewingsRoutes(door: Door): void {
  const part = async (
    visit: Visit,
    asked: Asked,
    make: (visit: Visit, property: PropertyRecord) => Promise<Html> | Html,
  ) => {
    const property = await propertyOf(visit, asked);
    return property && make(visit, property);
  };
  door.page({
    path: '/properties/:id/viewings',
    deed: 'readRecords',
    async show(visit, asked) {
      const property = await propertyOf(visit, asked);
      return property && propertyPage(visit, property, 'viewings', await viewingsPart(visit, property));
    },
    parts: {
      viewings: (visit, asked) => part(visit, asked, viewingsPart),
      line: (visit, asked) => part(visit, asked, headLine),
    },
  });
}

async function viewingsPart(visit: Visit, property: PropertyRecord): Promise<Html> {
  const { say, kept } = visit;
  const viewings = await kept.listings.viewings(property.id, MOST);
  const heads = ['client', 'when', 'status', 'owner'] as const;
  return panel({
    id: 'viewings',
    title: say('property.tab.viewings'),
    body:
      viewings.length === 0
        ? empty('calendar-check', undefined, say('viewings.none'))
        : html`<div class="scroll-x" tabindex="0" role="group" aria-labelledby="viewings-title"><table class="table"><thead><tr>${heads.map((head) => html`<th scope="col"${head === 'owner' && html` class="hide-phone"`}>${say(`viewings.head.${head}`)}</th>`)}</tr></thead><tbody>${viewings.map((viewing) => row(visit, viewing))}</tbody></table></div>`,
    live: { path: `${pathOf(property)}/viewings`, part: 'viewings', on: [`property-${property.id}`] },
  });
}

function row({ say, times }: Visit, { id, status, start, contact, owner, askedAt }: ListedViewing): Html {
  const client = contact ? html`<a class="link" href="/crm/contacts/${contact.id}">${contact.name}</a>` : '–';
  const when = start ? times.element(start) : say.rich('viewings.asked', { when: times.element(askedAt) });
  return html`<tr id="${id}"><td>${client}</td><td>${when}</td><td><span class="tag ${LOOKS[status]}">${say(`viewings.status.${status}`)}</span></td><td class="hide-phone">${owner ?? '–'}</td></tr>`;
}
