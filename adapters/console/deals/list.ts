import { opensDialog } from '#adapters/console/dialog.ts';
import type { Door } from '#adapters/console/door.ts';
import { html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { paging, spanIn } from '#adapters/console/records/paging.ts';
import { segments, withQuery } from '#adapters/console/records/tabs.ts';
import type { DealRecord } from '#core/crm/record.ts';
import { dealsTable } from './deals-table.ts';

export const DEALS = '/crm/deals';
const STATUSES = ['open', 'won', 'lost'] as const satisfies readonly DealRecord['status'][];

export function dealList(door: Door): void {
  door.page({
    path: '/deals',
    deed: 'readRecords',
    show: async (visit, { query }) => {
      const { say, kept } = visit;
      const status = STATUSES.find((each) => each === query.status) ?? 'open';
      const asked = { status: status === 'open' ? undefined : status, before: query.before };
      const deals = await kept.records.deals.list({ status }, spanIn(query));
      const views = STATUSES.map((each) => ({
        to: withQuery(DEALS, { status: each === 'open' ? undefined : each }),
        label: say(`deals.${each}`),
        isCurrent: each === status,
      }));
      return {
        title: say('deals.title'),
        current: 'deals',
        tools: opensDialog(visit, {
          to: `${DEALS}/new`,
          label: html`${icon('plus', 's')}${say('deals.new')}`,
          className: 'btn primary',
        }),
        body: html`<div class="b4">${segments(say('deals.filter'), views)}</div>${await dealsTable(visit, deals.items)}${paging(say, DEALS, asked, deals.next)}`,
      };
    },
  });
}
