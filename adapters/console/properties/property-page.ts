import { opensDialog } from '#adapters/console/dialog.ts';
import type { Asked, Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { liveAttributes } from '#adapters/console/parts.ts';
import { menu } from '#adapters/console/records/menu.ts';
import type { Say } from '#adapters/console/say.ts';
import type { PropertyRecord } from '#core/crm/record.ts';
import { isId } from '#core/ids.ts';
import type { PropertyStatus } from '#core/offers/offer.ts';
import { areaOf, pathOf, pricesOf, statusTag } from './property-words.ts';

/** The tabs of a property; each is a page below its own. */
const TABS = {
  interest: '',
  photos: '/photos',
  facts: '/facts',
  viewings: '/viewings',
  internal: '/internal',
} as const;
export type PropertyTab = keyof typeof TABS;

/** The property that a path names. */
export async function propertyOf({ kept }: Visit, { params: { id = '' } }: Asked): Promise<PropertyRecord | undefined> {
  return isId(id) ? kept.records.properties.find(id) : undefined;
}

/** A page of one property: what it is, what can be done with it, its tabs, and one of them. */
export async function propertyPage(
  visit: Visit,
  property: PropertyRecord,
  tab: PropertyTab,
  body: Hole,
): Promise<Page> {
  const { say } = visit;
  const { viewings } = await visit.kept.listings.reach(property.id);
  return {
    title: property.name,
    current: 'properties',
    within: { to: '/crm/properties', name: say('frame.properties') },
    intro: headLine(visit, property),
    tools: tools(visit, property),
    body: html`${tabsOf(say, property, tab, viewings)}${body}`,
  };
}

/** Status, place, price, size and references; fetched anew where they change. */
export function headLine({ say, path, clock }: Visit, property: PropertyRecord): Html {
  const { status, address, number_of_bedrooms: bedrooms, builded_area: area, reference } = property;
  const place = [...new Set([address?.city, address?.state].filter((part) => part))].join(', ');
  const facts = [
    place,
    pricesOf(say, property, clock.now()),
    bedrooms ? say('property.bedrooms', { count: bedrooms }) : '',
    area ? areaOf(say, area) : '',
    reference ?? '',
    property.tesoro_reference,
  ].filter((fact) => fact !== '');
  const live = liveAttributes({ path, part: 'line', on: [`property-${property.id}`] });
  return html`<span class="t1 block" id="line"${live}>${statusTag(say, status)} <span class="s muted">${facts.join(' · ')}</span></span>`;
}

/** What is next for a home in this state stands on the page; the rest, seldom done, behind three dots. */
function tools(visit: Visit, property: PropertyRecord): Html {
  const { say } = visit;
  const { status, transaction } = property;
  const to = pathOf(property);
  const sold = transaction === 'for_rent' ? 'rented' : 'sold';
  const mark = (next: PropertyStatus, className: string) =>
    opensDialog(visit, { to: `${to}/mark/${next}`, label: say(`property.mark.${next}`), className });
  const isStanding = status === 'active' || status === 'reserved';
  const rest = isStanding ? REST.filter((each) => each !== status) : [];
  return html`<div class="flex wrap">${
    status === 'active' &&
    opensDialog(visit, {
      to: `${to}/offer`,
      label: html`${icon('house-plus', 's')}${say('property.offer')}<kbd aria-hidden="true">P</kbd>`,
      className: 'btn primary',
      pageKey: 'offer',
    })
  }${opensDialog(visit, { to: `${to}/price`, label: html`${icon('tag', 's')}${say('property.changePrice')}`, className: 'btn' })}${
    isStanding ? mark(sold, 'btn') : mark('active', 'btn')
  }${menu({
    id: 'property-more',
    name: say('frame.moreDeeds'),
    body: html`${status === 'reserved' && mark('active', 'btn plain')}${rest.map((next) => mark(next, 'btn plain'))}<button type="button" class="btn plain" data-copy-path="${to}" data-copied="${say('property.linkCopied')}">${icon('copy', 's')}${say('property.copyLink')}</button>`,
  })}</div>`;
}
const REST = ['reserved', 'cancelled', 'off_market'] as const satisfies readonly PropertyStatus[];

function tabsOf(say: Say, property: PropertyRecord, current: PropertyTab, viewings: number): Html {
  const counts = { photos: property.files.length, viewings };
  const link = (tab: PropertyTab) => {
    const count = tab === 'photos' || tab === 'viewings' ? counts[tab] : 0;
    return html`<a href="${pathOf(property)}${TABS[tab]}"${tab === current && html` aria-current="page"`}>${say(`property.tab.${tab}`)}${count > 0 && html` <span class="count">${count}</span>`}</a>`;
  };
  return html`<nav class="tabs" aria-label="${property.name}">${ALL_TABS.map(link)}</nav>`;
}
const ALL_TABS = Object.keys(TABS).filter((name): name is PropertyTab => Object.hasOwn(TABS, name));
