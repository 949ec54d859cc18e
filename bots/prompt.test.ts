import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { newDatabaseUrl } from '#db/testing.ts';
import { anOffice, type By, type On } from './acceptance/an-office.ts';
import { TOKEN } from './testing/a-product.ts';
import { aServer, freePort } from './testing/a-server.ts';

/** Whoever presses a button sees within this time that it was taken. */
const TAP_MS = 1000;
/** As long as a chat may stand still for an event that fails each time (P4). */
const GOES_ON_MS = 5000;
/** A server that is told to stop has ended by then (P8). */
const STOP_MS = 10_000;

it.each<[By, On]>([
  ['webhook', 'Postgres'],
  ['polling', 'Postgres'],
  ['webhook', 'PGlite'],
  ['polling', 'PGlite'],
])('answers each tap within a second, by %s on %s', async (by, on) => {
  const office = await anOffice({ by, on });
  const carla = await office.aClient('Carla');
  for (const name of ['Casa Verde', 'Casa Azul']) await office.offers(carla.deal, await office.aProperty(name));
  const phone = office.phone('Carla');
  await office.signsIn(phone, carla.email);

  const took: number[] = [];
  for (const label of [
    ...['New properties', 'Interested', '☆ Favourite', '★ Favourite', 'Not interested', 'Say why', 'Price', 'Done'],
    ...['Details', 'Home', 'Viewings', 'Home', 'Favourites', 'Home'],
  ]) {
    const at = Date.now();
    await phone.taps(label);
    took.push((phone.person.chat().answers.at(-1)?.at ?? Number.POSITIVE_INFINITY) - at);
  }

  expect(took.filter((ms) => ms >= TAP_MS)).toEqual([]);
});

it.each<On>(['PGlite', 'Postgres'])('goes on with a chat within 5 s of an event that fails, on %s', async (on) => {
  const office = await anOffice({ on });
  const carla = await office.aClient('Carla');
  await office.offers(carla.deal, await office.aProperty('Casa Verde'));
  const phone = office.phone('Carla');
  await office.signsIn(phone, carla.email);
  await phone.taps('New properties');
  await office.product().database.systemScope(async ({ rows }) => {
    // As the owner, who alone may.
    await rows("select set_config('role', 'none', true)");
    await rows('alter table activities add constraint broken check (false) not valid');
  });
  const seen = phone.all().length;
  const isHome = () =>
    phone
      .all()
      .slice(seen)
      .some(({ text }) => text.includes('Hello Carla'));

  const before = performance.now();
  phone.person.taps(phone.has('Interested')?.id ?? Number.NaN, 'Interested');
  phone.person.writes('/home');
  await vi.waitUntil(isHome, { timeout: GOES_ON_MS });

  expect(performance.now() - before).toBeLessThan(GOES_ON_MS);
  const { items } = (await office.api('GET', '/events?state=quarantined')).body;
  expect(items).toMatchObject([{ attempts: 5 }]);
});

it.each(['PGlite', 'Postgres'])('ends with 0 within 10 s of SIGTERM on %s, also while it starts', async (kind) => {
  const env: Record<string, string> = {
    DATA_DIR: await mkdtemp(join(tmpdir(), 'prompt-')),
    ...(kind === 'Postgres' ? { DATABASE_URL: await newDatabaseUrl() } : {}),
    // No bot is called: nothing listens there.
    ...{ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:9', TELEGRAM_WEBHOOK_SECRET: 'x' },
  };
  const start = async () => {
    const server = aServer(env, await freePort());
    onTestFinished(async () => void (await server.end('SIGKILL')));
    return server;
  };
  const server = await start();
  await server.ready();

  const before = performance.now();
  expect(await server.end('SIGTERM')).toBe(0);
  expect(performance.now() - before).toBeLessThan(STOP_MS);
  expect(server.output()).not.toContain(TOKEN.split(':')[1]);

  const starting = await start();
  await wait(700);
  expect(await starting.end('SIGTERM')).toBe(0);
});
