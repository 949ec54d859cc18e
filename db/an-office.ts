import { aChannelAccount, aChat, aCompany, aContact, aDeal, anOffer, aPortalUser, aProperty } from './builders.ts';
import type { Database } from './database.ts';

/** A company whose one client has a Telegram chat, a deal, and one property offered in it: what most tests begin with. */
export async function anOffice(database: Database) {
  const company = (await aCompany(database)).id;
  const account = (await aChannelAccount(database, company)).id;
  const contact = (await aContact(database, company)).id;
  const portalUser = (await aPortalUser(database, company, { contact })).id;
  const chat = await aChat(database, company, { account, portalUser });
  const deal = (await aDeal(database, company, { contacts: [contact] })).id;
  const property = (await aProperty(database, company)).id;
  const offer = (await anOffer(database, company, { deal, property })).id;
  return { company, account, contact, portalUser, chat: chat.id, address: chat.address, deal, property, offer };
}
