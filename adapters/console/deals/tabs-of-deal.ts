import type { Asked, Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { panel } from '#adapters/console/parts.ts';
import { FEEDBACK, feedback } from '#adapters/console/records/feedback.ts';
import { spanIn } from '#adapters/console/records/paging.ts';
import { TIMELINE, timeline } from '#adapters/console/records/timeline.ts';
import { VIEWINGS, viewingsTable } from '#adapters/console/records/viewings.ts';
import { board } from './board.ts';
import { type DealTab, dealPage, type ShownDeal, shownDealIn } from './deal-frame.ts';
import { BOARD, bedLimit, dealPath, priceLimit } from './deal-words.ts';

type Part = (visit: Visit, shown: ShownDeal, asked: Asked) => Promise<Html> | Html;

/** A deal's page with its tabs, each at an address of its own. */
export function dealPages(door: Door): void {
  tab(door, 'homes', board, BOARD);
  tab(door, 'feedback', given, FEEDBACK);
  tab(door, 'viewings', viewings, VIEWINGS);
  tab(door, 'timeline', lines, TIMELINE);
  tab(door, 'search', wishes);
}

function tab(door: Door, name: Exclude<DealTab, 'compare'>, body: Part, part?: string): void {
  door.page({
    path: name === 'homes' ? '/deals/:id' : `/deals/:id/${name}`,
    deed: 'readRecords',
    show: async (visit, asked) => {
      const shown = await shownDealIn(visit, asked);
      return shown && dealPage(visit, shown, name, await body(visit, shown, asked));
    },
    parts:
      part === undefined
        ? {}
        : {
            [part]: async (visit, asked) => {
              const shown = await shownDealIn(visit, asked);
              return shown && body(visit, shown, asked);
            },
          },
  });
}

const given: Part = (visit, { deal }, { query }) =>
  feedback(visit, {
    ...{ whose: { deal: deal.id }, path: dealPath(deal, 'feedback'), span: spanIn(query), on: [`deal-${deal.id}`] },
  });

const viewings: Part = (visit, { deal }, { query }) =>
  viewingsTable(visit, {
    ...{ filter: { deals: [deal.id] }, path: dealPath(deal, 'viewings'), span: spanIn(query), on: [`deal-${deal.id}`] },
  });

const lines: Part = (visit, { deal }, { query }) =>
  timeline(visit, {
    ...{ whose: { deal: deal.id }, path: dealPath(deal, 'timeline'), span: spanIn(query), show: query.show },
    on: [`deal-${deal.id}`],
  });

/** Criteria that have words of their own. */
const KNOWN: readonly string[] = ['minBedrooms', 'maxPrice'];

/** What the clients look for, as the CRM has it. */
const wishes: Part = ({ say }, { deal, office }) => {
  const own = [bedLimit(say, deal), priceLimit(say, deal, office.currency)].filter((each) => each !== false);
  const rest = Object.entries(deal.criteria).filter(([name]) => !KNOWN.includes(name));
  return panel({
    id: 'wishes',
    title: say('deal.wishes'),
    body: html`<div class="body stack">${own.length + rest.length === 0 && html`<p class="s muted">${say('deal.noWishes')}</p>`}${own.length > 0 && html`<p>${own.join(' · ')}</p>`}${rest.length > 0 && html`<dl class="facts w-40">${rest.map(([name, value]) => html`<dt>${name}</dt><dd>${wordsOf(value)}</dd>`)}</dl>`}</div>`,
  });
};

const wordsOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(wordsOf).join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
