import { createRequire } from 'node:module';

/**
 * What we use of drizzle, loaded as CommonJS: Node 24 reads its package.json of 179 KB anew for each of its ES modules,
 * which takes a second at every start and 150 MiB that never come back.
 */
const load = createRequire(import.meta.url);
const words: typeof import('drizzle-orm') = load('drizzle-orm');
const columns: typeof import('drizzle-orm/pg-core') = load('drizzle-orm/pg-core');
const proxy: typeof import('drizzle-orm/pg-proxy') = load('drizzle-orm/pg-proxy');
const migrator: typeof import('drizzle-orm/migrator') = load('drizzle-orm/migrator');

export const { and, asc, desc, eq, inArray, is, isNull, lt, max, or, sql } = words;
export const { bigint, boolean, customType, date, doublePrecision, integer, jsonb, numeric, text, timestamp, uuid } =
  columns;
export const { getTableConfig, index, PgTable, pgTable, unique, uniqueIndex } = columns;
export const { drizzle } = proxy;
export const { readMigrationFiles } = migrator;
