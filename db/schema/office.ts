import type { CompanyId, MediaId, UserId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { OFFICE_DEFAULTS } from '#core/office-defaults.ts';
import type { OpenHours } from '#core/office-hours.ts';
import type { Colours, Whose } from '#core/sessions/visitor.ts';
import type { ViewingTimes } from '#core/viewings/viewing-times.ts';
import { boolean, index, integer, jsonb, pgTable, sql, text, unique, uniqueIndex } from '#db/drizzle.ts';
import { at, companyId, createdAt, id, ref, seq } from './columns.ts';

export const companies = pgTable('companies', {
  id: id<CompanyId>(),
  seq: seq(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  currency: text('currency').notNull(),
  isActive: boolean('is_active').notNull().default(true),
  defaultLanguage: text('default_language').$type<Language>().notNull().default('en'),
  logo: ref<MediaId>('logo'),
  rejectReasons: jsonb('reject_reasons').$type<string[]>().notNull(),
  quietHours: jsonb('quiet_hours').$type<{ from: string; to: string }>(),
  offerBundleTimes: jsonb('offer_bundle_times').$type<string[]>().notNull(),
  retentionMonths: integer('retention_months').notNull().default(24),
  officeHours: jsonb('office_hours')
    .$type<readonly OpenHours[]>()
    .notNull()
    .default([...OFFICE_DEFAULTS.officeHours]),
  /** Days in the company's zone. */
  closedDays: jsonb('closed_days').$type<readonly string[]>().notNull().default([]),
  viewingTimes: jsonb('viewing_times').$type<ViewingTimes>().notNull().default(OFFICE_DEFAULTS.viewingTimes),
  viewingMinutes: integer('viewing_minutes').notNull().default(OFFICE_DEFAULTS.viewingMinutes),
  viewingGapMinutes: integer('viewing_gap_minutes').notNull().default(OFFICE_DEFAULTS.viewingGapMinutes),
  /** Null: nothing is ever overdue. */
  escalateMinutes: integer('escalate_minutes').default(OFFICE_DEFAULTS.escalateMinutes),
  repeatHours: integer('repeat_hours').notNull().default(OFFICE_DEFAULTS.repeatHours),
  fallbackUserId: ref<UserId>('fallback_user_id'),
  holdHours: integer('hold_hours').notNull().default(OFFICE_DEFAULTS.holdHours),
  inviteCode: text('invite_code').notNull().unique(),
  /** Whether everybody of the office proves who they are by a second factor too. */
  secondFactorRequired: boolean('second_factor_required').notNull().default(false),
  createdAt: createdAt(),
});

export const users = pgTable(
  'users',
  {
    id: id<UserId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    name: text('name').notNull(),
    email: text('email').notNull(),
    phone: text('phone'),
    jobTitle: text('job_title'),
    photo: ref<MediaId>('photo'),
    role: text('role').$type<'Admin' | 'Employee'>().notNull(),
    status: text('status').$type<'Active' | 'Inactive' | 'Pending'>().notNull().default('Active'),
    language: text('language'),
    /** argon2id, with its salt and cost. */
    passwordHash: text('password_hash'),
    passwordChangedAt: at('password_changed_at'),
    /** The secret that their app counts its codes from, sealed; and one that is being set up. */
    factorSecret: text('factor_secret'),
    factorPending: text('factor_pending'),
    /** The count of the last code that was taken: each is good once. */
    factorStep: integer('factor_step'),
    /** SHA-256 of each recovery code that was not used yet. */
    recoveryHashes: jsonb('recovery_hashes').$type<string[]>().notNull().default([]),
    colours: text('colours').$type<Colours>().notNull().default('device'),
    singleKeys: boolean('single_keys').notNull().default(true),
    whose: text('whose').$type<Whose>().notNull().default('mine'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('users_email').on(table.companyId, sql`lower(${table.email})`),
    index('users_list').on(table.companyId, table.seq),
  ],
);

/** Only the SHA-256 of a key is kept. A key acts as its user. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    userId: ref<UserId>('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    hash: text('hash').notNull().unique(),
    revokedAt: at('revoked_at'),
    createdAt: createdAt(),
  },
  (table) => [index('api_keys_company').on(table.companyId)],
);

/** Answers to POSTs with an `Idempotency-Key`, kept for 24 hours (P7). */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    route: text('route').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** Null while the first request is still under way. */
    status: integer('status'),
    answer: jsonb('answer'),
    createdAt: createdAt(),
  },
  (table) => [
    unique('idempotency_keys_key').on(table.companyId, table.route, table.key),
    index('idempotency_keys_age').on(table.createdAt),
  ],
);
