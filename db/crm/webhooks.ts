import type { WebhookDeliveryRecord, WebhookRecord, Webhooks } from '#core/crm/webhooks.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { sliceOf } from './slice-of.ts';
import { there } from './there.ts';

const LIST = `
  select id, url, events, disabled_at, seq from webhooks where company_id = $1 and ($2::bigint is null or seq < $2)
  order by seq desc limit $3`;
const FIND = 'select id, url, events, disabled_at from webhooks where id = $1 and company_id = $2';
const ENABLE = `
  update webhooks set disabled_at = null, failing_since = null where id = $1 and company_id = $2
  returning id, url, events, disabled_at`;
const GIVE_UP = `
  update webhooks set disabled_at = now()
  where id = $1 and company_id = $2 and disabled_at is null and failing_since <= now() - $3::float8 * interval '1 day'
  returning id, url, events, disabled_at`;
/** Without those that are being settled at this moment: they wait for the webhook's row, and it must not wait for them. */
const DROP_OWED = `
  update webhook_deliveries set state = 'failed', last_error = $2
  where id in (
    select id from webhook_deliveries where webhook_id = $1 and state = 'queued' for update skip locked)`;
const WHY_DROPPED = 'the webhook was disabled, since it took nothing for days';
const DELIVERIES = `
  select id, event, state, attempts, last_error, due_at, created_at, seq from webhook_deliveries
  where webhook_id = $1 and ($2::bigint is null or seq < $2) order by seq desc limit $3`;
const OWE = `
  insert into webhook_deliveries (id, company_id, webhook_id, event, payload) values ($1, $2, $3, $4, $5::jsonb)
  returning id, event, state, attempts, last_error, due_at, created_at, seq`;
const AGAIN = `
  update webhook_deliveries set state = 'queued', attempts = 0, due_at = now(), last_error = null
  where id = $2 and webhook_id = (select w.id from webhooks w where w.id = $1 and w.disabled_at is null)
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
      return { id, url, events, disabled_at: null };
    },
    async list(span) {
      const rows = await tx.rows<WebhookRow & { seq: number }>(LIST, [tx.company, span.before, span.limit + 1]);
      const { items, next } = sliceOf(rows, span);
      return { items: items.map(webhookOf), next };
    },
    async find(id) {
      const [row] = await tx.rows<WebhookRow>(FIND, [id, tx.company]);
      return row && webhookOf(row);
    },
    async enable(id) {
      tx.nudge('settings');
      const [row] = await tx.rows<WebhookRow>(ENABLE, [id, tx.company]);
      return row && webhookOf(row);
    },
    async giveUp(id, afterDays) {
      const [row] = await tx.rows<WebhookRow>(GIVE_UP, [id, tx.company, afterDays]);
      if (!row) return undefined;
      tx.write(DROP_OWED, [id, WHY_DROPPED]);
      tx.nudge('settings', 'problems');
      return webhookOf(row);
    },
    async remove(id) {
      tx.nudge('settings', 'problems');
      // In the order in which who settles a delivery takes the rows, so that neither waits for the other for good.
      await tx.rows('delete from webhook_deliveries where webhook_id = $1 and company_id = $2', [id, tx.company]);
      const text = 'delete from webhooks where id = $1 and company_id = $2 returning id';
      return (await tx.rows(text, [id, tx.company])).length > 0;
    },
    async deliveries(id, span) {
      if (!(await isThere(id))) return undefined;
      const { items, next } = sliceOf(await tx.rows<Row>(DELIVERIES, [id, span.before, span.limit + 1]), span);
      return { items: items.map(recordOf), next };
    },
    async owe(id, event, payload) {
      tx.wake('owed');
      return recordOf(there(await tx.rows<Row>(OWE, [newId(), tx.company, id, event, payload])));
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

type WebhookRow = Omit<WebhookRecord, 'disabled_at'> & { readonly disabled_at: Date | null };
const webhookOf = ({ id, url, events, disabled_at }: WebhookRow): WebhookRecord => ({
  ...{ id, url, events },
  disabled_at: disabled_at?.toISOString() ?? null,
});

type Row = Omit<WebhookDeliveryRecord, 'due_at' | 'created_at'> & { due_at: Date; created_at: Date; seq: number };

const recordOf = ({ id, event, state, attempts, last_error, due_at, created_at }: Row): WebhookDeliveryRecord => ({
  ...{ id, event, state, attempts, last_error },
  due_at: due_at.toISOString(),
  created_at: created_at.toISOString(),
});
