import type { DueWebhook, WebhookDeliveries } from '#core/delivery/webhook-deliveries.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';

/** Of one receiver at a time, so that one that answers slowly does not take all places. */
const PER_RECEIVER = 4;
const CLAIM = `
  with due as (
    select d.id from webhook_deliveries d
    where d.state = 'queued' and d.due_at <= now() and d.id in (
      select id from (
        select id, row_number() over (partition by webhook_id order by due_at, seq) as place
        from webhook_deliveries where state = 'queued' and due_at <= now()
      ) placed where place <= ${PER_RECEIVER})
    order by d.due_at, d.seq limit $1 for update skip locked
  )
  update webhook_deliveries d
  set attempts = d.attempts + 1, due_at = now() + $2::float8 * interval '1 second'
  from due, webhooks w where due.id = d.id and w.id = d.webhook_id
  returning d.id, w.url, w.secret, d.payload, d.attempts`;
const AGAIN = `
  update webhook_deliveries set last_error = $2, due_at = now() + $3::float8 * interval '1 second'
  where id = $1 and state = 'queued'`;
const ENDED =
  "update webhook_deliveries set state = $2, last_error = $3 where id = $1 and state = 'queued' returning company_id as company";
const COUNT = `
  select count(*) filter (where state = 'queued')::int as pending, count(*) filter (where state = 'failed')::int as failed
  from webhook_deliveries where state in ('queued', 'failed')`;

export function createWebhookDeliveries({ systemScope, nudge }: Database): WebhookDeliveries {
  return {
    claim: (limit, leaseSeconds) => once<DueWebhook>(systemScope, CLAIM, [limit, leaseSeconds]),
    async settle(delivery, settled) {
      if (settled.was === 'again') {
        await once(systemScope, AGAIN, [delivery, settled.why, settled.afterSeconds]);
        return;
      }
      const values = [delivery, settled.was, settled.was === 'failed' ? settled.why : null];
      const [ended] = await once<{ company: CompanyId }>(systemScope, ENDED, values);
      if (ended && settled.was === 'failed') nudge(ended.company, 'problems');
    },
    async count() {
      const [counts] = await once<{ pending: number; failed: number }>(systemScope, COUNT);
      return counts ?? { pending: 0, failed: 0 };
    },
  };
}
