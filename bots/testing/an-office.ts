import type { ContactId, DealId, OfferId, PropertyId } from '#core/ids.ts';
import type { OfferStatus } from '#core/offers/offer.ts';
import * as make from '#db/builders.ts';
import type { Database } from '#db/database.ts';

/** An invented office with an admin and a Telegram bot, and makers of what stands in its CRM. */
export type Office = Awaited<ReturnType<typeof anOffice>>;

type Some<Maker extends (...args: never[]) => unknown> = Omit<
  NonNullable<Parameters<Maker>[2]>,
  'contacts' | 'deal' | 'property'
>;

export async function anOffice(database: Database, some: Parameters<typeof make.aCompany>[1] = {}) {
  const { id: company, inviteCode } = await make.aCompany(database, some);
  await make.aUser(database, company);
  const { id: account } = await make.aChannelAccount(database, company);

  const aContact = async (more: Some<typeof make.aContact> = {}): Promise<ContactId> =>
    (await make.aContact(database, company, { firstName: 'Emma', lastName: 'Stone', ...more })).id;
  const aDeal = async (contacts: readonly ContactId[], more: Some<typeof make.aDeal> = {}): Promise<DealId> =>
    (await make.aDeal(database, company, { contacts, ...more })).id;
  /** With what clients may never see filled in. */
  const aProperty = async (more: Some<typeof make.aProperty> = {}): Promise<PropertyId> => {
    const known = {
      name: 'Casa Azul',
      price: 425_000,
      numberOfBedrooms: 3,
      address: { street: 'Calle Inventada 7', city: 'Altea', state: 'Alicante' },
      internalNotes: 'SECRET-NOTE',
      commissionPercentage: 4.75,
    };
    return (await make.aProperty(database, company, { ...known, ...more })).id;
  };
  const anOffer = async (
    deal: DealId,
    property: PropertyId,
    status: OfferStatus = 'proposed',
    more: Some<typeof make.anOffer> = {},
  ): Promise<OfferId> => (await make.anOffer(database, company, { deal, property, status, ...more })).id;
  const rows = <Row extends object>(query: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    database.systemScope((tx) => tx.rows<Row>(query, [...values]));

  return { company, account, inviteCode, aContact, aDeal, aProperty, anOffer, rows };
}
