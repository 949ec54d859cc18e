import type { PageKind } from '#core/accounts/portal-users.ts';
import type { Channel, Transport } from '#core/chat/channels.ts';
import type { Identity } from '#core/chat/turn.ts';
import type { ChannelAccountId, ChatId, ContactId, PortalUserId, UserId } from '#core/ids.ts';
import { boolean, index, integer, jsonb, pgTable, sql, text, unique, uniqueIndex, uuid } from '#db/drizzle.ts';
import { at, bytes, companyId, createdAt, id, ref, seq } from './columns.ts';
import { contacts } from './crm.ts';
import { companies } from './office.ts';

/** The client's account: one contact, one company, one e-mail. */
export const portalUsers = pgTable(
  'portal_users',
  {
    id: id<PortalUserId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    contactId: ref<ContactId>('contact_id')
      .notNull()
      .references(() => contacts.id),
    email: text('email').notNull(),
    /** Those that it went by before: mails to them are the client's too. */
    formerEmails: jsonb('former_emails').$type<string[]>().notNull().default([]),
    status: text('status').$type<'Draft' | 'Active' | 'Blocked'>().notNull(),
    passwordHash: text('password_hash'),
    passwordIsTemporary: boolean('password_is_temporary').notNull().default(false),
    passwordTries: integer('password_tries').notNull().default(0),
    passwordPausedUntil: at('password_paused_until'),
    onboarding: jsonb('onboarding').$type<{ slide?: number; tour?: number; done?: boolean }>().notNull().default({}),
    lastSignInAt: at('last_sign_in_at'),
    createdAt: createdAt(),
  },
  (table) => [
    unique('portal_users_contact').on(table.contactId),
    uniqueIndex('portal_users_email').on(table.companyId, sql`lower(${table.email})`),
  ],
);

/** One bot of one company. */
export const channelAccounts = pgTable(
  'channel_accounts',
  {
    id: id<ChannelAccountId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    channel: text('channel').$type<Channel>().notNull(),
    transport: text('transport').$type<Transport>().notNull(),
    name: text('name').notNull(),
    /** The platform's public id of the bot: Telegram's bot id, a phone_number_id, an app id. */
    externalId: text('external_id').notNull(),
    /** The name that links use: a bot's username, a phone number. */
    handle: text('handle'),
    /** Sealed with SECRET_KEY; null for the account that the settings describe, and for one that has ended. */
    credentials: text('credentials'),
    fromSettings: boolean('from_settings').notNull().default(false),
    /** Its chats stay readable, and another company may have the bot. */
    endedAt: at('ended_at'),
    /** The process that asks the platform for what comes, and how long nobody else may. */
    polledBy: uuid('polled_by'),
    polledUntil: at('polled_until'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('channel_accounts_external').on(table.channel, table.externalId).where(sql`${table.endedAt} is null`),
    index('channel_accounts_company').on(table.companyId, table.seq),
  ],
);

export const chats = pgTable(
  'chats',
  {
    id: id<ChatId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    channelAccountId: ref<ChannelAccountId>('channel_account_id')
      .notNull()
      .references(() => channelAccounts.id),
    /** Where answers go, in the platform's terms: a chat id, a user id, a conversation reference. */
    address: text('address').notNull(),
    portalUserId: ref<PortalUserId>('portal_user_id').references(() => portalUsers.id),
    invited: boolean('invited').notNull().default(false),
    language: text('language').notNull(),
    pushes: text('pushes').$type<'on' | 'stopped'>().notNull().default('on'),
    noticed: boolean('noticed').notNull().default(false),
    reachable: boolean('reachable').notNull().default(true),
    step: jsonb('step').$type<object>(),
    shown: jsonb('shown').$type<object>().notNull().default({ answer: [], push: [] }),
    heldBy: ref<UserId>('held_by'),
    /** When they took it from the bot. */
    heldSince: at('held_since'),
    lastInboundAt: at('last_inbound_at'),
    /** When the person was asked to write since, because the platform's window was closed. */
    promptedAt: at('prompted_at'),
    createdAt: createdAt(),
  },
  (table) => [
    unique('chats_address').on(table.channelAccountId, table.address),
    index('chats_portal_user').on(table.portalUserId),
  ],
);

/** Where a chat of Teams is, whole as the platform gave it: nothing can be said there without. */
export const conversationReferences = pgTable(
  'conversation_references',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    channelAccountId: ref<ChannelAccountId>('channel_account_id')
      .notNull()
      .references(() => channelAccounts.id),
    address: text('address').notNull(),
    reference: jsonb('reference').notNull(),
  },
  (table) => [unique('conversation_references_address').on(table.channelAccountId, table.address)],
);

