import type {
  ChannelAccountId,
  ChatId,
  CompanyId,
  ContactId,
  DealId,
  Id,
  OfferId,
  PortalUserId,
  PropertyId,
  UserId,
  ViewingId,
} from '#core/ids.ts';
import type { Database } from './database.ts';
import * as schema from './schema/schema.ts';
import { newId } from './testing.ts';

type Table =
  | typeof schema.companies
  | typeof schema.users
  | typeof schema.contacts
  | typeof schema.properties
  | typeof schema.deals
  | typeof schema.dealContacts
  | typeof schema.dealProperties
  | typeof schema.meetings
  | typeof schema.channelAccounts
  | typeof schema.portalUsers
  | typeof schema.chats
  | typeof schema.webhooks
  | typeof schema.media;

let count = 0;

/** Inserts one row and answers it, with an id of its kind. */
async function make<Of extends Table, Kind extends Id<string>>(
  database: Database,
  table: Of,
  row: Omit<Of['$inferInsert'], 'id'>,
): Promise<Of['$inferSelect'] & { readonly id: Kind }> {
  const [made] = await database.systemScope(({ db }) =>
    db
      .insert(table as Table)
      .values({ id: newId(), ...row } as never)
      .returning(),
  );
  return made as Of['$inferSelect'] & { readonly id: Kind };
}

type Some<Of extends Table> = Partial<Of['$inferInsert']>;

export const aCompany = (database: Database, some: Some<typeof schema.companies> = {}) =>
  make<typeof schema.companies, CompanyId>(database, schema.companies, {
    slug: `casa-${++count}`,
    name: 'Casa Tesoro',
    timeZone: 'Europe/Madrid',
    currency: 'EUR',
    rejectReasons: ['location', 'condition', 'size', 'layout', 'model', 'price', 'other'],
    quietHours: { from: '21:00', to: '08:00' },
    offerBundleTimes: ['09:00', '17:00'],
    inviteCode: `invite-${count}`,
    ...some,
  });

export const aUser = (database: Database, company: CompanyId, some: Some<typeof schema.users> = {}) =>
  make<typeof schema.users, UserId>(database, schema.users, {
    companyId: company,
    name: 'Ana Agente',
    email: `ana${++count}@casa.test`,
    role: 'Admin',
    ...some,
  });

export const aContact = (database: Database, company: CompanyId, some: Some<typeof schema.contacts> = {}) =>
  make<typeof schema.contacts, ContactId>(database, schema.contacts, {
    companyId: company,
    kind: 'contact',
    firstName: 'Carla',
    lastName: 'Client',
    email: `carla${++count}@client.test`,
    language: 'en',
    ...some,
  });

export const aProperty = (database: Database, company: CompanyId, some: Some<typeof schema.properties> = {}) =>
  make<typeof schema.properties, PropertyId>(database, schema.properties, {
    companyId: company,
    name: 'House by the sea',
    tesoroReference: `T-${++count}`,
    type: 'villa',
    transaction: 'for_sale',
    price: 350000,
    currency: 'EUR',
    address: { street: 'Calle Mayor 1', city: 'Altea', state: 'Alicante', zip_code: '03590', country: 'ES' },
    ...some,
  });

/** A deal of these contacts, in their order. */
export async function aDeal(
  database: Database,
  company: CompanyId,
  { contacts, ...some }: Some<typeof schema.deals> & { contacts: readonly ContactId[] },
) {
  const deal = await make<typeof schema.deals, DealId>(database, schema.deals, {
    companyId: company,
    name: `Deal ${++count}`,
    type: 'Buy',
    ...some,
  });
  for (const [position, contactId] of contacts.entries())
    await make(database, schema.dealContacts, { companyId: company, dealId: deal.id, contactId, position });
  return deal;
}

/** An offered property: proposed and pushed, unless it says otherwise. */
export const anOffer = (
  database: Database,
  company: CompanyId,
  { deal, property, ...some }: Some<typeof schema.dealProperties> & { deal: DealId; property: PropertyId },
) =>
  make<typeof schema.dealProperties, OfferId>(database, schema.dealProperties, {
    companyId: company,
    dealId: deal,
    propertyId: property,
    status: 'proposed',
    proposedAt: new Date('2026-11-20T10:00:00Z'),
    pushedAt: new Date('2026-11-20T17:00:00Z'),
    ...some,
  });

/** A viewing, one that took place where nothing else is said. */
export const aViewingOf = (
  database: Database,
  company: CompanyId,
  { deal, property, ...some }: Some<typeof schema.meetings> & { deal: DealId; property: PropertyId },
) =>
  make<typeof schema.meetings, ViewingId>(database, schema.meetings, {
    companyId: company,
    dealId: deal,
    propertyId: property,
    status: 'completed',
    preferredDates: [],
    startDate: new Date('2026-11-21T10:00:00Z'),
    endDate: new Date('2026-11-21T11:00:00Z'),
    history: [{ at: '2026-11-21T11:00:00.000Z', by: 'Ana', from: 'confirmed', to: 'completed' }],
    icsUid: 'viewing@tesoro-chat',
    ...some,
  });

export const aChannelAccount = (
  database: Database,
  company: CompanyId,
  some: Some<typeof schema.channelAccounts> = {},
) =>
  make<typeof schema.channelAccounts, ChannelAccountId>(database, schema.channelAccounts, {
    companyId: company,
    channel: 'telegram',
    transport: 'bot_api',
    name: 'Casa bot',
    externalId: `bot-${++count}`,
    handle: `casa_${count}_bot`,
    ...some,
  });

export const aPortalUser = (
  database: Database,
  company: CompanyId,
  { contact, ...some }: Some<typeof schema.portalUsers> & { contact: ContactId },
) =>
  make<typeof schema.portalUsers, PortalUserId>(database, schema.portalUsers, {
    companyId: company,
    contactId: contact,
    email: `portal${++count}@client.test`,
    status: 'Active',
    ...some,
  });

/** A chat that an invite brought in; signed in where a portal user is given. */
export const aChat = (
  database: Database,
  company: CompanyId,
  {
    account,
    portalUser,
    ...some
  }: Some<typeof schema.chats> & { account: ChannelAccountId; portalUser?: PortalUserId },
) =>
  make<typeof schema.chats, ChatId>(database, schema.chats, {
    companyId: company,
    channelAccountId: account,
    address: `${100000 + ++count}`,
    portalUserId: portalUser ?? null,
    invited: true,
    noticed: true,
    language: 'en',
    ...some,
  });

export const aWebhook = (database: Database, company: CompanyId, some: Some<typeof schema.webhooks> = {}) =>
  make<typeof schema.webhooks, Id<'webhook'>>(database, schema.webhooks, {
    companyId: company,
    url: 'https://hooks.test/in',
    events: ['*'],
    secret: 'sealed',
    ...some,
  });

/** A stored photo of a property; its bytes are not in the database. */
export const aPhoto = (
  database: Database,
  company: CompanyId,
  { property, ...some }: Some<typeof schema.media> & { property: PropertyId },
) =>
  make<typeof schema.media, Id<'media'>>(database, schema.media, {
    companyId: company,
    ownerKind: 'property',
    ownerId: property,
    mime: 'image/jpeg',
    size: 1000,
    sha256: 'x',
    ...some,
  });
