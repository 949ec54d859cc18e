import type { PropertyId, UserId } from '#core/ids.ts';
import type { ImportId, ImportRefusal } from '#core/imports/imports.ts';
import { boolean, index, integer, jsonb, pgTable, sql, text, unique, uniqueIndex } from '#db/drizzle.ts';
import { at, companyId, createdAt, id, ref, seq } from './columns.ts';
import { properties } from './crm.ts';
import { companies, users } from './office.ts';

/** Feeds that were taken in, and what became of them. */
export const imports = pgTable(
  'imports',
  {
    id: id<ImportId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    userId: ref<UserId>('user_id')
      .notNull()
      .references(() => users.id),
    isTrial: boolean('is_trial').notNull(),
    state: text('state').$type<'under_way' | 'done' | 'broken' | 'interrupted'>().notNull().default('under_way'),
    read: integer('read').notNull().default(0),
    added: integer('added').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    closed: integer('closed').notNull().default(0),
    notClosed: integer('not_closed').notNull().default(0),
    photos: integer('photos').notNull().default(0),
    refused: integer('refused').notNull().default(0),
    refusals: jsonb('refusals').$type<readonly ImportRefusal[]>().notNull().default([]),
    heardAt: at('heard_at').notNull().defaultNow(),
    endedAt: at('ended_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('imports_list').on(table.companyId, table.seq),
    uniqueIndex('imports_under_way').on(table.companyId).where(sql`${table.state} = 'under_way'`),
  ],
);

/** Photos that feeds name and that are still to be fetched. */
export const photoFetches = pgTable(
  'photo_fetches',
  {
    id: id(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    propertyId: ref<PropertyId>('property_id')
      .notNull()
      .references(() => properties.id),
    url: text('url').notNull(),
    /** Its place among the home's photos. */
    sort: integer('sort').notNull(),
    state: text('state').$type<'queued' | 'failed'>().notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: at('due_at').notNull().defaultNow(),
    error: text('error'),
    createdAt: createdAt(),
  },
  (table) => [
    unique('photo_fetches_url').on(table.propertyId, table.url),
    index('photo_fetches_due').on(table.dueAt, table.seq).where(sql`${table.state} = 'queued'`),
  ],
);
