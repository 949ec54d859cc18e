import { opensDialog } from '#adapters/console/dialog.ts';
import type { Asked, Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { face } from '#adapters/console/records/faces.ts';
import { menu } from '#adapters/console/records/menu.ts';
import { tabs } from '#adapters/console/records/tabs.ts';
import type { DealOverview } from '#core/crm/overviews.ts';
import { type CompanyRecord, type DealRecord, STAGES } from '#core/crm/record.ts';
import { isId } from '#core/ids.ts';
import { bedLimit, dealPath, priceLimit } from './deal-words.ts';
import { DEALS } from './list.ts';

/** A deal with what its page shows on every tab. */
export type ShownDeal = {
  readonly deal: DealRecord;
  readonly beside: DealOverview;
  readonly counts: { readonly feedback: number; readonly viewings: number };
  readonly office: CompanyRecord;
};
export type DealTab = 'homes' | 'compare' | 'feedback' | 'viewings' | 'timeline' | 'search';

/** The deal of an address; undefined where there is none. */
export async function dealIn({ kept }: Visit, { params }: Asked): Promise<DealRecord | undefined> {
  const id = params.id ?? '';
  return isId(id) ? kept.records.deals.find(id) : undefined;
}

export async function shownDealIn(visit: Visit, asked: Asked): Promise<ShownDeal | undefined> {
  const deal = await dealIn(visit, asked);
  if (!deal) return undefined;
  const { overviews, records } = visit.kept;
  const beside = (await overviews.deals([deal.id])).get(deal.id);
  return beside && { deal, beside, counts: await overviews.dealCounts(deal.id), office: await records.company.get() };
}

/** How many homes are in the deal, in all its lanes. */
const homesOf = ({ lanes }: DealOverview): number => Object.values(lanes).reduce((sum, many) => sum + (many ?? 0), 0);

/** A tab of a deal's page, under its name and what can be done with it. */
export function dealPage(visit: Visit, shown: ShownDeal, tab: DealTab, body: Hole): Page {
  const { deal } = shown;
  return {
    title: deal.name,
    current: 'deals',
    width: tab === 'homes' ? 'full' : undefined,
    within: { to: DEALS, name: visit.say('deals.title') },
    intro: intro(visit, shown),
    tools: tools(visit, shown),
    body: html`${dealTabs(visit, shown, tab)}${body}`,
  };
}

function intro({ say }: Visit, { deal, beside, office }: ShownDeal): Html {
  const facts = [
    bedLimit(say, deal),
    priceLimit(say, deal, office.currency),
    beside.owner && say('deal.with', { name: beside.owner }),
  ];
  const status =
    deal.status !== 'open' &&
    html`<span class="tag ${deal.status === 'won' ? 'good' : 'bad'}">${say(`deals.${deal.status}`)}</span>`;
  return html`<span class="t2 flex wrap"><span class="pair">${beside.people.map((each) => face(each))}</span><span class="s">${beside.people.map((each, at) => html`${at > 0 && ', '}<a class="link" href="/crm/contacts/${each.id}">${each.name}</a>`)}</span><span class="tag">${deal.type}</span>${status}<span class="s muted">${facts.filter(Boolean).join(' · ')}</span></span>`;
}

export function dealTabs({ say }: Visit, { deal, beside, counts }: ShownDeal, current: DealTab): Html {
  const of = (tab: DealTab, count?: number) => ({
    to: dealPath(deal, tab),
    label: say(`deal.${tab}`),
    isCurrent: tab === current,
    ...(count === undefined ? {} : { count }),
  });
  return tabs(say('deal.tabs'), [
    of('homes', homesOf(beside)),
    ...(beside.people.length > 1 ? [of('compare')] : []),
    of('feedback', counts.feedback),
    of('viewings', counts.viewings),
    of('timeline'),
    of('search'),
  ]);
}

function tools(visit: Visit, { deal }: ShownDeal): Html {
  const { say } = visit;
  const path = dealPath(deal);
  const stage = deedForm(visit, {
    ...{ id: 'stage', action: `${path}/stage`, className: 'flex' },
    body: html`<label class="flex s" for="stage-choice">${say('deal.stage')}</label><select class="w-auto input" id="stage-choice" name="stage" data-submits>${STAGES.map((each) => html`<option value="${each}"${each === deal.stage && html` selected`}>${each}</option>`)}</select><button class="btn no-script">${say('deal.stageSet')}</button>`,
  });
  const ends = (status: 'Won' | 'Lost', label: string) =>
    deedForm(visit, {
      ...{ id: `ends-${status}`, action: `${path}/stage` },
      body: html`<input type="hidden" name="stage" value="${status}"><button class="btn plain">${label}</button>`,
    });
  const more = html`${deal.stage !== 'Won' && ends('Won', say('deal.won'))}${deal.stage !== 'Lost' && ends('Lost', say('deal.lost'))}
${opensDialog(visit, { to: `${path}/rename`, label: say('deal.rename') })}
${opensDialog(visit, { to: `${path}/client`, label: say('deal.addClient') })}`;
  return html`<div class="flex wrap" id="tools">${stage}
${opensDialog(visit, {
  to: `${path}/add`,
  pageKey: 'add',
  part: 'homes',
  label: html`${icon('plus', 's')}${say('deal.addHomes')}<kbd aria-hidden="true">A</kbd>`,
  className: 'btn primary',
})}
${menu({ id: 'deal-more', name: say('frame.moreDeeds'), body: more })}</div>`;
}
