import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { intentOf } from '#adapters/whatsapp/cloud/reference.ts';
import type { GraphPerson } from '#adapters/whatsapp/cloud/stand-in/person.ts';
import type { SeenMessage } from '#adapters/whatsapp/cloud/stand-in/seen.ts';
import { createGraphStandIn } from '#adapters/whatsapp/cloud/stand-in/server.ts';
import { createLogger } from '#bots/create-logger.ts';
import { openProduct } from '#bots/product.ts';
import { readSettings } from '#bots/settings/settings.ts';
import type { Intent } from '#core/chat/intent.ts';
import type { Language } from '#core/language.ts';
import type { Database } from '#db/database.ts';
import { aClock } from '#db/testing.ts';
import { INVITE } from './a-desk.ts';
import { NUMBER } from './cloud-under-test.ts';
import { anOfferedClient, FREE, lookIn } from './offered-client.ts';
import { PICTURE } from './telegram-under-test.ts';
import type { ProductUnderTest } from './walk.ts';

const MORE_PAGES = 6;

/** The whole product with the Cloud API's stand-in, and a client whom the office has offered some homes. */
export async function aCloudProduct(database: Database, language: Language): Promise<ProductUnderTest> {
  const clock = aClock();
  const standIn = await createGraphStandIn({ numbers: [NUMBER], rateLimits: false, clock: () => clock.now() });
  const settings = readSettings({
    DATA_DIR: await mkdtemp(join(tmpdir(), 'product-')),
    WHATSAPP_TRANSPORT: 'cloud',
    WHATSAPP_PHONE_NUMBER_ID: NUMBER.phoneNumberId,
    WHATSAPP_ACCESS_TOKEN: NUMBER.accessToken,
    WHATSAPP_APP_SECRET: NUMBER.appSecret,
    WHATSAPP_VERIFY_TOKEN: NUMBER.verifyToken,
    WHATSAPP_API_ROOT: standIn.root,
  });
  const client = await anOfferedClient(database, language);
  const log = createLogger('silent');
  const product = await openProduct({ ...settings, port: 0 }, { database, clock, log, whatsAppPace: FREE });
  await client.putPhotos(product.media);
  await vi.waitUntil(async () => (await fetch(`${product.url}/readyz`)).status === 200, { timeout: 10_000 });
  await standIn.webhook(NUMBER.phoneNumberId, `${product.url}/webhooks/whatsapp`);
  const person = standIn.person({ name: 'Ελένη', userId: 'GR.1' });
  const shown = () => fromBot(person);

  /** Where the newest answer begins. */
  let answered = 0;

  async function after(deed: () => unknown): Promise<void> {
    const before = shown().length;
    answered = before;
    deed();
    await vi.waitUntil(() => shown().length > before, { timeout: 10_000, interval: 5 });
    await standIn.number().webhooks.idle();
    await product.idle();
  }
  const find = (isIt: (intent: Intent) => boolean, from = 0) =>
    shown()
      .slice(from)
      .toReversed()
      .flatMap((message) => choicesOf(message).map(({ id }) => ({ on: message.id, id })))
      .find(({ id }) => {
        const intent = intentOf(id);
        return intent && isIt(intent);
      });

  return {
    opens: () => after(() => person.writes(`START ${INVITE}`)),
    writes: (words) => after(() => person.writes(words)),
    sendsPhoto: () => after(() => person.sendsImage(PICTURE.data)),
    presses: async (isIt) => {
      const newest = answered;
      let from = newest;
      let found = find(isIt, newest);
      for (let page = 0; !found && page < MORE_PAGES; page += 1) {
        const more = find(({ to }) => to === 'showMore', from);
        if (!more) break;
        from = shown().length;
        await after(() => person.taps(more.on, more.id));
        found = find(isIt, from);
      }
      found ??= find(isIt);
      if (!found) throw new Error(`there is no such button below: ${shown().at(-1)?.text}`);
      const { on, id } = found;
      await after(() => person.taps(on, id));
    },
    sees: () => shown().map(wordsOn).join('\n'),
    ...lookIn(database, product, after),
    close: async () => {
      await product.close();
      await standIn.close();
    },
  };
}

const fromBot = (person: GraphPerson): readonly SeenMessage[] =>
  person
    .chat()
    .messages()
    .filter(({ from }) => from === 'bot');

const choicesOf = ({ buttons, sections }: SeenMessage) => [...buttons, ...sections.flatMap(({ rows }) => rows)];
const wordsOn = (message: SeenMessage): string =>
  [message.text, ...choicesOf(message).map(({ title }) => title)].join('\n');
