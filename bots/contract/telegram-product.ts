import type { Seen } from '#adapters/telegram/stand-in/seen.ts';
import { aTelegram, SECRET, someSettings, TOKEN } from '#bots/a-house.ts';
import { createLogger } from '#bots/create-logger.ts';
import { openHouse } from '#bots/house.ts';
import { readSettings } from '#bots/settings.ts';
import { decodeIntent } from '#core/chat/intent-code.ts';
import type { Language } from '#core/language.ts';
import type { ActivityType } from '#core/timeline.ts';
import { aChannelAccount, aCompany, aContact, aDeal, anOffer, aPhoto, aProperty } from '#db/builders.ts';
import type { Database } from '#db/database.ts';
import { aClock } from '#db/testing.ts';
import { INVITE } from './a-desk.ts';
import { PICTURE } from './telegram-under-test.ts';
import { EMAIL, type ProductUnderTest } from './walk.ts';

const FREE = { account: { perSecond: 10_000, burst: 10_000 }, chat: { perSecond: 10_000, burst: 10_000 } };
const HOMES = 4;

/** The whole product with Telegram's stand-in, and a client whom the office has offered some homes. */
export async function aTelegramProduct(database: Database, language: Language): Promise<ProductUnderTest> {
  const company = (await aCompany(database, { inviteCode: INVITE, name: 'Γαλάζια Πόρτα' })).id;
  await aChannelAccount(database, company, { externalId: TOKEN.split(':')[0] ?? '', fromSettings: true });
  const contact = (await aContact(database, company, { firstName: 'Ελένη', email: EMAIL, language })).id;
  const deal = (await aDeal(database, company, { contacts: [contact], name: 'Αναζήτηση' })).id;
  const photos = [];
  for (let number = 1; number <= HOMES; number += 1) {
    const property = (await aProperty(database, company, { name: `Κατοικία ${number}` })).id;
    await anOffer(database, company, { deal, property });
    for (let photo = 0; photo < 2; photo += 1) photos.push(await aPhoto(database, company, { property }));
  }

  const standIn = await aTelegram();
  const settings = readSettings(await someSettings(standIn.root, { TELEGRAM_WEBHOOK_SECRET: SECRET }));
  const house = await openHouse(
    { ...settings, port: 0 },
    { database, clock: aClock(), log: createLogger('silent'), telegramPace: FREE },
  );
  for (const { id } of photos) await house.media.put(company, id as never, 'card', PICTURE);
  await fetch(`${standIn.root}/bot${TOKEN}/setWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `${house.url}/webhooks/telegram`, secret_token: SECRET }),
  });

  const person = standIn.person({ firstName: 'Ελένη', languageCode: language });
  const bot = standIn.bot(TOKEN);
  const shown = (): readonly Seen[] =>
    person
      .chat(bot)
      .messages()
      .filter(({ from }) => from === 'bot');
  const rows = <Row extends object>(query: string) => database.systemScope((tx) => tx.rows<Row>(query));

  async function after(deed: () => unknown): Promise<void> {
    const before = JSON.stringify(shown());
    deed();
    await standIn.waitFor(() => JSON.stringify(shown()) !== before, { what: 'a change in the chat' });
    await house.idle();
  }

  return {
    opens: () => after(() => person.opens(bot, INVITE)),
    writes: (words) => after(() => person.writes(words)),
    presses: async (isIt) => {
      const buttons = [...shown()].reverse().flatMap(({ id, buttons: all }) =>
        all.flat().flatMap(({ data }) => {
          const intent = data === undefined ? undefined : decodeIntent(data);
          return data !== undefined && intent && isIt(intent) ? [{ id, data }] : [];
        }),
      );
      const [newest] = buttons;
      if (!newest) throw new Error(`there is no such button below: ${shown().at(-1)?.text}`);
      await after(() => person.taps(newest.id, newest.data));
    },
    code: async () => {
      const [mail] = await rows<{ text: string }>('select text from mails order by seq desc limit 1');
      return mail?.text.match(/\b\d{6}\b/)?.[0] ?? 'no mail';
    },
    sees: () =>
      shown()
        .flatMap(({ text, buttons }) => [text, ...buttons.flat().map((button) => button.text)])
        .join('\n'),
    activities: async () =>
      (await rows<{ type: ActivityType }>('select type from activities order by seq')).map(({ type }) => type),
    failedDeliveries: async () =>
      (await rows("select id from deliveries where state not in ('sent', 'delivered', 'read')")).length,
    close: async () => {
      await house.close();
      await standIn.close();
    },
  };
}
