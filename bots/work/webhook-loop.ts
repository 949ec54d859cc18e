import type { Log } from '#bots/log.ts';
import {
  afterFailure,
  type DueWebhook,
  type FailedWebhook,
  type WebhookDeliveries,
  type WebhookSender,
} from '#core/delivery/webhook-deliveries.ts';
import { createTakeLoop, type TakeLoop } from './take-loop.ts';

/** Sends what webhooks are owed, until it is stopped; nothing waits for it. */
export type WebhookLoop = Pick<TakeLoop, 'wake' | 'stop'>;

type Needs = {
  readonly deliveries: WebhookDeliveries;
  readonly sender: WebhookSender;
  /** Told of each webhook that took an event at none of its tries. */
  readonly failed: (failed: FailedWebhook) => Promise<void>;
  readonly log: Log;
};

const AT_ONCE = 16;
const POLL_SECONDS = 2;
/** Longer than a receiver may take. */
const LEASE_SECONDS = 30;

export function createWebhookLoop({ deliveries, sender, failed, log }: Needs): WebhookLoop {
  const carry = async (due: DueWebhook) => {
    const sent = await sender.send(due);
    if (sent.was === 'taken') {
      await deliveries.settle(due.id, { was: 'sent' });
      return;
    }
    log.warn({ webhook: due.id, attempts: due.attempts, why: sent.why }, 'a webhook was not taken');
    const ended = await deliveries.settle(due.id, afterFailure(due.attempts, sent.why));
    if (ended) await failed(ended);
  };
  const takeSome = async () => {
    const due = await deliveries.claim(AT_ONCE, LEASE_SECONDS);
    await Promise.all(due.map(carry));
    return due.length > 0;
  };
  return createTakeLoop(takeSome, POLL_SECONDS, (error) => log.error({ err: error }, 'webhooks could not be taken'));
}
