import type { InferInsertModel } from 'drizzle-orm';
import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core';
import type {
  ChannelAccountId,
  CompanyId,
  ContactId,
  DealId,
  MediaId,
  OfferId,
  PropertyId,
  UserId,
} from '#core/ids.ts';
import type { OfferStatus } from '#core/offers/offer.ts';
import type { Database } from '#db/database.ts';
import * as schema from '#db/schema/schema.ts';
import { newId } from '#db/testing.ts';

/** An invented office with an admin and a Telegram bot, and makers of what stands in its CRM. */
export type Office = Awaited<ReturnType<typeof anOffice>>;

export async function anOffice(database: Database, given: Partial<typeof schema.companies.$inferInsert> = {}) {
  const company = newId() as CompanyId;
  const admin = newId() as UserId;
  const account = newId() as ChannelAccountId;
  const inviteCode = given.inviteCode ?? `welcome-${company.slice(-8)}`;
  const mark = { companyId: company };
  const insert = <Table extends PgTable>(table: Table, row: InferInsertModel<Table>) =>
    database.systemScope(async ({ db }) => void (await db.insert(table).values(row as PgInsertValue<Table>)));

  await insert(schema.companies, {
    id: company,
    slug: `office-${company.slice(-8)}`,
    name: 'Blue Door Homes',
    timeZone: 'Europe/Madrid',
    currency: 'EUR',
    rejectReasons: ['location', 'condition', 'size', 'layout', 'model', 'price', 'other'],
    quietHours: { from: '21:00', to: '08:00' },
    offerBundleTimes: ['09:00', '17:00'],
    inviteCode,
    ...given,
  });
  await insert(schema.users, { ...mark, id: admin, name: 'Ana Rojas', email: 'ana@bluedoor.example', role: 'Admin' });
  await insert(schema.channelAccounts, {
    ...mark,
    id: account,
    channel: 'telegram',
    transport: 'bot_api',
    name: 'Blue Door',
    externalId: account,
  });

  async function aContact(more: Partial<typeof schema.contacts.$inferInsert> = {}): Promise<ContactId> {
    const id = newId() as ContactId;
    await insert(schema.contacts, {
      ...mark,
      id,
      kind: 'contact',
      firstName: 'Emma',
      lastName: 'Stone',
      email: `${id.slice(-8)}@example.com`,
      ...more,
    });
    return id;
  }
  async function aDeal(
    contacts: readonly ContactId[],
    more: Partial<typeof schema.deals.$inferInsert> = {},
  ): Promise<DealId> {
    const id = newId() as DealId;
    await insert(schema.deals, { ...mark, id, name: 'A home by the sea', type: 'Buy', ...more });
    for (const [position, contactId] of contacts.entries())
      await insert(schema.dealContacts, { ...mark, id: newId(), dealId: id, contactId, position });
    return id;
  }
  async function aProperty(more: Partial<typeof schema.properties.$inferInsert> = {}): Promise<PropertyId> {
    const id = newId() as PropertyId;
    await insert(schema.properties, {
      ...mark,
      id,
      name: 'Casa Azul',
      tesoroReference: `T-${id.slice(-6)}`,
      type: 'villa',
      transaction: 'for_sale',
      price: 425_000,
      currency: 'EUR',
      numberOfBedrooms: 3,
      address: { street: 'Calle Inventada 7', city: 'Altea', state: 'Alicante' },
      internalNotes: 'SECRET-NOTE',
      commissionPercentage: 4.75,
      ...more,
    });
    return id;
  }
  async function aPhoto(property: PropertyId): Promise<MediaId> {
    const id = newId() as MediaId;
    await insert(schema.media, {
      ...mark,
      id,
      ownerKind: 'property',
      ownerId: property,
      mime: 'image/jpeg',
      size: 1,
      sha256: '00',
    });
    return id;
  }
  /** A property offered in a deal, a moment later than the one before. */
  async function anOffer(
    deal: DealId,
    property: PropertyId,
    status: OfferStatus = 'proposed',
    more: Partial<typeof schema.dealProperties.$inferInsert> = {},
  ): Promise<OfferId> {
    const id = newId() as OfferId;
    await insert(schema.dealProperties, {
      ...mark,
      id,
      dealId: deal,
      propertyId: property,
      status,
      proposedAt: new Date('2026-11-20T09:00:00Z'),
      ...more,
    });
    return id;
  }
  const rows = <Row extends object>(query: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    database.systemScope((tx) => tx.rows<Row>(query, [...values]));

  return { company, admin, account, inviteCode, aContact, aDeal, aProperty, aPhoto, anOffer, rows };
}
