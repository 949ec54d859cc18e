import { opensDialog } from '#adapters/console/dialog.ts';
import type { Asked, Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { mediaPath } from '#adapters/console/media-path.ts';
import { empty, liveAttributes } from '#adapters/console/parts.ts';
import type { Listing, ListingFilter } from '#core/crm/listings.ts';
import type { Slice } from '#core/crm/records.ts';
import { may } from '#core/crm/rights.ts';
import { pathOf, priceOf, STATUSES, statusTag } from './property-words.ts';

/** Homes of a page. */
const A_PAGE = 50;
const MOST_SEARCHED = 200;
const TRANSACTIONS = ['for_sale', 'for_rent'] as const;
const PATH = '/crm/properties';

/** All homes of the office, newest first. */
export function listRoutes(door: Door): void {
  door.page({
    path: '/properties',
    deed: 'readRecords',
    show: (visit, asked) => listPage(visit, asked),
    parts: { list: (visit, asked) => listPart(visit, asked) },
  });
}

async function listPage(visit: Visit, asked: Asked): Promise<Page> {
  const { say, user } = visit;
  return {
    title: say('frame.properties'),
    current: 'properties',
    tools: html`<div class="flex wrap">${may(user, 'importProperties') && html`<a class="btn" href="${PATH}/import">${icon('upload', 's')}${say('properties.import')}</a>`}${opensDialog(visit, { to: `${PATH}/new`, label: html`${icon('plus', 's')}${say('properties.new')}`, className: 'btn primary' })}</div>`,
    body: html`${search(visit, asked)}${await listPart(visit, asked)}`,
  };
}

/** Searches as one types; without script by a button. */
function search({ say }: Visit, { query }: Asked): Html {
  const filter = filterIn(query);
  const seg = <Value extends string>(
    name: string,
    label: string,
    options: readonly { readonly value: Value | ''; readonly name: string }[],
    chosen: Value | undefined,
  ) =>
    html`<div class="seg" role="radiogroup" aria-label="${label}">${options.map(({ value, name: words }) => html`<label><input type="radio" name="${name}" value="${value}"${value === (chosen ?? '') && html` checked`}><span>${words}</span></label>`)}</div>`;
  return html`<form class="b4 flex wrap" method="get" action="${PATH}" role="search" hx-get="${PATH}?part=list" hx-target="#list" hx-swap="outerMorph" hx-trigger="input changed delay:150ms, change, submit" hx-sync="replace">
<label class="vh" for="q">${say('properties.search')}</label><input class="w-m input" id="q" name="q" type="search" value="${filter.q ?? ''}" maxlength="${MOST_SEARCHED}" placeholder="${say('properties.searchHint')}">
${seg('transaction', say('properties.kind'), [{ value: '', name: say('properties.all') }, ...TRANSACTIONS.map((value) => ({ value, name: say(`property.transaction.${value}`) }))], filter.transaction)}
<label class="vh" for="status">${say('properties.status')}</label><select class="w-auto input" id="status" name="status"><option value="">${say('properties.anyStatus')}</option>${STATUSES.map((value) => html`<option value="${value}"${value === filter.status && html` selected`}>${say(`property.status.${value}`)}</option>`)}</select>
<button class="btn no-script">${say('properties.find')}</button>
</form>`;
}

function filterIn(query: Asked['query']): ListingFilter {
  const q = query.q?.trim().slice(0, MOST_SEARCHED);
  const status = STATUSES.find((each) => each === query.status);
  const transaction = TRANSACTIONS.find((each) => each === query.transaction);
  return { ...(q ? { q } : {}), ...(status ? { status } : {}), ...(transaction ? { transaction } : {}) };
}

async function listPart(visit: Visit, { query }: Asked): Promise<Html> {
  const { say, kept } = visit;
  const filter = filterIn(query);
  const before = Number(query.before);
  const span = { limit: A_PAGE, before: Number.isSafeInteger(before) && before > 0 ? before : null };
  const [slice, count] = [await kept.listings.list(filter, span), await kept.listings.count(filter)];
  const address = addressOf(filter, query.before);
  const live = liveAttributes({ path: address, part: 'list', on: ['waits', 'imports'] });
  return html`<div id="list"${live}><p class="b2 s quiet" role="status">${say('properties.count', { count })}</p>${
    slice.items.length > 0 ? table(visit, slice, filter) : nothing(visit, filter)
  }</div>`;
}

const addressOf = (filter: ListingFilter, before?: string) => {
  const asked = new URLSearchParams({ ...filter, ...(before ? { before } : {}) });
  return asked.size > 0 ? `${PATH}?${asked}` : PATH;
};

function nothing({ say }: Visit, filter: ListingFilter): Html {
  const isSearched = Object.keys(filter).length > 0;
  const words = isSearched ? say('properties.notFound') : say('properties.none');
  return html`<section class="panel">${empty(isSearched ? 'search' : 'house', undefined, words)}</section>`;
}

function table({ say }: Visit, { items, next }: Slice<Listing>, filter: ListingFilter): Html {
  const heads = ['price', 'status', 'interest', 'viewings'] as const;
  return html`<section class="clip panel"><table class="table people mid"><thead><tr><th scope="col">${say('properties.head.home')}</th>${heads.map((head) => html`<th scope="col"${head !== 'price' && html` class="hide-phone"`}>${say(`properties.head.${head}`)}</th>`)}</tr></thead>
<tbody>${items.map((item) => row(say, item))}</tbody></table></section>
${next !== null && html`<p class="t3 flex between"><span></span><a class="btn" href="${addressOf(filter, String(next))}">${say('properties.more')}</a></p>`}`;
}

function row(say: Visit['say'], listing: Listing): Html {
  const { id, name, city, photo, offered, interested, viewings, status } = listing;
  const about = [city, listing.reference, listing.tesoro_reference].filter((part) => part).join(' · ');
  const picture = photo
    ? html`<img class="thumb listing-photo" src="${mediaPath(photo, 'thumb')}" alt="" loading="lazy">`
    : html`<span class="thumb listing-photo none">${icon('house', 's')}</span>`;
  return html`<tr id="${id}"><td><a class="flex" href="${pathOf(listing)}">${picture}<span><b class="strong">${name}</b><span class="block xs quiet">${about}</span></span></a></td><td class="nowrap">${priceOf(say, listing)}<span class="block only-phone t1">${statusTag(say, status)}</span></td><td class="hide-phone">${statusTag(say, status)}</td><td class="hide-phone">${offered === 0 ? html`<span class="quiet">${say('properties.notOffered')}</span>` : say('properties.interest', { offered, interested })}</td><td class="hide-phone">${viewings === 0 ? '–' : viewings}</td></tr>`;
}
