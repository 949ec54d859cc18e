import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migratePglite } from './migrate.ts';
import { unpackSnapshot } from './snapshot.ts';

describe('the snapshot that embedded databases begin from', () => {
  // Where this fails, the database's package or a migration has changed: `npm run snapshot` writes it anew.
  it('is, row by row of every catalog, what the migrations make of a new database', async () => {
    const directory = aFolder();
    unpackSnapshot(directory);
    const [ours, theirs] = [await migrated(directory), await migrated('memory://')];

    const tables = await tablesOf(theirs);

    expect(await tablesOf(ours)).toEqual(tables);
    for (const table of tables) expect(await rowsOf(ours, table)).toEqual(await rowsOf(theirs, table));
  });

  it('holds nobody’s rows', async () => {
    const directory = aFolder();
    unpackSnapshot(directory);
    const pglite = await opened(directory);

    const tables = (await tablesOf(pglite)).filter(
      (table) => !/^(pg_catalog|information_schema|drizzle)\./.test(table),
    );

    expect(tables).toContain('public.companies');
    for (const table of tables) expect(await rowsOf(pglite, table)).toEqual([]);
  });

  it('is written whole or not at all, over what a killed start left behind', () => {
    const directory = aFolder();
    const unfinished = `${directory}.unfinished`;
    mkdirSync(unfinished);
    writeFileSync(join(unfinished, 'PG_VERSION'), 'half');

    unpackSnapshot(directory);

    expect(existsSync(unfinished)).toBe(false);
    expect(existsSync(join(directory, 'PG_VERSION'))).toBe(true);
  });
});

function aFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'snapshot-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return join(parent, 'postgres');
}

async function opened(dataDir: string): Promise<PGlite> {
  const pglite = await PGlite.create(dataDir);
  onTestFinished(() => pglite.close());
  return pglite;
}

async function migrated(dataDir: string): Promise<PGlite> {
  const pglite = await opened(dataDir);
  await migratePglite(pglite);
  return pglite;
}

async function tablesOf(pglite: PGlite): Promise<readonly string[]> {
  const { rows } = await pglite.query<{ name: string }>(
    "select schemaname || '.' || tablename as name from pg_tables order by 1",
  );
  return rows.map(({ name }) => name);
}

async function rowsOf(pglite: PGlite, table: string): Promise<readonly string[]> {
  const { rows } = await pglite.query<{ row: string }>(
    `select to_jsonb(each)::text as row from ${table} each order by 1`,
  );
  return rows.map(({ row }) => row);
}
