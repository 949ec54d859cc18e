import type { Channel } from '#core/chat/channels.ts';
import type { Stage } from '#core/crm/record.ts';
import type {
  ChatId,
  ContactId,
  DealId,
  MediaId,
  OfferId,
  PropertyId,
  SavedAnswerId,
  UserId,
  ViewingId,
} from '#core/ids.ts';
import type { ImportId } from '#core/imports/imports.ts';
import type { Language } from '#core/language.ts';
import type { FileOwner } from '#core/media.ts';
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  sql,
  text,
  unique,
  uniqueIndex,
  uuid,
} from '#db/drizzle.ts';
import { at, companyId, createdAt, id, ref, searchKey, seq } from './columns.ts';
import { companies, users } from './office.ts';

export const contacts = pgTable(
  'contacts',
  {
    id: id<ContactId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    kind: text('kind').$type<'lead' | 'contact'>().notNull(),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    email: text('email').notNull(),
    phone: text('phone'),
    whatsappNumber: text('whatsapp_number'),
    language: text('language'),
    photo: ref<MediaId>('photo'),
    role: text('role'),
    assignedTo: ref<UserId>('assigned_to').references(() => users.id),
    isPortalUser: boolean('is_portal_user').notNull().default(false),
    tags: jsonb('tags').$type<string[]>().notNull().default([]),
    leadType: text('lead_type'),
    leadSource: text('lead_source'),
    leadStage: text('lead_stage'),
    leadStatus: text('lead_status'),
    /** For the office's eyes. */
    officeNote: text('office_note'),
    /** A lead who came by themselves, since when; null once somebody of the office took them up. */
    newSince: at('new_since'),
    /**
     * In lower case, for search. Columns and not index expressions: under row-level security an index serves only
     * leakproof conditions, and `lower()` is none.
     */
    emailKey: searchKey('email_key', 'email'),
    firstNameKey: searchKey('first_name_key', 'first_name'),
    lastNameKey: searchKey('last_name_key', 'last_name'),
    createdAt: createdAt(),
  },
  (table) => [
    index('contacts_list').on(table.companyId, table.seq),
    index('contacts_kind').on(table.companyId, table.kind, table.seq),
    index('contacts_email').on(table.companyId, table.emailKey.op('text_pattern_ops'), table.seq),
    index('contacts_new').on(table.companyId, table.newSince, table.id).where(sql`${table.newSince} is not null`),
    index('contacts_first_name').on(table.companyId, table.firstNameKey.op('text_pattern_ops')),
    index('contacts_last_name').on(table.companyId, table.lastNameKey.op('text_pattern_ops')),
  ],
);

export const properties = pgTable(
  'properties',
  {
    id: id<PropertyId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    name: text('name').notNull(),
    status: text('status')
      .$type<'active' | 'reserved' | 'sold' | 'rented' | 'cancelled' | 'off_market'>()
      .notNull()
      .default('active'),
    reference: text('reference'),
    /** Given once by the system, never changed; the one that clients see. */
    tesoroReference: text('tesoro_reference').notNull(),
    type: text('type').notNull(),
    transaction: text('transaction').$type<'for_sale' | 'for_rent'>().notNull(),
    price: numeric('price', { precision: 14, scale: 2, mode: 'number' }).notNull(),
    /** What it was before it last changed, and since when it is what it is. */
    formerPrice: numeric('former_price', { precision: 14, scale: 2, mode: 'number' }),
    priceChangedAt: at('price_changed_at'),
    currency: text('currency').notNull(),
    numberOfBedrooms: integer('number_of_bedrooms'),
    numberOfBathrooms: integer('number_of_bathrooms'),
    buildedArea: doublePrecision('builded_area'),
    usefulArea: doublePrecision('useful_area'),
    plotSize: doublePrecision('plot_size'),
    energyRating: jsonb('energy_rating').$type<{ consumption: string | null; emissions: string | null }>(),
    description: jsonb('description').$type<{ lang: string; title?: string; text?: string }[]>().notNull().default([]),
    address: jsonb('address').$type<{
      street?: string;
      address_line_2?: string;
      city?: string;
      state?: string;
      zip_code?: string;
      country?: string;
    }>(),
    /** GeoJSON: longitude first. */
    location: jsonb('location').$type<{ type: 'Point'; coordinates: [number, number] }>(),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    features: jsonb('features').$type<Record<string, boolean>>().notNull().default({}),
    virtualTourUrl: text('virtual_tour_url'),
    /** Never shown to a client on any path, like the four after it. */
    commissionPercentage: doublePrecision('commission_percentage'),
    ownerNetPrice: numeric('owner_net_price', { precision: 14, scale: 2, mode: 'number' }),
    internalNotes: text('internal_notes'),
    cadastralReference: text('cadastral_reference'),
    owner: text('owner'),
    /** The newest import that had it; null: people of the office keep it. */
    importId: ref<ImportId>('import_id'),
    createdAt: createdAt(),
  },
  (table) => [
    index('properties_list').on(table.companyId, table.seq),
    index('properties_reference').on(table.companyId, table.reference).where(sql`${table.reference} is not null`),
    index('properties_imported')
      .on(table.companyId, table.seq)
      .where(sql`${table.importId} is not null and ${table.status} in ('active', 'reserved')`),
    unique('properties_tesoro_reference').on(table.companyId, table.tesoroReference),
  ],
);

