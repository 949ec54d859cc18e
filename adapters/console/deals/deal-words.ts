import { type Html, html } from '#adapters/console/html.ts';
import { moneyIn } from '#adapters/console/money.ts';
import type { Say } from '#adapters/console/say.ts';
import type { LaneCounts } from '#core/crm/overviews.ts';
import type { DealRecord } from '#core/crm/record.ts';
import type { OfferStatus } from '#core/offers/offer.ts';

/** Lanes in the order of a deal's page. */
export const LANES = [
  'preselect',
  'rejected_by_agent',
  'proposed',
  'pending',
  'interested',
  'rejected',
  'approved',
] as const satisfies readonly OfferStatus[];

/** What of the comparison is shown. */
export const DISPUTED = { show: 'disagreements' } as const;
/** The part of a deal's page that holds its lanes. */
export const BOARD = 'homes';
/** Homes that are shown of one lane; the rest is counted. */
export const MOST_A_LANE = 60;

export const dealPath = ({ id }: Pick<DealRecord, 'id'>, tab?: string): string =>
  tab === undefined || tab === 'homes' ? `/crm/deals/${id}` : `/crm/deals/${id}/${tab}`;

/** `Buy · First Visit · up to €900,000` */
export const dealFacts = (say: Say, deal: DealRecord, currency: string): string =>
  [deal.type, deal.stage, priceLimit(say, deal, currency)].filter(Boolean).join(' · ');

export function priceLimit(say: Say, { criteria }: DealRecord, currency: string): string | false {
  const most = criteria.maxPrice;
  return typeof most === 'number' && say('deal.upTo', { price: moneyIn(say.language, most, currency) });
}

export function bedLimit(say: Say, { criteria }: DealRecord): string | false {
  const least = criteria.minBedrooms;
  return typeof least === 'number' && say('deal.beds', { count: least });
}

/** How many homes are new to the clients, opened and not judged, liked and approved. */
export function laneTags(say: Say, lanes: LaneCounts): readonly (Html | false)[] {
  const tag = (many: number | undefined, tone: string, words: (count: number) => string) =>
    many !== undefined && many > 0 && html`<span class="tag ${tone}">${words(many)}</span>`;
  return [
    tag(lanes.proposed, 'accent', (count) => say('deals.laneNew', { count })),
    tag(lanes.pending, '', (count) => say('deals.laneRate', { count })),
    tag(lanes.interested, 'good', (count) => say('deals.laneInterested', { count })),
    tag(lanes.approved, '', (count) => say('deals.laneApproved', { count })),
  ];
}
