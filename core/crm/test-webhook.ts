import type { Clock } from '#core/clock.ts';
import type { CrmKept } from './crm-kept.ts';
import type { Redelivered } from './redeliver.ts';

/** What a test is called; an event of no record, so no webhook asks for it by name. */
const TEST_EVENT = 'webhook.test';

/** Tells a webhook something that means nothing, whatever events it asked for, so that its receiver can be tried out. */
export async function testWebhook(
  { webhooks, records, clock }: Pick<CrmKept, 'webhooks' | 'records'> & { readonly clock: Clock },
  id: string,
): Promise<Redelivered> {
  const webhook = await webhooks.find(id);
  if (!webhook) return { was: 'missing' };
  if (webhook.disabled_at) return { was: 'disabled', since: webhook.disabled_at };
  const { id: company } = await records.company.get();
  const payload = { event: TEST_EVENT, timestamp: clock.now().toISOString(), data: {}, company_id: company };
  return { was: 'owed', delivery: await webhooks.owe(id, TEST_EVENT, payload) };
}