/** What a platform knows a person by; a phone is one only where the platform sends no other id. */
export const identities = pgTable(
  'identities',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    channelAccountId: ref<ChannelAccountId>('channel_account_id')
      .notNull()
      .references(() => channelAccounts.id),
    kind: text('kind').$type<Identity['kind']>().notNull(),
    value: text('value').notNull(),
    chatId: ref<ChatId>('chat_id')
      .notNull()
      .references(() => chats.id),
  },
  (table) => [
    unique('identities_value').on(table.channelAccountId, table.kind, table.value),
    index('identities_chat').on(table.chatId),
  ],
);

export const invites = pgTable(
  'invites',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    /** SHA-256 of the token. */
    hash: text('hash').notNull().unique(),
    contactId: ref<ContactId>('contact_id').references(() => contacts.id),
    expiresAt: at('expires_at').notNull(),
    /** The channels on which it was used: once on each. */
    usedOn: jsonb('used_on').$type<string[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (table) => [index('invites_contact').on(table.contactId)],
);

/** Pages of ours that a link opens for a while; only the SHA-256 of the token is kept. */
export const accountPages = pgTable('account_pages', {
  hash: text('hash').primaryKey(),
  companyId: companyId().references(() => companies.id),
  kind: text('kind').$type<PageKind>().notNull(),
  chatId: ref<ChatId>('chat_id').references(() => chats.id),
  language: text('language').notNull(),
  tries: integer('tries').notNull().default(0),
  isUsed: boolean('is_used').notNull().default(false),
  expiresAt: at('expires_at').notNull(),
});

/** What our page hands to who has just proven their password there: it signs one chat in. Only the SHA-256 is kept. */
export const proofs = pgTable(
  'proofs',
  {
    hash: text('hash').primaryKey(),
    companyId: companyId().references(() => companies.id),
    portalUserId: ref<PortalUserId>('portal_user_id')
      .notNull()
      .references(() => portalUsers.id),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (table) => [index('proofs_portal_user').on(table.portalUserId)],
);

/** The six digits that a chat waits for; only their hash is kept. */
export const emailCodes = pgTable('email_codes', {
  chatId: ref<ChatId>('chat_id')
    .primaryKey()
    .references(() => chats.id),
  companyId: companyId().references(() => companies.id),
  email: text('email').notNull(),
  hash: text('hash').notNull(),
  sentAt: at('sent_at').notNull(),
  expiresAt: at('expires_at').notNull(),
  tries: integer('tries').notNull().default(0),
  sends: integer('sends').notNull().default(1),
  pausedUntil: at('paused_until'),
});

/** Every inbound thing, by the platform's own id, kept 30 days or more (P2). Bytes stay only while its turn is not done (P4). */
export const events = pgTable(
  'events',
  {
    id: id(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    channelAccountId: ref<ChannelAccountId>('channel_account_id')
      .notNull()
      .references(() => channelAccounts.id),
    key: text('key').notNull(),
    /** The address of its chat: one chat's events take effect in order. */
    address: text('address'),
    state: text('state').$type<'done' | 'pending' | 'quarantined' | 'discarded'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    error: text('error'),
    body: bytes('body'),
    dueAt: at('due_at'),
    receivedAt: at('received_at').notNull().defaultNow(),
  },
  (table) => [
    unique('events_key').on(table.channelAccountId, table.key),
    index('events_pending').on(table.channelAccountId, table.address, table.seq).where(sql`${table.state} = 'pending'`),
    index('events_set_aside').on(table.companyId, table.seq).where(sql`${table.state} = 'quarantined'`),
    index('events_age').on(table.receivedAt),
  ],
);
