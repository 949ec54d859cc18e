import { availableParallelism, loadavg } from 'node:os';

/**
 * How long something may take that has so many milliseconds on a machine that is ours: where each core is shared by
 * several, as many times as long.
 */
export function allowedMs(ms: number): number {
  const [sharing = 0] = loadavg();
  return ms * Math.max(1, sharing / availableParallelism());
}
