import { defineConfig } from 'vitest/config';

/** They start and kill the real process and watch how long it takes, so nothing else may run beside them. */
const ALONE = ['bots/kill.test.ts', 'bots/main.test.ts'];
const shared = {
  globalSetup: ['scripts/test-databases.ts'],
  /** Only to end what hangs: no claim of a test is about time. */
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    /** Databases take memory: as many files at once as the two cores of a small machine. */
    maxWorkers: 2,
    /** CI counts from the report. */
    reporters: process.env.VITEST_JSON ? ['default', ['json', { outputFile: process.env.VITEST_JSON }]] : ['default'],
    projects: [
      {
        test: {
          ...shared,
          name: 'together',
          include: ['{bots,core,adapters,db,locales,scripts}/**/*.test.ts'],
          exclude: ALONE,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...shared, name: 'alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
