import type { UserId } from '#core/ids.ts';
import type { AuditLine } from '#core/sessions/audit.ts';
import type { SessionId, StandOfFactor } from '#core/sessions/session.ts';
import type { UserPageKind } from '#core/sessions/user-pages.ts';
import { boolean, index, integer, pgTable, text, unique } from '#db/drizzle.ts';
import { at, companyId, id, ref, seq } from './columns.ts';
import { companies, users } from './office.ts';

const userId = () =>
  ref<UserId>('user_id')
    .notNull()
    .references(() => users.id);

/** A browser in which somebody of the office is signed in. */
export const sessions = pgTable(
  'sessions',
  {
    id: id<SessionId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    userId: userId(),
    /** SHA-256 of the cookie's token. */
    hash: text('hash').notNull().unique(),
    /** What the browser says it is: `Safari on iPhone`. */
    device: text('device').notNull(),
    stays: boolean('stays').notNull(),
    factor: text('factor').$type<StandOfFactor>().notNull(),
    factorTries: integer('factor_tries').notNull().default(0),
    createdAt: at('created_at').notNull(),
    seenAt: at('seen_at').notNull(),
    endsAt: at('ends_at').notNull(),
    /** When the password or a code was last proved in it. */
    provedAt: at('proved_at').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId, table.seq), index('sessions_end').on(table.endsAt)],
);

/** Browsers in which a user signed in before: a stranger's guesses elsewhere do not shut them out. */
export const knownDevices = pgTable(
  'known_devices',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    userId: userId(),
    /** SHA-256 of the cookie's token. */
    hash: text('hash').notNull(),
    seenAt: at('seen_at').notNull(),
  },
  (table) => [unique('known_devices_user').on(table.userId, table.hash), index('known_devices_age').on(table.seenAt)],
);

/** Pages that a mail opens for a user: to set a password. Only the SHA-256 of the token is kept. */
export const userPages = pgTable(
  'user_pages',
  {
    hash: text('hash').primaryKey(),
    companyId: companyId().references(() => companies.id),
    userId: userId(),
    kind: text('kind').$type<UserPageKind>().notNull(),
    isUsed: boolean('is_used').notNull().default(false),
    expiresAt: at('expires_at').notNull(),
  },
  (table) => [index('user_pages_user').on(table.userId), index('user_pages_end').on(table.expiresAt)],
);

/**
 * How often something was tried that may not be tried often. It may be about nobody we know, so it is no company's, and
 * only the system sees it; what it is about is kept as a hash.
 */
export const signInTries = pgTable(
  'sign_in_tries',
  {
    key: text('key').primaryKey(),
    tries: integer('tries').notNull(),
    beganAt: at('began_at').notNull(),
    pausedUntil: at('paused_until'),
  },
  (table) => [index('sign_in_tries_age').on(table.beganAt)],
);

/** What was done with ways in: who, when, what; never a secret. */
export const audit = pgTable(
  'audit',
  {
    id: id(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    /** Who did it; null where they could not prove who they are, and for who runs the server. */
    userId: ref<UserId>('user_id').references(() => users.id),
    what: text('what').$type<AuditLine['what']>().notNull(),
    /** Whom or what it was done to, by id; and in which browser. */
    about: text('about'),
    device: text('device'),
    at: at('at').notNull(),
  },
  (table) => [index('audit_list').on(table.companyId, table.seq)],
);
