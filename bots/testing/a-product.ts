import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '#adapters/telegram/stand-in/people.ts';
import { createTelegramStandIn, type TelegramStandIn } from '#adapters/telegram/stand-in/server.ts';
import { createLogger } from '#bots/create-logger.ts';
import { openProduct, type Product } from '#bots/product.ts';
import { readSettings } from '#bots/settings/settings.ts';
import type { ChannelAccountId, CompanyId } from '#core/ids.ts';
import { aChat, aContact, aDeal, anOffer, aPortalUser, aProperty } from '#db/builders.ts';
import type { Database } from '#db/database.ts';

export const TOKEN = '424242:AAtest_token_of_the_stand_in';
export const SECRET = 'hook_secret';

/** A Telegram of the test's own with one bot, that gives up on nothing quickly. */
export const aTelegram = (): Promise<TelegramStandIn> =>
  createTelegramStandIn({
    bots: [{ token: TOKEN, username: 'casa_bot', firstName: 'Casa' }],
    rateLimits: false,
    webhook: { firstRetryMs: 50, lastRetryMs: 500, timeoutMs: 10_000 },
  });

/** The settings of a server at a free port; `webhook` where Telegram is to call it. */
export async function someSettings(root: string, more: Readonly<Record<string, string>> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'product-'));
  return { DATA_DIR: dataDir, TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: root, LOG_LEVEL: 'warn', ...more };
}

/** The whole product in this process, on a database of the test's own. */
export async function aProduct(
  database: Database,
  root: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const settings = readSettings(await someSettings(root, more));
  return openProduct({ ...settings, port: 0 }, { database, log: createLogger('silent') });
}

/** Somebody who is signed in at a chat of the account, with so many offered properties. */
export async function aClientOf(
  database: Database,
  { company, account, person, homes }: { company: CompanyId; account: ChannelAccountId; person: Person; homes: number },
) {
  const contact = (await aContact(database, company, { firstName: person.firstName })).id;
  const portalUser = (await aPortalUser(database, company, { contact })).id;
  await aChat(database, company, { account, portalUser, address: String(person.id) });
  const deal = (await aDeal(database, company, { contacts: [contact] })).id;
  const offers: string[] = [];
  for (let index = 0; index < homes; index += 1) {
    const property = (await aProperty(database, company, { name: `Home ${index + 1}` })).id;
    offers.push((await anOffer(database, company, { deal, property })).id);
  }
  return { contact, offers };
}