/** Every stored file: photos of properties and people, and what clients add after viewings. Bytes are in the media store. */
export const media = pgTable(
  'media',
  {
    id: id<MediaId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    /** What it belongs to; of a chat while its client has not said. */
    ownerKind: text('owner_kind').$type<'property' | 'user' | 'company' | 'nothing' | FileOwner['kind']>().notNull(),
    ownerId: uuid('owner_id').notNull(),
    mime: text('mime').notNull(),
    title: text('title'),
    tags: jsonb('tags').$type<string[]>().notNull().default([]),
    sort: integer('sort').notNull().default(0),
    width: integer('width'),
    height: integer('height'),
    durationSeconds: doublePrecision('duration_seconds'),
    /** Bytes of the stored original. */
    size: bigint('size', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    /** Where an import found it. */
    sourceUrl: text('source_url'),
    createdAt: createdAt(),
  },
  (table) => [index('media_owner').on(table.companyId, table.ownerKind, table.ownerId, table.sort, table.seq)],
);

export const deals = pgTable(
  'deals',
  {
    id: id<DealId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    name: text('name').notNull(),
    type: text('type').$type<'Buy' | 'Rent' | 'Sell' | 'Rent out'>().notNull(),
    stage: text('stage').$type<Stage>().notNull().default('Knowing Property'),
    status: text('status').$type<'open' | 'won' | 'lost'>().notNull().default('open'),
    assignedTo: ref<UserId>('assigned_to').references(() => users.id),
    criteria: jsonb('criteria').$type<Record<string, unknown>>().notNull().default({}),
    dealValue: numeric('deal_value', { precision: 14, scale: 2, mode: 'number' }),
    createdAt: createdAt(),
  },
  (table) => [
    index('deals_list').on(table.companyId, table.seq),
    index('deals_status').on(table.companyId, table.status, table.seq),
  ],
);

export const dealContacts = pgTable(
  'deal_contacts',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    dealId: ref<DealId>('deal_id')
      .notNull()
      .references(() => deals.id),
    contactId: ref<ContactId>('contact_id')
      .notNull()
      .references(() => contacts.id),
    position: integer('position').notNull().default(0),
  },
  (table) => [
    unique('deal_contacts_pair').on(table.dealId, table.contactId),
    index('deal_contacts_contact').on(table.contactId, table.dealId),
  ],
);

