import { describe, expect, it, vi } from 'vitest';
import { anOffice, type Office } from '#bots/acceptance/an-office.ts';
import { anotherProduct } from '#bots/acceptance/another-product.ts';
import { createCompany } from '#bots/admin/create-company.ts';
import { aStream, NEWS_MS, type Stream } from './a-stream.ts';
import { aUser, signedIn, theAdmin } from './a-user.ts';
import { aVisitor } from './a-visitor.ts';

const ME = '/crm/settings/me';
/** A server that is told to stop has so long (README, SIGTERM). */
const STOP_MS = 10_000;
const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** All that a stream may say. */
const LINES = new RegExp(
  `^(retry: \\d+|id: 1|data: \\{\\}|: beat|event: (all|waits|messages|problems|settings|(contact|deal|property)-${ID})|)$`,
);

const onlyNames = (stream: Stream) =>
  expect(
    stream
      .said()
      .split('\n')
      .filter((line) => !LINES.test(line)),
  ).toEqual([]);

describe('the stream of what changed', () => {
  it('is for who is signed in, and says names of records, never what is in them', async () => {
    const office = await anOffice();
    expect((await aStream(office.url, aVisitor(office.url))).status).toBe(401);
    const own = await signedIn(office, theAdmin(office));
    const stream = await aStream(office.url, own);
    const carla = await office.aClient('Carla', { phone: '+34600111222' });
    const home = await office.aProperty('Casa <b>Verde</b>');
    await office.offers(carla.deal, home);
    const hand = office.phone('Carla');
    await office.signsIn(hand, carla.email);
    const before = stream.names().length;
    await office.api('POST', `/contacts/${carla.contact}/messages`, { text: 'Your keys are ready' });
    await hand.gets(({ text }) => text.includes('keys'));
    await aUser(office, 'Lucia');
    for (const name of [
      'waits',
      'messages',
      'settings',
      `contact-${carla.contact}`,
      `deal-${carla.deal}`,
      `property-${home}`,
    ])
      await stream.hears(name);
    expect(stream.names().slice(before)).not.toContain('problems');
    onlyNames(stream);
    expect(stream.said()).not.toMatch(/Carla|Jansen|Casa|Lucia|mail\.test|600111222|keys/);
  });

  it.each([
    [
      'the office’s hours',
      (office: Office) => office.api('PATCH', '/company', { quiet_hours: { from: '22:00', to: '07:00' } }),
      'settings',
    ],
    [
      'a new user',
      (office: Office) => office.api('POST', '/users', { name: 'Lucia', email: 'lucia@office.test' }),
      'settings',
    ],
    ['a new contact', (office: Office) => office.aClient('Dora'), 'waits'],
    [
      'a webhook',
      (office: Office) => office.api('POST', '/webhooks', { url: 'https://hooks.example.com/desk', events: ['*'] }),
      'settings',
    ],
  ])('tells of %s', async (_, does, name) => {
    const office = await anOffice();
    const stream = await aStream(office.url, await signedIn(office, theAdmin(office)));
    await does(office);
    await stream.hears(name);
  });

  it('works on the embedded database too', async () => {
    const office = await anOffice({ on: 'PGlite', by: 'polling' });
    const own = await signedIn(office, theAdmin(office));
    const stream = await aStream(office.url, own);
    const carla = await office.aClient('Carla');
    await stream.hears(`contact-${carla.contact}`);
    await own.sends((await own.get(ME)).text, `${ME}/everywhere`);
    await stream.ends();
  });

  it('tells of a message that did not arrive', async () => {
    const office = await anOffice();
    const own = await signedIn(office, theAdmin(office));
    const carla = await office.aClient('Carla');
    const hand = office.phone('Carla');
    await office.signsIn(hand, carla.email);
    const stream = await aStream(office.url, own);
    const why = { status: 400, description: 'Bad Request: chat not found' };
    office.telegram.faults.add({ method: 'sendMessage', times: 9, do: why });
    await office.api('POST', `/contacts/${carla.contact}/messages`, { text: 'Are you there?' });
    await stream.hears('problems', 10_000);
    await stream.hears('messages');
    onlyNames(stream);
  });

  it('tells of an event that could not be taken in, and of what becomes of it', async () => {
    const office = await anOffice();
    const own = await signedIn(office, theAdmin(office));
    const stream = await aStream(office.url, own);
    const { database } = office.product();
    await database.systemScope((tx) =>
      tx.rows(
        `insert into events (id, company_id, channel_account_id, key, address, state, attempts, body)
         select gen_random_uuid(), company_id, id, 'k', 'a', 'quarantined', 5, 'x' from channel_accounts limit 1`,
      ),
    );
    const [event] = (await office.api('GET', '/events?state=quarantined')).body.items;
    await office.api('POST', `/events/${event.id}/discard`);
    await stream.hears('problems');
  });

  it('tells of what changes whose problem it is, and how the client can be reached otherwise', async () => {
    const office = await anOffice();
    const lucia = await aUser(office, 'Lucia');
    const carla = await office.aClient('Carla');
    const stream = await aStream(office.url, await signedIn(office, theAdmin(office)));
    const told = () => stream.names().filter((name) => name === 'problems').length;
    const tells = async (deed: () => unknown) => {
      const before = told();
      await deed();
      await vi.waitUntil(() => told() > before, { timeout: NEWS_MS, interval: 5 });
    };
    await tells(() => office.api('PATCH', `/contacts/${carla.contact}`, { assigned_to: lucia.id }));
    await tells(() => office.api('PATCH', `/contacts/${carla.contact}`, { phone: '+34600111222' }));
    await tells(() => office.api('PATCH', `/deals/${carla.deal}`, { assigned_to: lucia.id }));
    await tells(() => office.signsIn(office.phone('Carla'), carla.email));
    const visitor = await signedIn(office, lucia);
    const give = `/crm/contacts/${carla.contact}/give`;
    const heard = stream.names().length;
    await tells(async () => visitor.sends((await visitor.get(give)).text, give, { user: theAdmin(office).id }));
    expect(stream.names().slice(heard)).toContain(`deal-${carla.deal}`);
  });

  it('makes up for what changed before it began, and for everything where there was one before', async () => {
    const office = await anOffice();
    const own = await signedIn(office, theAdmin(office));
    const madeAt = Date.now();
    const carla = await office.aClient('Carla');
    await (await aStream(office.url, own, { since: madeAt })).hears(`contact-${carla.contact}`);
    const again = await aStream(office.url, own, { since: madeAt, lastEvent: '1' });
    await again.hears('all');
    expect(again.names()).toEqual(['all']);
    const late = await aStream(office.url, own, { since: Date.now() + 10_000 });
    await vi.waitUntil(() => late.said().includes('id: 1'));
    expect(late.names()).toEqual([]);
  });

  it('tells nobody of another office', async () => {
    const office = await anOffice();
    const { companies } = office.product();
    const made = await createCompany(companies, { slug: 'mar', name: 'Mar', adminEmail: 'mar@office.test' });
    const other = await aStream(office.url, await signedIn(office, made.admin));
    const own = await aStream(office.url, await signedIn(office, theAdmin(office)));
    const carla = await office.aClient('Carla');
    await own.hears(`contact-${carla.contact}`);
    expect(other.names()).toEqual([]);
  });

  it('reaches who is at another process within 2 s, and ends there with its session', async () => {
    const office = await anOffice({ more: { SECRET_KEY: 'the same key for all processes of the deployment' } });
    const { url } = await anotherProduct(office);
    const own = await signedIn(office, theAdmin(office));
    const there = await aStream(url, own);
    const carla = await office.aClient('Carla');
    await there.hears(`contact-${carla.contact}`, NEWS_MS);
    await there.hears('waits', NEWS_MS);
    onlyNames(there);
    const page = await own.get(ME);
    await own.sends(page.text, `${ME}/everywhere`);
    await there.ends(NEWS_MS);
  });

  it('ends with a session that ended by itself, at its next beat', async () => {
    const office = await anOffice();
    const own = await signedIn(office, theAdmin(office));
    const stream = await aStream(office.url, own);
    await office
      .product()
      .database.systemScope((tx) => tx.rows("update sessions set ends_at = now() - interval '1 second'"));
    await stream.ends(16_000);
  });

  it('is one of twenty of a user: the oldest ends', async () => {
    const office = await anOffice();
    const own = await signedIn(office, theAdmin(office));
    const other = await aStream(office.url, await signedIn(office, await aUser(office, 'Lucia')));
    const first = await aStream(office.url, own);
    for (let more = 0; more < 19; more += 1) await aStream(office.url, own);
    const carla = await office.aClient('Carla');
    await first.hears(`contact-${carla.contact}`);
    await aStream(office.url, own);
    await first.ends();
    await other.hears('waits');
  });

  it('keeps no server from stopping, with twenty open', async () => {
    const office = await anOffice();
    const own = await signedIn(office, theAdmin(office));
    const streams = await Promise.all(Array.from({ length: 20 }, () => aStream(office.url, own)));
    const began = performance.now();
    await office.restart();
    expect(performance.now() - began).toBeLessThan(STOP_MS);
    await Promise.all(streams.map((stream) => stream.ends()));
    const again = await aStream(office.url, own, { lastEvent: '1' });
    await again.hears('all');
  });
});
