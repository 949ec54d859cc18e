import type { WebhookDeliveryRecord, WebhookRecord, Webhooks } from '#core/crm/webhooks.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { sliceOf } from './slice-of.ts';

const LIST = `
  select id, url, events, seq from webhooks where company_id = $1 and ($2::bigint is null or seq < $2)
  order by seq desc limit $3`;
const DELIVERIES = `
  select id, event, state, attempts, last_error, due_at, created_at, seq from webhook_deliveries
  where webhook_id = $1 and ($2::bigint is null or seq < $2) order by seq desc limit $3`;
const AGAIN = `
  update webhook_deliveries set state = 'queued', attempts = 0, due_at = now(), last_error = null
  where id = $2 and webhook_id = $1
  returning id, event, state, attempts, last_error, due_at, created_at, seq`;

export function createWebhooks({ tx, newId }: PortNeeds): Webhooks {
  const isThere = async (id: string) =>
    (await tx.rows('select 1 from webhooks where id = $1 and company_id = $2', [id, tx.company])).length > 0;
  return {
    async add(url, events, secret) {
      const id: string = newId();
      tx.nudge('settings');
      const text = 'insert into webhooks (id, company_id, url, events, secret) values ($1, $2, $3, $4, $5)';
      await tx.rows(text, [id, tx.company, url, events, secret]);
      return { id, url, events };
    },
    async list(span) {
      const rows = await tx.rows<WebhookRecord & { seq: number }>(LIST, [tx.company, span.before, span.limit + 1]);
      const { items, next } = sliceOf(rows, span);
      return { items: items.map(({ id, url, events }) => ({ id, url, events })), next };
    },
    async remove(id) {
      tx.nudge('settings', 'problems');
      const text = 'delete from webhooks where id = $1 and company_id = $2 returning id';
      return (await tx.rows(text, [id, tx.company])).length > 0;
    },
    async deliveries(id, span) {
      if (!(await isThere(id))) return undefined;
      const { items, next } = sliceOf(await tx.rows<Row>(DELIVERIES, [id, span.before, span.limit + 1]), span);
      return { items: items.map(recordOf), next };
    },
    async redeliver(id, delivery) {
      if (!(await isThere(id))) return undefined;
      const [row] = await tx.rows<Row>(AGAIN, [id, delivery]);
      if (row) tx.wake('owed');
      tx.nudge('problems');
      return row && recordOf(row);
    },
  };
}

type Row = Omit<WebhookDeliveryRecord, 'due_at' | 'created_at'> & { due_at: Date; created_at: Date; seq: number };

const recordOf = ({ id, event, state, attempts, last_error, due_at, created_at }: Row): WebhookDeliveryRecord => ({
  ...{ id, event, state, attempts, last_error },
  due_at: due_at.toISOString(),
  created_at: created_at.toISOString(),
});
