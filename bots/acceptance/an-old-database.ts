import { openAsBlob } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as onPostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { inject } from 'vitest';
import { connect } from '#db/connect.ts';
import type { Database } from '#db/database.ts';
import { newDatabaseUrl } from '#db/testing.ts';

const FIXTURE = new URL('./fixtures/old-database/', import.meta.url);
/** What the office of these rows was set up with, and its rows tell the hash of at most. */
export const OLD = { token: '424242:AAold_database', apiKey: 'the-key-of-the-old-office' };
/** The newest migration that the version of the rows knew. */
const LAST_MIGRATION = '0008_former-emails';
/** Row-level security holds for owners too. */
const SEE_ALL = "select set_config('app.scope', 'system', false)";

/** A database as that version left it, opened by this one: what came since is migrated first. `also`: SQL that ran before. */
export async function anOldDatabase(on: 'Postgres' | 'PGlite', also = ''): Promise<Database> {
  const [left, migrationsFolder] = await Promise.all([rowsOf(), oldMigrations()]);
  const rows = `${left}\n${also}`;
  return on === 'Postgres' ? onServer(rows, migrationsFolder) : embedded(rows, migrationsFolder);
}

async function onServer(rows: string, migrationsFolder: string): Promise<Database> {
  const databaseUrl = await newDatabaseUrl({ empty: true });
  const client = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await client.unsafe(SEE_ALL);
  await migratePostgres(onPostgres(client), { migrationsFolder });
  await client.unsafe(rows);
  await client.end();
  return connect({ databaseUrl });
}

async function embedded(rows: string, migrationsFolder: string): Promise<Database> {
  const pglite = await PGlite.create({ dataDir: 'memory://', loadDataDir: await openAsBlob(inject('snapshot')) });
  // A new one takes seconds to make: one that is up to date is emptied.
  await pglite.exec('drop schema public cascade; create schema public; drop schema drizzle cascade');
  await pglite.exec(SEE_ALL);
  await migratePglite(onPglite(pglite), { migrationsFolder });
  await pglite.exec(rows);
  const snapshot = await pglite.dumpDataDir('none');
  await pglite.close();
  return connect({ memory: true, snapshot });
}

const rowsOf = async () => gunzipSync(await readFile(new URL('rows.sql.gz', FIXTURE))).toString('utf8');

/** The migrations up to that version's last, in a folder of their own. */
async function oldMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'old-migrations-'));
  await cp(fileURLToPath(new URL('../../db/migrations', import.meta.url)), folder, { recursive: true });
  const file = join(folder, 'meta', '_journal.json');
  const journal: { entries: readonly { readonly tag: string }[] } = JSON.parse(await readFile(file, 'utf8'));
  const last = journal.entries.findIndex(({ tag }) => tag === LAST_MIGRATION);
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }));
  return folder;
}
