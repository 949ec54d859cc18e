import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { gauge } from './gauge.ts';
import { createMetrics } from './metrics.ts';
import { readExposition } from './testing/read-exposition.ts';

/** Metrics of a database that is asked for by `backlog`. */
function aLook(backlog: () => Promise<never[]>, ping: () => Promise<void>) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const metrics = createMetrics();
  gauge(metrics, { backlog, ping, states: () => ({}) });
  return metrics;
}

describe('a look at the metrics', () => {
  it('takes as long as one look at a database that never answers, and tells that it is away', async () => {
    const never = vi.fn(() => new Promise<never>(() => {}));
    const metrics = aLook(never, never);

    const read = metrics.text();
    await vi.advanceTimersByTimeAsync(1500);
    const others = metrics.text();
    await vi.advanceTimersByTimeAsync(2000);

    const families = readExposition(await read);
    expect(families.get('tesoro_database_up')?.samples).toMatchObject([{ value: 0 }]);
    expect(families.get('tesoro_queue_items')?.samples).toEqual([]);
    expect(families.get('process_start_time_seconds')?.samples).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1500);
    expect(readExposition(await others).get('tesoro_database_up')?.samples).toMatchObject([{ value: 0 }]);
  });

  it('is one for all who look while it is under way and a moment later, and the next is new', async () => {
    const backlog = vi.fn(async () => []);
    const metrics = aLook(backlog, async () => {});

    await Promise.all([metrics.text(), metrics.text()]);
    await metrics.text();
    expect(backlog).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1500);
    await metrics.text();

    expect(backlog).toHaveBeenCalledTimes(2);
  });
});
