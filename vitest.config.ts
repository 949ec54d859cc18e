import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';
import { testsByReach } from './scripts/pure-tests.ts';

/** They watch how long the real process takes, so nothing else may run beside it. */
const ALONE = ['bots/kill.test.ts', 'bots/prompt.test.ts'];
/** What one process compiled serves the next: the workers, and the servers and commands that tests start. */
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

const { pure, heavy } = testsByReach(import.meta.dirname);
const shared = {
  /** Only to end what hangs: what claims a time names it at its own wait. */
  testTimeout: 60_000,
  hookTimeout: 120_000,
  /** What modules keep between files is caches and databases to be used again. */
  isolate: false,
  unstubEnvs: true,
  setupFiles: ['scripts/patient-waits.ts'],
};
const databases = { globalSetup: ['scripts/test-databases.ts'] };

export default defineConfig({
  test: {
    /** More than twice the cores of a small machine, since most tests wait for what goes over a wire; each takes memory. */
    maxWorkers: 5,
    sequence: { sequencer: LongestFirst },
    /** CI counts from the report. */
    reporters: process.env.VITEST_JSON ? ['default', ['json', { outputFile: process.env.VITEST_JSON }]] : ['default'],
    projects: [
      { test: { ...shared, name: 'pure', include: [...pure], sequence: { groupOrder: 0 } } },
      {
        test: {
          ...shared,
          ...databases,
          name: 'together',
          include: heavy.filter((test) => !ALONE.includes(test)),
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          ...databases,
          name: 'alone',
          include: ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
