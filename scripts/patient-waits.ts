import { vi } from 'vitest';

/** Of a wait that claims no time: only to end what hangs, since a busy machine is no fault of what is waited for. */
const PATIENCE_MS = 30_000;
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

/** As it was asked for: who names a time claims it. */
function patient(options: number | Options = {}): Options {
  return { interval: LOOK_MS, timeout: PATIENCE_MS, ...(typeof options === 'number' ? { timeout: options } : options) };
}
