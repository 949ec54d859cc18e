import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{bots,core,adapters,db,locales,scripts}/**/*.test.ts'],
    globalSetup: ['scripts/test-databases.ts'],
    /** Databases take memory: as many files at once as the two cores of a small machine. */
    maxWorkers: 2,
    /** CI counts from the report. */
    reporters: process.env.VITEST_JSON ? ['default', ['json', { outputFile: process.env.VITEST_JSON }]] : ['default'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
