import type { Backlog } from '#db/backlog.ts';
import { inTime } from './in-time.ts';
import type { Metrics } from './metrics.ts';
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
    const isUp = await inTime(ping()).then(
      () => true,
      () => false,
    );
    return [{ labels: {}, value: isUp ? 1 : 0 }];
  });
  const began = Date.now() / 1000 - process.uptime();
  metrics.gauge('process_start_time_seconds', () => [{ labels: {}, value: began }]);
  metrics.gauge('process_resident_memory_bytes', () => [{ labels: {}, value: process.memoryUsage.rss() }]);
}

/** The same answer for all who ask within a moment. */
function fresh<Found>(look: () => Promise<Found>): () => Promise<Found> {
  let last: { readonly at: number; readonly found: Promise<Found> } | undefined;
  return () => {
    if (!last || performance.now() - last.at > FRESH_MS) last = { at: performance.now(), found: inTime(look()) };
    return last.found;
  };
}
