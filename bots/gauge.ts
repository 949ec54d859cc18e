import { inTime } from '#adapters/in-time.ts';
import type { Backlog } from '#db/backlog.ts';
import type { Metrics } from './metrics.ts';
import { DATABASE_MS } from './patience.ts';
import type { ChannelState } from './readiness.ts';

type Looks = {
  readonly backlog: () => Promise<readonly Backlog[]>;
  readonly states: () => Readonly<Record<string, ChannelState>>;
  readonly ping: () => Promise<void>;
};

const STATES: readonly ChannelState['state'][] = ['up', 'waits', 'down'];
/** Of several scrapers within it, one is answered by the database. */
const FRESH_MS = 1000;

/** What is looked up at every look at the metrics. */
export function gauge(metrics: Metrics, { backlog, states, ping }: Looks): void {
  const read = fresh(backlog);
  metrics.gauge('tesoro_queue_items', async () =>
    (await read()).map(({ queue, state, items }) => ({ labels: { queue, state }, value: items })),
  );
  metrics.gauge('tesoro_queue_oldest_seconds', async () =>
    (await read()).map(({ queue, state, oldestSeconds }) => ({ labels: { queue, state }, value: oldestSeconds })),
  );
  metrics.gauge('tesoro_channel_state', () =>
    Object.entries(states()).flatMap(([account, { state }]) =>
      STATES.map((each) => ({ labels: { account, state: each }, value: each === state ? 1 : 0 })),
    ),
  );
  metrics.gauge('tesoro_database_up', async () => {
    const isUp = await inTime(DATABASE_MS, ping()).then(
      () => true,
      () => false,
    );
    return [{ labels: {}, value: isUp ? 1 : 0 }];
  });
  const began = Date.now() / 1000 - process.uptime();
  metrics.gauge('process_start_time_seconds', () => [{ labels: {}, value: began }]);
  metrics.gauge('process_resident_memory_bytes', () => [{ labels: {}, value: process.memoryUsage.rss() }]);
}

/** The same answer for all who ask while it is looked up, and for a moment after. */
function fresh<Found>(look: () => Promise<Found>): () => Promise<Found> {
  let last: { readonly found: Promise<Found>; at: number } | undefined;
  return () => {
    if (last && performance.now() - last.at <= FRESH_MS) return last.found;
    const now = { at: Number.POSITIVE_INFINITY, found: inTime(DATABASE_MS, look()) };
    const isKnown = () => {
      now.at = performance.now();
    };
    now.found.then(isKnown, isKnown);
    last = now;
    return now.found;
  };
}
