import type { Clock } from '#core/clock.ts';
import type { DeliveryId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import type { LostDelivery } from './lost-deliveries.ts';

type Needs = Pick<CrmKept, 'lostDeliveries'> & { readonly clock: Clock };

export type DeliverySettled =
  | { readonly was: 'settled'; readonly delivery: LostDelivery }
  /** There is none that did not arrive. */
  | { readonly was: 'missing' };

/** Somebody told the client otherwise, or it can be left: it waits no longer, and who said so is kept. The same again changes nothing. */
export async function settleDelivery(
  { lostDeliveries, clock }: Needs,
  agent: Agent,
  id: DeliveryId,
): Promise<DeliverySettled> {
  if (!(await lostDeliveries.find(id))) return { was: 'missing' };
  await lostDeliveries.settle(id, agent.id, clock.now());
  const delivery = await lostDeliveries.find(id);
  return delivery ? { was: 'settled', delivery } : { was: 'missing' };
}
