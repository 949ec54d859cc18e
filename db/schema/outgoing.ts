import type { Channel } from '#core/chat/channels.ts';
import type { DeliveryKind } from '#core/chat/owed.ts';
import type {
  ChannelAccountId,
  ChatId,
  ContactId,
  DeliveryId,
  MediaId,
  OfferId,
  PropertyId,
  UserId,
} from '#core/ids.ts';
import { index, integer, jsonb, pgTable, sql, text, unique, uuid } from '#db/drizzle.ts';
import { at, companyId, createdAt, id, ref, seq } from './columns.ts';
import { channelAccounts, chats } from './conversation.ts';
import { contacts, properties } from './crm.ts';
import { companies, users } from './office.ts';

/** One outbound message owed to a chat (P5). */
export const deliveries = pgTable(
  'deliveries',
  {
    id: id<DeliveryId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    chatId: ref<ChatId>('chat_id')
      .notNull()
      .references(() => chats.id),
    channelAccountId: ref<ChannelAccountId>('channel_account_id')
      .notNull()
      .references(() => channelAccounts.id),
    state: text('state')
      .$type<'queued' | 'held' | 'sending' | 'sent' | 'uncertain' | 'delivered' | 'read' | 'failed'>()
      .notNull()
      .default('queued'),
    /** Answers (0) go before pushes (1). */
    rank: integer('rank').notNull(),
    kind: text('kind').$type<DeliveryKind>().notNull(),
    message: jsonb('message').$type<object>().notNull(),
    /** The platform's id of the message that this one edits, or the delivery that it came with. */
    edits: text('edits'),
    editsDeliveryId: ref<DeliveryId>('edits_delivery_id'),
    /** The deal property whose card it shows. */
    showsOfferId: ref<OfferId>('shows_offer_id'),
    /** The message of an agent that it carries. */
    messageId: uuid('message_id'),
    platformId: text('platform_id'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: at('due_at').notNull().defaultNow(),
    lockedUntil: at('locked_until'),
    lockedBy: uuid('locked_by'),
    /** When somebody of the office dealt with it, where it did not arrive. */
    settledAt: at('settled_at'),
    settledBy: ref<UserId>('settled_by').references(() => users.id),
    failure: jsonb('failure').$type<{ code: string; cause: string; next_step: string }>(),
    createdAt: createdAt(),
    sentAt: at('sent_at'),
  },
  (table) => [
    index('deliveries_open')
      .on(table.chatId, table.rank, table.seq)
      .where(sql`${table.state} in ('queued', 'sending')`),
    index('deliveries_due').on(table.dueAt, table.seq).where(sql`${table.state} in ('queued', 'sending')`),
    index('deliveries_held').on(table.chatId).where(sql`${table.state} = 'held'`),
    index('deliveries_message').on(table.messageId).where(sql`${table.messageId} is not null`),
    index('deliveries_chat').on(table.chatId, table.createdAt.desc()),
    index('deliveries_platform').on(table.channelAccountId, table.platformId),
    index('deliveries_sent').on(table.channelAccountId, table.sentAt).where(sql`${table.sentAt} is not null`),
    index('deliveries_card')
      .on(table.showsOfferId, table.chatId, table.seq)
      .where(sql`${table.showsOfferId} is not null`),
    index('deliveries_lost')
      .on(table.companyId, table.createdAt, table.id)
      .where(sql`${table.state} in ('failed', 'uncertain') and ${table.settledAt} is null`),
    index('deliveries_trouble')
      .on(table.companyId, table.seq)
      .where(sql`${table.state} in ('failed', 'uncertain', 'held')`),
  ],
);

/** What clients and agents write to each other; what the bot says is in deliveries alone. */
export const messages = pgTable(
  'messages',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    contactId: ref<ContactId>('contact_id')
      .notNull()
      .references(() => contacts.id),
    chatId: ref<ChatId>('chat_id')
      .notNull()
      .references(() => chats.id),
    channel: text('channel').$type<Channel>().notNull(),
    /** Null: the client wrote it. */
    userId: ref<UserId>('user_id').references(() => users.id),
    propertyId: ref<PropertyId>('property_id').references(() => properties.id),
    text: text('text').notNull(),
    /** What a client sent along. */
    media: jsonb('media').$type<MediaId[]>().notNull().default([]),
    at: at('at').notNull(),
    /** A client's: when somebody of the office answered, or said that it needs no answer; null while it waits. */
    settledAt: at('settled_at'),
  },
  (table) => [
    index('messages_contact').on(table.contactId, table.at.desc()),
    index('messages_newest').on(table.companyId, table.at.desc()),
    index('messages_waiting')
      .on(table.companyId, table.contactId, table.at)
      .where(sql`${table.userId} is null and ${table.settledAt} is null`),
  ],
);

/** Files that a platform holds already: sent once, then by its id. */
export const uploads = pgTable(
  'uploads',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    channelAccountId: ref<ChannelAccountId>('channel_account_id')
      .notNull()
      .references(() => channelAccounts.id),
    /** What was uploaded, with its size: `<media id>/card`. */
    what: text('what').notNull(),
    platformId: text('platform_id').notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('uploads_what').on(table.channelAccountId, table.what)],
);

export const mails = pgTable(
  'mails',
  {
    id: id(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    /** The same words with their shape, as JSON, for mailboxes that show HTML; null where there is none. */
    letter: text('letter'),
    state: text('state').$type<'queued' | 'sent' | 'kept' | 'failed'>().notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: at('due_at').notNull().defaultNow(),
    error: text('error'),
    createdAt: createdAt(),
  },
  (table) => [
    index('mails_due').on(table.dueAt).where(sql`${table.state} = 'queued'`),
    index('mails_list').on(table.companyId, table.seq),
  ],
);

/** Something to do later, once. */
export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    key: text('key').notNull(),
    task: jsonb('task').$type<object>().notNull(),
    dueAt: at('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    error: text('error'),
    /** Kept for a while after it was done, so that its key is not taken for a new one. */
    doneAt: at('done_at'),
  },
  (table) => [
    unique('tasks_key').on(table.companyId, table.key),
    index('tasks_due').on(table.dueAt).where(sql`${table.doneAt} is null`),
  ],
);

export const webhooks = pgTable(
  'webhooks',
  {
    id: id(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    url: text('url').notNull(),
    events: jsonb('events').$type<string[]>().notNull(),
    /** Sealed with SECRET_KEY. */
    secret: text('secret').notNull(),
    /** When the first try failed since one was taken; null while the address answers. */
    failingSince: at('failing_since'),
    /** When we gave it up; nothing is owed to it since. */
    disabledAt: at('disabled_at'),
    createdAt: createdAt(),
  },
  (table) => [index('webhooks_company').on(table.companyId)],
);

export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    webhookId: uuid('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    event: text('event').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    state: text('state').$type<'queued' | 'sent' | 'failed'>().notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: at('due_at').notNull().defaultNow(),
    lastError: text('last_error'),
    createdAt: createdAt(),
  },
  (table) => [
    index('webhook_deliveries_due').on(table.dueAt).where(sql`${table.state} = 'queued'`),
    index('webhook_deliveries_list').on(table.webhookId, table.seq),
  ],
);
