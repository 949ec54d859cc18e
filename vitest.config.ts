import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{bots,core,adapters,db,locales,scripts}/**/*.test.ts'],
    globalSetup: ['scripts/test-databases.ts'],
    /** Databases take memory: as many files at once as the two cores of a small machine. */
    maxWorkers: 2,
    /** CI counts from the report. */
    reporters: process.env.VITEST_JSON ? ['default', ['json', { outputFile: process.env.VITEST_JSON }]] : ['default'],
    /** Only to end what hangs: no claim of a test is about time. */
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
