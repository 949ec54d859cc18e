import { setTimeout as timeout } from 'node:timers/promises';

/** Resolves after a while, or as soon as the signal says so. */
export type Wait = (seconds: number, signal: AbortSignal) => Promise<void>;

export const wait: Wait = (seconds, signal) => timeout(seconds * 1000, undefined, { signal }).catch(() => undefined);
