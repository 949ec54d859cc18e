import type { Seen } from '#adapters/telegram/stand-in/seen.ts';
import { createLogger } from '#bots/create-logger.ts';
import { openProduct } from '#bots/product.ts';
import { readSettings } from '#bots/settings/settings.ts';
import { aTelegram, SECRET, someSettings, TOKEN } from '#bots/testing/a-product.ts';
import type { Language } from '#core/language.ts';
import { decodeIntent } from '#core/turns/intent-code.ts';
import { aChannelAccount } from '#db/builders.ts';
import type { Database } from '#db/database.ts';
import { aClock } from '#db/testing.ts';
import { INVITE } from './a-desk.ts';
import { anOfferedClient, FREE, lookIn } from './offered-client.ts';
import { PICTURE } from './telegram-under-test.ts';
import type { ProductUnderTest } from './walk.ts';

/** The whole product with Telegram's stand-in, and a client whom the office has offered some homes. */
export async function aTelegramProduct(database: Database, language: Language): Promise<ProductUnderTest> {
  const { company, putPhotos } = await anOfferedClient(database, language);
  await aChannelAccount(database, company, { externalId: TOKEN.split(':')[0] ?? '', fromSettings: true });
  const standIn = await aTelegram();
  const settings = readSettings(await someSettings(standIn.root, { TELEGRAM_WEBHOOK_SECRET: SECRET }));
  const product = await openProduct(
    { ...settings, port: 0 },
    { database, clock: aClock(), log: createLogger('silent'), telegramPace: FREE },
  );
  await putPhotos(product.media);
  await fetch(`${standIn.root}/bot${TOKEN}/setWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `${product.url}/webhooks/telegram`, secret_token: SECRET }),
  });

  const person = standIn.person({ firstName: 'Ελένη', languageCode: language });
  const bot = standIn.bot(TOKEN);
  const shown = (): readonly Seen[] =>
    person
      .chat(bot)
      .messages()
      .filter(({ from }) => from === 'bot');

  async function after(deed: () => unknown): Promise<void> {
    const before = JSON.stringify(shown());
    deed();
    await standIn.waitFor(() => JSON.stringify(shown()) !== before, { what: 'a change in the chat' });
    await product.idle();
  }

  return {
    opens: () => after(() => person.opens(bot, INVITE)),
    writes: (words) => after(() => person.writes(words)),
    sendsPhoto: () => after(() => person.sendsPhoto(PICTURE.data)),
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
    sees: () =>
      shown()
        .flatMap(({ text, buttons }) => [text, ...buttons.flat().map((button) => button.text)])
        .join('\n'),
    ...lookIn(database, product, after),
    close: async () => {
      await product.close();
      await standIn.close();
    },
  };
}
