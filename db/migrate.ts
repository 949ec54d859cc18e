import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import { migrate as migratePgliteFiles } from 'drizzle-orm/pglite/migrator';
import { drizzle as onPostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgresFiles } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { TENANT_ROLE } from './driver.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Drizzle's migrator takes no lock, and several processes may start at once. */
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

/** Brings a server's database up to date. `confined`: its user is above row-level security, so transactions take on a role. */
export async function migratePostgres(url: string): Promise<{ readonly confined: boolean }> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {}, fetch_types: false });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await client`select set_config('app.scope', 'system', false)`;
    await migratePostgresFiles(onPostgres(client), { migrationsFolder });
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
  await migratePgliteFiles(onPglite(pglite), { migrationsFolder });
  await pglite.exec(CONFINE);
  await pglite.exec("select set_config('app.scope', '', false)");
}
