import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migratePglite } from '#db/migrate.ts';
import { packed, SNAPSHOT } from '#db/snapshot.ts';

/** Writes the snapshot that embedded databases begin from: a new database, migrated. */
const directory = mkdtempSync(join(tmpdir(), 'tesoro-snapshot-'));
try {
  const pglite = await PGlite.create(directory);
  await migratePglite(pglite);
  await pglite.close();
  const bytes = packed(directory);
  writeFileSync(SNAPSHOT, bytes);
  process.stdout.write(`${bytes.length} bytes\n`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
