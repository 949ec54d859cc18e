import type { CrmKept } from './crm-kept.ts';
import type { WebhookDeliveryRecord } from './webhooks.ts';

/** What became of telling a webhook something by hand. */
export type Redelivered =
  | { readonly was: 'owed'; readonly delivery: WebhookDeliveryRecord }
  | { readonly was: 'missing' }
  | { readonly was: 'disabled'; readonly since: string };

/** Tells a webhook once more what it was told; not one that is disabled. */
export async function redeliver(
  { webhooks }: Pick<CrmKept, 'webhooks'>,
  id: string,
  delivery: string,
): Promise<Redelivered> {
  const since = (await webhooks.find(id))?.disabled_at;
  if (since) return { was: 'disabled', since };
  const again = await webhooks.redeliver(id, delivery);
  return again ? { was: 'owed', delivery: again } : { was: 'missing' };
}
