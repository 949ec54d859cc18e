import { beside } from './beside.ts';

/** All that is checked without running a test. Each reads, and none writes, so no one has to wait for another. */
const LINES = [
  'tsc --noEmit',
  'oxlint',
  'biome check .',
  'knip',
  'node scripts/api-client.ts --check',
  'node scripts/phrases.ts --check',
];

const failed = await beside(LINES, (output) => process.stdout.write(output));
if (failed.length > 0) {
  process.stderr.write(`Failed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
