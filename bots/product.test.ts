import { afterEach, expect, it, vi } from 'vitest';
import type { TelegramStandIn } from '#adapters/telegram/stand-in/server.ts';
import { aChannelAccount, aCompany } from '#db/builders.ts';
import type { Database } from '#db/database.ts';
import { describeOnBoth } from '#db/testing.ts';
import { createCompany } from './admin/create-company.ts';
import type { Product } from './product.ts';
import type { Ready } from './readiness.ts';
import { aClientOf, aProduct, aTelegram, SECRET, TOKEN } from './testing/a-product.ts';
import { readExposition } from './testing/read-exposition.ts';

describeOnBoth('the house', (fresh) => {
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0).reverse()) await each.close();
  });
  const telegram = async () => keep(await aTelegram());
  const keep = <Of extends { close(): Promise<void> }>(what: Of): Of => {
    opened.push(what);
    return what;
  };

  /** A product with a client who is signed in, and Telegram asked for updates or calling. */
  async function atWork(standIn: TelegramStandIn, database: Database, by: 'webhook' | 'polling') {
    const company = (await aCompany(database)).id;
    const [externalId = ''] = TOKEN.split(':');
    const account = (await aChannelAccount(database, company, { externalId, fromSettings: true })).id;
    const person = standIn.person({ firstName: 'Carla' });
    const client = await aClientOf(database, { company, account, person, homes: 2 });
    const more = by === 'webhook' ? { TELEGRAM_WEBHOOK_SECRET: SECRET } : {};
    const product = keep(await aProduct(database, standIn.root, more));
    if (by === 'webhook')
      await fetch(`${standIn.root}/bot${TOKEN}/setWebhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ url: `${product.url}/webhooks/telegram`, secret_token: SECRET }),
      });
    return { product, person, company, ...client };
  }
  const activities = (database: Database) =>
    database.systemScope(({ rows }) => rows<{ type: string }>('select type from activities order by seq'));

  it.each(['webhook', 'polling'] as const)('carries a tap from Telegram to the CRM and back by %s', async (by) => {
    const database = await fresh();
    const { person, product } = await atWork(await telegram(), database, by);

    person.opens('casa_bot');
    const home = await person.chat().waitForMessage();
    person.taps(home.id, 'New properties');
    const card = await person
      .chat()
      .waitForMessage((seen) => seen.buttons.flat().some(({ text }) => text === 'Interested'));
    person.taps(card.id, 'Interested');
    await vi.waitUntil(async () => (await activities(database)).some(({ type }) => type === 'verdict_interested'));
    await product.idle();

    expect(person.chat().answers).toHaveLength(2);
    const look = async () => (await (await fetch(`${product.url}/readyz?deep=1`)).json()) as Ready;
    await vi.waitUntil(async () => JSON.stringify((await look()).checks.channels).includes('up'));
    const deep = await look();
    expect(deep).toMatchObject({
      ok: true,
      durability: database.durability,
      checks: { database: 'ok', migrations: 'ok', events: 'ok', channels: { telegram: { state: 'up' } } },
      queue: { events: { pending: 0, quarantined: 0 }, deliveries: { queued: 0, sending: 0, failed: 0 } },
    });
    expect(deep.queue?.events.accepted).toBe(deep.queue?.events.done);

    const metrics = readExposition(await (await fetch(`${product.url}/metrics`)).text());
    const figure = (name: string, labels: Readonly<Record<string, string>>) =>
      [...metrics.values()]
        .flatMap(({ samples }) => samples)
        .find((sample) => sample.name === name && Object.entries(labels).every(([of, is]) => sample.labels[of] === is))
        ?.value;
    expect(figure('tesoro_answer_seconds_count', { channel: 'telegram' })).toBe(3);
    expect(figure('tesoro_answer_seconds_bucket', { channel: 'telegram', le: '30' })).toBe(3);
    expect(figure('tesoro_queue_items', { queue: 'deliveries', state: 'queued' })).toBe(0);
    expect(figure('tesoro_queue_oldest_seconds', { queue: 'events', state: 'pending' })).toBe(0);
    expect(figure('tesoro_channel_state', { account: 'telegram', state: 'up' })).toBe(1);
    expect(figure('tesoro_channel_state', { account: 'telegram', state: 'down' })).toBe(0);
    expect(figure('tesoro_database_up', {})).toBe(1);
  });

  it('waits where there is no company yet, and begins once one is made', async () => {
    const standIn = await telegram();
    const product = keep(await aProduct(await fresh(), standIn.root));
    const ready = async () => (await (await fetch(`${product.url}/readyz`)).json()) as Ready;
    expect(await ready()).toMatchObject({ ok: true, checks: { channels: { telegram: { state: 'waits' } } } });

    const made = await createCompany(product.companies, { slug: 'casa', name: 'Casa', adminEmail: 'ana@casa.test' });
    await vi.waitUntil(async () => (await ready()).checks.channels.telegram?.state === 'up', { timeout: 8000 });
    const person = standIn.person({ firstName: 'Nina' });
    person.opens('casa_bot', made.invite_code);

    expect((await person.chat().waitForMessage()).text).toContain('Casa');
    const users = await fetch(`${product.url}/api/v1/users`, { headers: { 'x-api-key': made.api_key } });
    expect(await users.json()).toMatchObject({ items: [{ email: 'ana@casa.test', role: 'Admin' }] });
  });

  it('deletes what looks like a password, and keeps it nowhere', async () => {
    const database = await fresh();
    const { person, product } = await atWork(await telegram(), database, 'polling');
    person.opens('casa_bot');
    await person.chat().waitForMessage();

    const written = person.writes('Sup3r!secret');
    await vi.waitUntil(() => person.chat().find(written) === undefined, { timeout: 5000 });
    await product.idle();

    const kept = await database.systemScope(({ rows }) =>
      rows<{ all: string }>(
        `select coalesce((select string_agg(e::text || coalesce(encode(body, 'escape'), ''), '') from events e), '')
           || coalesce((select string_agg(d::text, '') from deliveries d), '')
           || coalesce((select string_agg(c::text, '') from chats c), '') as all`,
      ),
    );
    expect(kept[0]?.all).not.toContain('Sup3r');
  });

  it('says 503 on its webhook while the event can be neither done nor stored, and takes it later', async () => {
    const open = await fresh();
    let isDown = false;
    const unlessDown = <Of extends (...args: never[]) => Promise<unknown>>(work: Of): Of =>
      ((...args: never[]) => (isDown ? Promise.reject(new Error('no database')) : work(...args))) as Of;
    const database = {
      ...open,
      transaction: unlessDown(open.transaction),
      systemScope: unlessDown(open.systemScope),
      ping: unlessDown(open.ping),
    };
    const standIn = await telegram();
    const { product, person } = await atWork(standIn, database, 'webhook');
    await vi.waitUntil(async () => (await stateOf(product)) === 'up', { timeout: 5000 });
    const send = (body: string, secret = SECRET) =>
      fetch(`${product.url}/webhooks/telegram`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
        body,
      });
    expect((await send('{}', 'wrong')).status).toBe(401);
    expect((await send('{')).status).toBe(400);
    expect((await send('{"update_id":7}')).status).toBe(200);

    isDown = true;
    person.opens('casa_bot');
    await standIn.waitFor(() => standIn.journal.deliveries().some(({ status }) => status === 503));
    expect((await fetch(`${product.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
    const metrics = readExposition(await (await fetch(`${product.url}/metrics`)).text());
    expect(metrics.get('tesoro_database_up')?.samples).toMatchObject([{ value: 0 }]);
    expect(metrics.get('tesoro_queue_items')?.samples).toEqual([]);
    isDown = false;

    expect((await person.chat().waitForMessage()).text).toContain('Carla');
  });

  it('puts what every answer needs on every answer', async () => {
    const product = keep(await aProduct(await fresh(), (await telegram()).root));

    for (const path of ['/healthz', '/readyz', '/metrics', '/nowhere', '/api/v1/users']) {
      const { headers } = await fetch(product.url + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(await (await fetch(`${product.url}/metrics`)).text()).toContain(
      'tesoro_http_requests_total{method="GET",route="/readyz",status="200"} 1',
    );
  });
});

const stateOf = async (product: Product): Promise<string | undefined> => {
  const ready = (await (await fetch(`${product.url}/readyz`)).json()) as Ready;
  return ready.checks.channels.telegram?.state;
};
