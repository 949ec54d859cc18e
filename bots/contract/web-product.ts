import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { createWhatsAppWebStandIn } from '#adapters/whatsapp/web/stand-in/server.ts';
import { createLogger } from '#bots/create-logger.ts';
import { openProduct } from '#bots/product.ts';
import { readSettings } from '#bots/settings/settings.ts';
import type { Intent } from '#core/chat/intent.ts';
import { pressesOf } from '#core/chat/message.ts';
import type { Language } from '#core/language.ts';
import { readStoredMessage } from '#core/turns/stored.ts';
import type { Database } from '#db/database.ts';
import { aClock } from '#db/testing.ts';
import { INVITE } from './a-desk.ts';
import { anOfferedClient, FREE, lookIn } from './offered-client.ts';
import { PICTURE } from './telegram-under-test.ts';
import type { ProductUnderTest } from './walk.ts';
import { fromOffice } from './web-channel.ts';

const PATIENCE = { timeout: 30_000, interval: 5 };

/** The whole product with the office's own phone in a real browser, and a client whom the office has offered some homes. */
export async function aWebProduct(database: Database, language: Language): Promise<ProductUnderTest> {
  const clock = aClock();
  const standIn = await createWhatsAppWebStandIn();
  const settings = readSettings({
    DATA_DIR: await mkdtemp(join(tmpdir(), 'product-')),
    WHATSAPP_TRANSPORT: 'web',
    WHATSAPP_API_ROOT: standIn.root,
  });
  const client = await anOfferedClient(database, language);
  const log = createLogger('silent');
  const overrides = { database, clock, log, whatsAppPace: FREE, show: () => {} };
  const product = await openProduct({ ...settings, port: 0 }, overrides);
  await client.putPhotos(product.media);
  await standIn.link();
  await vi.waitUntil(() => standIn.isLinked(), PATIENCE);
  const person = standIn.person({ name: 'Ελένη' });
  const shown = () => fromOffice(person);
  /** Where the newest answer begins; after a push every number needs the message that it answers (rule 23). */
  let answered = 0;

  async function after(deed: () => unknown): Promise<void> {
    const before = shown().length;
    answered = before;
    deed();
    await vi.waitUntil(() => shown().length > before, PATIENCE);
    await product.idle();
  }
  /** The numbers that lead there, on messages as the queue knows them, the newest first. */
  const find = async (isIt: (intent: Intent) => boolean) => {
    const sent = await database.systemScope((tx) =>
      tx.rows<{ platform_id: string; message: unknown }>(
        'select platform_id, message from deliveries order by seq desc',
      ),
    );
    for (const { platform_id: on, message: stored } of sent) {
      const message = readStoredMessage(stored);
      if (!message) continue;
      const at = pressesOf(message).findIndex(({ intent }) => isIt(intent));
      if (at >= 0) return { on, number: message.from + at };
    }
    return undefined;
  };

  const looks = lookIn(database, product, after);
  return {
    opens: () => after(() => person.writes(`START ${INVITE}`)),
    writes: (typed) => after(() => person.writes(typed)),
    sendsPhoto: () => after(() => person.sendsPhoto(Buffer.from(PICTURE.data))),
    presses: async (isIt) => {
      const found = await find(isIt);
      if (!found) throw new Error(`no number leads there below: ${shown().at(-1)?.text}`);
      const { on, number } = found;
      const at = shown().findIndex(({ id }) => id === on);
      if (!shown()[at]?.text.includes(String(number))) throw new Error(`${number} does not stand in the message`);
      // A number means the newest answer; an older message is answered.
      const answers = at >= answered ? undefined : on;
      await after(() => person.writes(String(number), answers));
    },
    sees: () =>
      shown()
        .map(({ text }) => text)
        .join('\n'),
    ...looks,
    comes: async (due) => {
      await looks.comes(due);
      answered = Number.POSITIVE_INFINITY;
    },
    close: async () => {
      await product.close();
      await standIn.close();
    },
  };
}
