import type { Log } from '#bots/log.ts';

/** Says nothing; for tests. */
export const quietLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
