import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { empty } from '#adapters/console/parts.ts';
import { face } from '#adapters/console/records/faces.ts';
import { deedOf } from '#adapters/console/records/timeline.ts';
import type { DealOverview } from '#core/crm/overviews.ts';
import type { DealRecord } from '#core/crm/record.ts';
import { dealPath, laneTags } from './deal-words.ts';

/** Deals as a table: who is on each, how far it is, how its homes stand, what happened last. */
export async function dealsTable(visit: Visit, deals: readonly DealRecord[]): Promise<Html> {
  const { say, kept } = visit;
  const overviews = await kept.overviews.deals(deals.map(({ id }) => id));
  const heads = html`<thead><tr><th scope="col">${say('deals.deal')}</th><th scope="col" class="hide-phone">${say('deals.clients')}</th><th scope="col">${say('deals.stage')}</th><th scope="col">${say('deals.homes')}</th><th scope="col">${say('deals.last')}</th></tr></thead>`;
  return html`<section class="clip panel" aria-label="${say('deals.title')}">${
    deals.length === 0
      ? empty('handshake', undefined, say('deals.none'))
      : html`<table class="whole table people">${heads}<tbody>${deals.map((deal) => row(visit, deal, overviews.get(deal.id)))}</tbody></table>`
  }</section>`;
}

function row({ say, times }: Visit, deal: DealRecord, beside: DealOverview | undefined): Html {
  const people = beside?.people ?? [];
  const names = people.map(({ name }) => name).join(', ');
  const last = beside?.last;
  const deed = last && deedOf(say, last);
  const action = last?.home && deed ? say('activity.about', { what: deed, home: last.home }) : deed;
  const owner = beside?.owner && say('deal.with', { name: beside.owner });
  return html`<tr id="deal-${deal.id}" data-row><td><a href="${dealPath(deal)}"><b class="strong">${deal.name}</b><span class="block xs quiet">${[deal.type, owner].filter(Boolean).join(' · ')}</span></a></td><td class="hide-phone"><span class="flex"><span class="pair">${people.map((each) => face(each))}</span>${names}</span></td><td>${deal.stage}</td><td><span class="flex wrap">${laneTags(say, beside?.lanes ?? {})}</span></td><td>${last && html`${action}, ${times.element(last.at)}`}</td></tr>`;
}
