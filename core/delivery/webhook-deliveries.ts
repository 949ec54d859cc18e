import type { CompanyId } from '#core/ids.ts';

/** Tried again so long after each failure, in seconds (T): 1 min, 5 min, 30 min, 2 h. After that it has failed. */
const WAITS = [60, 5 * 60, 30 * 60, 2 * 60 * 60];

/** An event that is due at one of a company's webhooks. */
export type DueWebhook = {
  readonly id: string;
  readonly url: string;
  /** Sealed. */
  readonly secret: string;
  /** As the database keeps it; sent as it is. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Tries so far, with this one. */
  readonly attempts: number;
};

export type SettledWebhook =
  | { readonly was: 'sent' }
  | { readonly was: 'again'; readonly afterSeconds: number; readonly why: string }
  | { readonly was: 'failed'; readonly why: string };

/** A webhook that took an event at none of its tries. */
export type FailedWebhook = { readonly company: CompanyId; readonly webhook: string };

/** What became of a try that a receiver did not take. */
export function afterFailure(attempts: number, why: string): SettledWebhook {
  const afterSeconds = WAITS[attempts - 1];
  return afterSeconds === undefined ? { was: 'failed', why } : { was: 'again', afterSeconds, why };
}

/** The queue of all companies' webhooks (system scope); times are the database's own. */
export interface WebhookDeliveries {
  /** Takes what is due, oldest first and some a receiver, so that a dead one holds up nobody else. */
  claim(limit: number, leaseSeconds: number): Promise<readonly DueWebhook[]>;
  /** Answers whose receiver it was that took none of all tries. */
  settle(delivery: string, settled: SettledWebhook): Promise<FailedWebhook | undefined>;
  count(): Promise<{ readonly pending: number; readonly failed: number }>;
}

/** Sends one event. Throws nothing for what a receiver answers. */
export interface WebhookSender {
  send(due: DueWebhook): Promise<{ readonly was: 'taken' } | { readonly was: 'refused'; readonly why: string }>;
}
