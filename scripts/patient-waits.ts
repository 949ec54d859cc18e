import { vi } from 'vitest';

/** Only to end what hangs, as the timeout of a test is: a busy machine is no fault of what is waited for. */
const LEAST_PATIENCE_MS = 30_000;
/** How often a wait looks that does not say: it costs little, and nobody stands idle for long. */
const LOOK_MS = 10;
/** This runs before each file, and `vi` is the worker's. */
const DONE = Symbol.for('patient waits');

type Options = Exclude<Parameters<typeof vi.waitUntil>[1], number>;

if (!Reflect.has(vi, DONE)) {
  const { waitUntil, waitFor } = vi;
  vi.waitUntil = (isSo, options) => waitUntil(isSo, patient(options));
  vi.waitFor = (work, options) => waitFor(work, patient(options));
  Reflect.set(vi, DONE, true);
}

/** As it was asked for, but never in more of a hurry. */
function patient(options: number | Options = {}): Options {
  const { timeout = 0, ...more } = typeof options === 'number' ? { timeout: options } : options;
  return { interval: LOOK_MS, ...more, timeout: Math.max(timeout, LEAST_PATIENCE_MS) };
}
