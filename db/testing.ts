import { randomUUIDv7 } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import postgres from 'postgres';
import { afterAll, describe, inject, onTestFinished } from 'vitest';
import type { Clock } from '#core/clock.ts';
import type { Id, NewId } from '#core/ids.ts';
import type { Database } from './database.ts';
import { createDatabase } from './database.ts';
import type { Driver } from './driver.ts';
import { openEmbedded } from './embedded.ts';
import { openPostgres } from './postgres.ts';

/** One kind of database that tests run on. `fresh` gives an empty one, up to date, taken back when its test ends. */
export type TestDatabase = { readonly name: 'PGlite' | 'Postgres'; fresh(): Promise<Database> };

/**
 * Runs the same tests on the embedded database and on a server.
 *
 *     describeOnBoth('offers', (fresh) => {
 *       it('stands in one group', async () => {
 *         const database = await fresh();
 *         const company = await aCompany(database);
 *         …
 *       });
 *     });
 *
 * `fresh()` in a test, or in `beforeEach`, is empty, and this test's own; in `beforeAll` it lasts for the whole
 * `describe`. It is cheap after the first of a file: databases are emptied and used again.
 */
export function describeOnBoth(
  name: string,
  tests: (fresh: () => Promise<Database>, on: TestDatabase['name']) => void,
): void {
  for (const { name: on, fresh } of testDatabases()) describe(`${name} on ${on}`, () => tests(fresh, on));
}

/**
 * The same for what stands on the ports of db/, whose own tests run on both: on the embedded database, and with LONG=1,
 * as in CI, on the server.
 */
export function describeOnOne(name: string, tests: (fresh: () => Promise<Database>) => void): void {
  for (const { name: on, fresh } of testDatabases())
    if (process.env.TEST_DATABASE || on === (process.env.LONG ? 'Postgres' : 'PGlite'))
      describe(`${name} on ${on}`, () => tests(fresh));
}

/** Both kinds, or the one that TEST_DATABASE names (`PGlite` or `Postgres`). */
function testDatabases(): readonly TestDatabase[] {
  const kinds: readonly TestDatabase[] = [
    { name: 'PGlite', fresh: () => lend('PGlite') },
    { name: 'Postgres', fresh: () => lend('Postgres') },
  ];
  return kinds.filter(({ name }) => !process.env.TEST_DATABASE || process.env.TEST_DATABASE === name);
}

/** The address of a new, migrated database on the server, for what opens it by itself: a process, a second connection. */
export async function newDatabaseUrl({ empty }: { empty?: boolean } = {}): Promise<string> {
  const { url, template } = inject('postgres');
  const name = `test_${randomUUIDv7().replaceAll('-', '')}`;
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  await owner.unsafe(`create database ${name}${empty ? '' : ` template ${template}`}`);
  await owner.end();
  return new URL(`/${name}`, url).href;
}

export const newId: NewId = <Kind extends string>() => randomUUIDv7() as string as Id<Kind>;

/** A clock that stands until it is moved. */
export function aClock(start = '2026-11-23T10:00:00Z'): Clock & { set(moment: string): void; pass(ms: number): void } {
  let now = new Date(start);
  return {
    now: () => now,
    set: (moment) => {
      now = new Date(moment);
    },
    pass: (ms) => {
      now = new Date(now.getTime() + ms);
    },
  };
}

const idle: Record<TestDatabase['name'], Driver[]> = { PGlite: [], Postgres: [] };

async function lend(kind: TestDatabase['name']): Promise<Database> {
  const driver = idle[kind].pop() ?? (await open(kind));
  const database = createDatabase({ ...driver, close: () => Promise.resolve() });
  let back = false;
  atTheEnd(async () => {
    if (back) return;
    back = true;
    await database.close();
    await driver.transaction('system', ({ rows }) => rows(EMPTY));
    idle[kind].push(driver);
  });
  return database;
}

/** A table that was never written has no bytes, one with a row 8 KiB. Where all have more, they are quicker cut off. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * As the user that connected: the role that tenants take on may not truncate. A few rows are deleted, all by one
 * statement, at whose end nothing refers to them. To cut off a table is to make its files and those of its indexes anew,
 * which takes ten times as long.
 */
const EMPTY = `
  do $$ declare
    deleted text;
    cut text;
    bytes bigint;
  begin
    perform set_config('role', 'none', true);
    select string_agg(format('d%s as (delete from %I)', oid, relname), ', ') filter (where pg_relation_size(oid) > 0),
      string_agg(format('%I', relname), ', '), sum(pg_relation_size(oid))
    into deleted, cut, bytes from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r';
    if bytes > ${MOST_BYTES} then execute 'truncate ' || cut;
    elsif deleted is not null then execute 'with ' || deleted || ' select';
    end if;
    perform setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
    from pg_sequences where schemaname = 'public' and last_value is not null;
  end $$`;

async function open(kind: TestDatabase['name']): Promise<Driver> {
  if (kind === 'Postgres') return openPostgres(await newDatabaseUrl());
  return openEmbedded({ snapshot: await openAsBlob(inject('snapshot')) });
}

/** At the end of the test that runs, else of the `describe` whose `beforeAll` runs. */
export function atTheEnd(work: () => Promise<void>): void {
  try {
    onTestFinished(work);
  } catch {
    afterAll(work);
  }
}