/** One property in one deal; what clients call an offered property. */
export const dealProperties = pgTable(
  'deal_properties',
  {
    id: id<OfferId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    dealId: ref<DealId>('deal_id')
      .notNull()
      .references(() => deals.id),
    propertyId: ref<PropertyId>('property_id')
      .notNull()
      .references(() => properties.id),
    status: text('status')
      .$type<'preselect' | 'rejected_by_agent' | 'proposed' | 'pending' | 'interested' | 'rejected' | 'approved'>()
      .notNull(),
    proposedAt: at('proposed_at'),
    /** When the offer was pushed to the clients' chats; null while it waits for its bundle. */
    pushedAt: at('pushed_at'),
    openedAt: at('opened_at'),
    verdictAt: at('verdict_at'),
    rejectReasons: jsonb('reject_reasons').$type<string[]>().notNull().default([]),
    rejectText: text('reject_text'),
    favourite: boolean('favourite').notNull().default(false),
    visitedAt: at('visited_at'),
    rating: integer('rating'),
    offerPrice: numeric('offer_price', { precision: 14, scale: 2, mode: 'number' }),
    createdAt: createdAt(),
  },
  (table) => [
    unique('deal_properties_pair').on(table.dealId, table.propertyId),
    index('deal_properties_lane').on(table.dealId, table.status, table.proposedAt.desc(), table.seq.desc()),
    index('deal_properties_property').on(table.propertyId),
    index('deal_properties_favourite').on(table.dealId).where(sql`${table.favourite}`),
    index('deal_properties_unpushed')
      .on(table.dealId)
      .where(sql`${table.status} = 'proposed' and ${table.pushedAt} is null`),
  ],
);

export const meetings = pgTable(
  'meetings',
  {
    id: id<ViewingId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    dealId: ref<DealId>('deal_id')
      .notNull()
      .references(() => deals.id),
    propertyId: ref<PropertyId>('property_id')
      .notNull()
      .references(() => properties.id),
    /** The client who asked for it. */
    contactId: ref<ContactId>('contact_id').references(() => contacts.id),
    ownerId: ref<UserId>('owner_id').references(() => users.id),
    type: text('type').notNull().default('visit_location'),
    category: text('category').notNull().default('visit'),
    status: text('status').$type<'pending' | 'confirmed' | 'rejected' | 'cancelled' | 'completed'>().notNull(),
    preferredDates: jsonb('preferred_dates')
      .$type<{ date: string; part_of_day: 'any' | 'morning' | 'afternoon' | 'evening'; from?: string; to?: string }[]>()
      .notNull(),
    startDate: at('start_date'),
    endDate: at('end_date'),
    /** A time that the agent offers or the client wishes, while the old one stands. */
    proposedStart: at('proposed_start'),
    /** When the client wished for these dates; null: when it was made. */
    askedAt: at('asked_at'),
    /** Whether the preferred dates ask for another time than the confirmed one. */
    openWish: boolean('open_wish').notNull().default(false),
    /** What the client answered to a reminder of the present time. */
    attendance: text('attendance').$type<'coming' | 'late'>(),
    reason: text('reason'),
    location: text('location'),
    history: jsonb('history')
      .$type<
        {
          at: string;
          by: string;
          by_id?: string;
          from: string | null;
          to: string;
          start_date?: string;
          reason?: string;
        }[]
      >()
      .notNull()
      .default([]),
    icsUid: text('ics_uid').notNull(),
    icsSequence: integer('ics_sequence').notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('meetings_one_open')
      .on(table.dealId, table.propertyId)
      .where(sql`${table.status} in ('pending', 'confirmed')`),
    index('meetings_list').on(table.companyId, table.seq),
    index('meetings_status').on(table.companyId, table.status, table.seq),
    index('meetings_deal').on(table.dealId, table.status, table.startDate),
    index('meetings_start').on(table.companyId, table.startDate),
    index('meetings_waiting')
      .on(table.companyId)
      .where(
        sql`(${table.status} = 'pending' and ${table.proposedStart} is null) or (${table.status} = 'confirmed' and ${table.openWish})`,
      ),
    index('meetings_diary_owner').on(table.ownerId, table.startDate).where(sql`${table.status} = 'confirmed'`),
    index('meetings_diary_property').on(table.propertyId, table.startDate).where(sql`${table.status} = 'confirmed'`),
  ],
);

/** When somebody of the office wants to be reminded of a client; theirs alone. */
export const reminders = pgTable(
  'reminders',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    userId: ref<UserId>('user_id')
      .notNull()
      .references(() => users.id),
    contactId: ref<ContactId>('contact_id')
      .notNull()
      .references(() => contacts.id),
    at: at('at').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('reminders_pair').on(table.userId, table.contactId),
    index('reminders_due').on(table.userId, table.at),
    index('reminders_contact').on(table.contactId),
  ],
);

