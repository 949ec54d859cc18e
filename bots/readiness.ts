import { inTime } from '#adapters/in-time.ts';
import type { Deliveries, DeliveryCounts } from '#core/delivery/deliveries.ts';
import type { EventCounts, Events } from '#core/delivery/events.ts';
import type { WebhookDeliveries } from '#core/delivery/webhook-deliveries.ts';
import { DATABASE_MS } from './patience.ts';

/** How one channel account of this process is. `waits`: for a first company, or for its platform to answer. */
export type ChannelState = { readonly state: 'up' | 'waits' | 'down'; readonly why?: string };

export type Queue = {
  readonly events: EventCounts;
  readonly deliveries: Omit<DeliveryCounts, 'oldestQueuedSeconds'> & { readonly oldest_queued_seconds: number };
  readonly webhooks: { readonly pending: number; readonly failed: number };
};

export type Ready = {
  readonly ok: boolean;
  readonly durability: 'power' | 'process';
  readonly checks: {
    readonly database: 'ok' | 'failed';
    readonly migrations: 'ok';
    /** `failed` where accepted is not done + quarantined + pending (P9). Only when looked at deeply. */
    readonly events?: 'ok' | 'failed';
    readonly channels: Readonly<Record<string, ChannelState>>;
  };
  readonly queue?: Queue;
};

type Needs = {
  readonly database: { readonly durability: 'power' | 'process'; ping(): Promise<void> };
  readonly deliveries: Pick<Deliveries, 'count'>;
  readonly events: Pick<Events, 'count'>;
  readonly webhooks: Pick<WebhookDeliveries, 'count'>;
  readonly channels: () => Readonly<Record<string, ChannelState>>;
  readonly closing: () => boolean;
};

/** Says whether the product can work. `deep` counts its queues too. */
export function createReadiness({ database, deliveries, events, webhooks, channels, closing }: Needs) {
  return async (deep: boolean): Promise<Ready> => {
    const durability = database.durability;
    const states = channels();
    const look = async () => {
      if (!deep) return database.ping();
      const [eventCounts, { oldestQueuedSeconds, ...counts }, told] = await Promise.all([
        events.count(),
        deliveries.count(),
        webhooks.count(),
      ]);
      const delivery = { ...counts, oldest_queued_seconds: oldestQueuedSeconds };
      return { events: eventCounts, deliveries: delivery, webhooks: told };
    };
    const seen = await inTime(DATABASE_MS, look()).then(
      (queue) => ({ database: 'ok' as const, queue }),
      () => ({ database: 'failed' as const, queue: undefined }),
    );
    // A platform that is away is shown, but taking us out of service for it would stop all others too.
    const ok = seen.database === 'ok' && !closing();
    const checks = { database: seen.database, migrations: 'ok' as const, channels: states };
    if (!seen.queue) return { ok, durability, checks };
    const { accepted, done, pending, quarantined } = seen.queue.events;
    const adds = accepted === done + pending + quarantined;
    const deepChecks = { ...checks, events: adds ? ('ok' as const) : ('failed' as const) };
    return { ok: ok && adds, durability, checks: deepChecks, queue: seen.queue };
  };
}
