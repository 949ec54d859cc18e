import type { Asked, Visit } from '#adapters/console/door.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { partPath } from '#adapters/console/parts.ts';
import type { HomeLine } from '#core/crm/overviews.ts';
import type { DealRecord } from '#core/crm/record.ts';
import { isId, type PropertyId } from '#core/ids.ts';
import { priceOf, sizeOf, thumb } from './homes.ts';

/** Homes that a search shows at once. */
const FOUND = 12;
/** Homes that one form takes. */
export const MOST_HOMES = 50;
/** Signs of what is searched for. */
const LONGEST = 100;
/** The part of the dialog that a search brings anew. */
export const HOMES = 'found-homes';

/**
 * A search for homes on the market that are not in the deal yet. It stands before the form that `found` belongs to; what is
 * ticked stays ticked while it goes on. `address`: of the page that both stand on, with what it was asked with.
 */
export const searchHomes = (
  { say }: Visit,
  address: string,
  words: string,
  carried: Readonly<Record<string, string>>,
): Html =>
  html`<form class="flex wrap" role="search" method="get" action="${address.split('?')[0]}" hx-get="${partPath(address, HOMES)}" hx-trigger="input delay:150ms, submit" hx-target="#${HOMES}" hx-swap="outerMorph" hx-sync="replace" hx-include="#${HOMES} input:checked">
${Object.entries(carried).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label class="vh" for="q-homes">${say('deal.searchHomes')}</label><input class="grow input" id="q-homes" name="q" type="search" value="${words}" placeholder="${say('deal.searchHomesHint')}" maxlength="${LONGEST}" autocomplete="off"><button class="btn">${icon('search', 's')}${say('frame.searchGo')}</button>
</form>`;

export const wordsIn = ({ query }: Asked): string => (query.q ?? '').slice(0, LONGEST);

/** What the search found, each to be ticked, after what is ticked already. */
export async function found(
  visit: Visit,
  deal: DealRecord,
  words: string,
  ticked: readonly PropertyId[],
): Promise<Html> {
  const { say, kept } = visit;
  const homes = await kept.overviews.findHomes(words, deal, FOUND);
  const chosen = [...(await kept.overviews.homes(ticked)).values()];
  const others = homes.filter(({ id }) => !ticked.includes(id));
  const one = (home: HomeLine, isTicked: boolean) =>
    html`<li id="found-${home.id}"><label class="pick"><input class="check" type="checkbox" name="home" value="${home.id}"${isTicked && html` checked`}>${thumb(home)}<span class="grow"><b class="strong block">${home.name}</b><span class="s muted block">${[home.city, priceOf(say, home), sizeOf(say, home)].filter(Boolean).join(' · ')}</span></span></label></li>`;
  return html`<ul class="picks" id="${HOMES}" aria-label="${say('deal.found')}" aria-live="polite">${chosen.map((home) => one(home, true))}${others.map((home) => one(home, false))}${chosen.length + others.length === 0 && html`<li class="s muted">${say('deal.noHomes')}</li>`}</ul>`;
}

/** The homes that were ticked, each once. */
export const homesIn = (form: Form): readonly PropertyId[] => idsIn(form.texts('home'));

export const idsIn = <Id extends PropertyId>(texts: readonly string[]): readonly Id[] =>
  [...new Set(texts)].filter((text): text is Id => isId(text)).slice(0, MOST_HOMES);