export const feedback = pgTable(
  'feedback',
  {
    id: id(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    contactId: ref<ContactId>('contact_id')
      .notNull()
      .references(() => contacts.id),
    dealId: ref<DealId>('deal_id')
      .notNull()
      .references(() => deals.id),
    propertyId: ref<PropertyId>('property_id')
      .notNull()
      .references(() => properties.id),
    meetingId: ref<ViewingId>('meeting_id')
      .notNull()
      .references(() => meetings.id),
    kind: text('kind').$type<'photos' | 'note' | 'voice_note' | 'rating'>().notNull(),
    text: text('text'),
    stars: integer('stars'),
    media: jsonb('media').$type<MediaId[]>().notNull().default([]),
    /** The platform's name for the photos that were sent as one, which are one item. Of items before `said_in` it may be the message. */
    album: text('album'),
    /** The message that it came in, which an edit of that message names. */
    saidIn: text('said_in'),
    at: at('at').notNull(),
  },
  (table) => [
    index('feedback_contact').on(table.contactId, table.seq.desc()),
    index('feedback_deal').on(table.dealId, table.seq.desc()),
  ],
);

export const activities = pgTable(
  'activities',
  {
    id: id(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    contactId: ref<ContactId>('contact_id')
      .notNull()
      .references(() => contacts.id),
    dealId: ref<DealId>('deal_id').references(() => deals.id),
    propertyId: ref<PropertyId>('property_id').references(() => properties.id),
    meetingId: ref<ViewingId>('meeting_id').references(() => meetings.id),
    type: text('type').notNull(),
    title: text('title').notNull(),
    text: text('text'),
    channel: text('channel').$type<Channel>(),
    actorKind: text('actor_kind').$type<'client' | 'user' | 'system'>().notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    media: jsonb('media').$type<MediaId[]>().notNull().default([]),
    at: at('at').notNull(),
  },
  (table) => [
    index('activities_contact').on(table.contactId, table.seq.desc()),
    index('activities_deal').on(table.dealId, table.seq.desc()),
    index('activities_list').on(table.companyId, table.seq),
    index('activities_by_clients').on(table.companyId, table.seq).where(sql`${table.actorKind} = 'client'`),
    index('activities_erasure').on(table.companyId, table.at).where(sql`${table.type} = 'erasure_requested'`),
  ],
);

/** The days for which a retention rule may look: date columns are plain days in the company's zone. */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    contactId: ref<ContactId>('contact_id').references(() => contacts.id),
    chatId: ref<ChatId>('chat_id').notNull(),
    given: boolean('given').notNull(),
    /** The very words that the person was shown. */
    wording: text('wording').notNull(),
    day: date('day').notNull(),
    at: at('at').notNull(),
  },
  (table) => [index('consents_chat').on(table.chatId, table.seq)],
);

/**
 * Each word that a record is found by, without accents and in lower case; kept by triggers of the database, whoever writes
 * the record. Rows and not an array: under row-level security an index serves only leakproof conditions, and what is asked
 * of arrays is none.
 */
export const searchWords = pgTable(
  'search_words',
  {
    companyId: companyId(),
    kind: text('kind').$type<'contact' | 'deal' | 'property'>().notNull(),
    recordId: uuid('record_id').notNull(),
    word: text('word').notNull(),
  },
  (table) => [
    index('search_words_prefix').on(table.companyId, table.kind, table.word.op('text_pattern_ops'), table.recordId),
    uniqueIndex('search_words_record').on(table.recordId, table.word.op('text_pattern_ops')),
  ],
);

/** What the office answers often. Of nobody: the whole office's. */
export const savedAnswers = pgTable(
  'saved_answers',
  {
    id: id<SavedAnswerId>(),
    seq: seq(),
    companyId: companyId().references(() => companies.id),
    userId: ref<UserId>('user_id').references(() => users.id),
    title: text('title').notNull(),
    /** By language. */
    texts: jsonb('texts').$type<Partial<Record<Language, string>>>().notNull(),
    /** Words of a client that it answers. */
    forWords: jsonb('for_words').$type<string[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (table) => [index('saved_answers_list').on(table.companyId, table.userId, table.seq)],
);
