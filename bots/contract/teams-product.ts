import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { createTeamsStandIn } from '#adapters/teams/stand-in/server.ts';
import { createLogger } from '#bots/create-logger.ts';
import { openProduct } from '#bots/product.ts';
import { readSettings } from '#bots/settings/settings.ts';
import type { Language } from '#core/language.ts';
import { decodeIntent } from '#core/turns/intent-code.ts';
import type { Database } from '#db/database.ts';
import { aClock } from '#db/testing.ts';
import { INVITE } from './a-desk.ts';
import { anOfferedClient, FREE, lookIn } from './offered-client.ts';
import { APP, fromBot } from './teams-under-test.ts';
import { PICTURE } from './telegram-under-test.ts';
import type { ProductUnderTest } from './walk.ts';

/** The whole product with the connector's stand-in, and a client whom the office has offered some homes. */
export async function aTeamsProduct(database: Database, language: Language): Promise<ProductUnderTest> {
  const standIn = await createTeamsStandIn(APP);
  const settings = readSettings({
    DATA_DIR: await mkdtemp(join(tmpdir(), 'product-')),
    MicrosoftAppId: APP.appId,
    MicrosoftAppPassword: APP.password,
    MicrosoftAppTenantId: APP.appId,
    TEAMS_OPENID_URL: standIn.openIdUrl,
    TEAMS_LOGIN_URL: standIn.loginUrl,
    TEAMS_SERVICE_HOSTS: standIn.host,
    EGRESS_ALLOW: standIn.host,
  });
  const client = await anOfferedClient(database, language);
  const overrides = { database, clock: aClock(), log: createLogger('silent'), teamsPace: FREE };
  const product = await openProduct({ ...settings, port: 0 }, overrides);
  await client.putPhotos(product.media);
  standIn.hook(`${product.url}/api/messages`);
  const person = standIn.person({ name: 'Ελένη', locale: language });
  await vi.waitUntil(async () => (await fetch(`${product.url}/readyz`)).status === 200, { timeout: 10_000 });
  const shown = () => fromBot(person);

  async function after(deed: () => unknown): Promise<void> {
    const before = JSON.stringify(shown());
    const status = await deed();
    if (typeof status === 'number' && status !== 200) throw new Error(`it was answered ${status}`);
    await vi.waitUntil(() => JSON.stringify(shown()) !== before, { timeout: 10_000, interval: 5 });
    await product.idle();
  }

  return {
    opens: () => after(() => person.writes(`START ${INVITE}`)),
    writes: (words) => after(() => person.writes(words)),
    sendsPhoto: () => after(() => person.sendsPhotos([Buffer.from(PICTURE.data)])),
    presses: async (isIt) => {
      const found = shown()
        .toReversed()
        .flatMap(({ id, actions }) => actions.map(({ ref }) => ({ id, ref })))
        .find(({ ref }) => {
          const intent = decodeIntent(ref);
          return intent && isIt(intent);
        });
      if (!found) throw new Error(`there is no such action below: ${shown().at(-1)?.text}`);
      await after(() => person.taps(found.id, found.ref));
    },
    sees: () =>
      shown()
        .flatMap(({ text, actions, links }) => [text, ...[...actions, ...links].map(({ title }) => title)])
        .join('\n'),
    ...lookIn(database, product, after),
    close: async () => {
      await product.close();
      await standIn.close();
    },
  };
}
