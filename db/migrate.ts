import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import postgres from 'postgres';
import { TENANT_ROLE } from './driver.ts';
import { readMigrationFiles } from './drizzle.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Several processes may start at once. */
const LOCK = 7_230_188;

/** The role that a superuser takes on. It owns nothing, so row-level security holds for it. Safe to run again. */
const CONFINE = `
do $$ begin
  create role ${TENANT_ROLE} nologin;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema public to ${TENANT_ROLE};
grant select, insert, update, delete on all tables in schema public to ${TENANT_ROLE};
grant usage, update on all sequences in schema public to ${TENANT_ROLE};`;

/** What has run is kept where drizzle's own migrators keep it. */
const LEDGER = `
create schema if not exists drizzle;
create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
const LAST = 'select created_at from drizzle.__drizzle_migrations order by created_at desc limit 1';

/** Runs statements by the simple protocol, in which one text may hold several; answers with the rows of the last. */
type Run = (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Brings a server's database up to date. `confined`: its user is above row-level security, so transactions take on a role. */
export async function migratePostgres(url: string): Promise<{ readonly confined: boolean }> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {}, fetch_types: false });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await client`select set_config('app.scope', 'system', false)`;
    await runMigrations((text) => client.unsafe(text));
    const [user] = await client`select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user`;
    const confined = user?.above === true;
    if (confined) await client.unsafe(CONFINE);
    return { confined };
  } finally {
    await client.end({ timeout: 5 });
  }
}

export async function migratePglite(pglite: PGlite): Promise<void> {
  await pglite.exec("select set_config('app.scope', 'system', false)");
  await runMigrations(async (text) => (await pglite.exec(text)).at(-1)?.rows ?? []);
  await pglite.exec(CONFINE);
  await pglite.exec("select set_config('app.scope', '', false)");
}

/** All that are new, or none: they are one transaction. */
async function runMigrations(run: Run): Promise<void> {
  await run(LEDGER);
  const [last] = await run(LAST);
  const due = readMigrationFiles({ migrationsFolder }).filter(
    ({ folderMillis }) => !last || Number(last.created_at) < folderMillis,
  );
  await run('begin');
  try {
    for (const { sql, hash, folderMillis } of due) {
      for (const statement of sql) await run(statement);
      await run(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('${hash}', ${folderMillis})`);
    }
    await run('commit');
  } catch (error) {
    await run('rollback');
    throw error;
  }
}
