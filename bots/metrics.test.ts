import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';
import { readExposition } from './testing/read-exposition.ts';

describe('the metrics', () => {
  it('are read by Prometheus’ own rules, whatever stands in a label', async () => {
    const metrics = createMetrics();
    const odd = 'a "quoted" \\ thing\nin two lines';
    metrics.count('tesoro_http_requests_total', { method: 'GET', route: odd, status: '200' });
    metrics.count('tesoro_http_requests_total', { method: 'GET', route: odd, status: '200' });
    metrics.gauge('tesoro_queue_items', () => [{ labels: { queue: 'deliveries', state: odd }, value: 3 }]);

    const families = readExposition(await metrics.text());

    const route = 'a \\"quoted\\" \\\\ thing\\nin two lines';
    expect(families.get('tesoro_http_requests_total')?.samples).toEqual([
      { name: 'tesoro_http_requests_total', labels: { method: 'GET', route, status: '200' }, value: 2 },
    ]);
    expect(families.get('tesoro_queue_items')?.samples).toMatchObject([{ labels: { state: route }, value: 3 }]);
  });

  it('begin at 0 where there is but one figure, so that the first of it is an increase', async () => {
    const families = readExposition(await createMetrics().text());

    expect(families.get('tesoro_events_stored_total')?.samples).toMatchObject([{ value: 0 }]);
    expect(families.get('tesoro_deliveries_total')?.samples).toEqual([]);
  });

  it('put what is measured into every bound that it does not pass, and into the sum', async () => {
    const metrics = createMetrics();
    for (const seconds of [0.05, 0.2, 40]) metrics.observe('tesoro_answer_seconds', seconds, { channel: 'telegram' });

    const samples = readExposition(await metrics.text()).get('tesoro_answer_seconds')?.samples ?? [];

    const at = (le: string) => samples.find(({ labels }) => labels.le === le)?.value;
    expect([at('0.05'), at('0.1'), at('0.25'), at('30'), at('+Inf')]).toEqual([1, 1, 2, 2, 3]);
    expect(samples.find(({ name }) => name.endsWith('_sum'))?.value).toBeCloseTo(40.25);
    expect(samples.find(({ name }) => name.endsWith('_count'))?.value).toBe(3);
  });

  it('leave out what can’t be read now, and tell the rest', async () => {
    const metrics = createMetrics();
    metrics.gauge('tesoro_queue_items', () => Promise.reject(new Error('no database')));
    metrics.gauge('tesoro_database_up', () => [{ labels: {}, value: 0 }]);

    const families = readExposition(await metrics.text());

    expect(families.get('tesoro_queue_items')?.samples).toEqual([]);
    expect(families.get('tesoro_database_up')?.samples).toMatchObject([{ value: 0 }]);
  });
});
