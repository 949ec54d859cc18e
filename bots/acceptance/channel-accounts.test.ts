import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { Product } from '#bots/product.ts';
import { aPhone, type Phone } from './a-phone.ts';
import { aWhatsAppPhone } from './a-whatsapp-phone.ts';
import { anOffice, apiOf, type Body, type By, makeCompany, type Office, type On } from './an-office.ts';
import { anotherProduct, statesOf } from './another-product.ts';
import { aUser } from './console/a-user.ts';
import { anOfficeOnTeams, signsInInTeams } from './on-teams.ts';
import { anOfficeOnWhatsApp, signsInOnWhatsApp } from './on-whatsapp.ts';

const RENTALS = { token: '555001:AArentals_token', username: 'rentals_bot', firstName: 'Rentals' };
const PATIENCE = { timeout: 10_000, interval: 20 };
/** All processes of a deployment have the same. */
const more = { SECRET_KEY: 'the same key for all processes of the deployment' };

/** An office that adds a second bot at Telegram, and waits until each server has it at work. */
async function withRentals(
  { on, by, products = [] }: { on?: On; by?: By; products?: readonly Product[] } = {},
  at?: Office,
) {
  const office = at ?? (await anOffice({ more, ...(on ? { on } : {}), ...(by ? { by } : {}) }));
  if (!at) office.telegram.addBot(RENTALS);
  const credentials = { bot_token: RENTALS.token };
  const made = await office.api('POST', '/channel-accounts', { channel: 'telegram', name: 'Rentals', credentials });
  expect(made.status).toBe(201);
  const { id } = made.body;
  for (const url of [office.url, ...products.map((product) => product.url)]) await becomes(url, `telegram/${id}`, 'up');
  const phone = (name: string) =>
    aPhone(office.telegram.person({ firstName: name }).turnsTo(RENTALS.username), {
      journal: office.telegram.journal,
      settled: office.settled,
    });
  return { office, made: made.body, id: id as string, phone };
}

const becomes = (url: string, account: string, state: string | undefined) =>
  vi.waitUntil(async () => (await statesOf(url))[account]?.state === state, PATIENCE);

/** By the office's link to this bot, the e-mail and the code from the mail. */
async function signsIn({ made, mailbox }: Office, phone: Phone, email: string) {
  await phone.does(() => phone.person.opens(RENTALS.username, made.invite_code));
  const before = mailbox.to(email).length;
  await phone.writes(email);
  return phone.writes(await mailbox.codeFor(email, before));
}

describe('a bot that an office adds at Telegram', () => {
  it.each([
    ['Postgres', 'webhook'],
    ['Postgres', 'polling'],
    ['PGlite', 'polling'],
  ] as const)('is at work a moment later, on %s by %s', async (on, by) => {
    const { office, made, id, phone } = await withRentals({ on, by });
    const carla = await office.aClient('Carla');

    const home = await signsIn(office, phone('Carla'), carla.email);

    expect(home.text).toContain('Welcome, Carla');
    const { body } = await office.api('GET', '/channel-accounts');
    expect(body.items).toMatchObject([
      { id, channel: 'telegram', transport: 'bot_api', name: 'Rentals', handle: 'rentals_bot', state: 'up' },
      { from_settings: true, handle: 'casa_bot', state: 'up', webhook_url: null },
    ]);
    expect(made.webhook_url).toBe(by === 'webhook' ? `${office.url}/webhooks/telegram/${id}` : null);
    expect(JSON.stringify([made, body])).not.toContain('AArentals');
    const kept = await office.product().database.systemScope(({ rows }) => rows('select * from channel_accounts'));
    expect(JSON.stringify(kept)).not.toContain('AArentals');
  });

  it('has a way in of its own in every process, and none without its secret', async () => {
    const office = await anOffice({ more });
    office.telegram.addBot(RENTALS);
    const other = await anotherProduct(office);
    const { id, phone } = await withRentals({ products: [other] }, office);
    const carla = await office.aClient('Carla');
    const hers = phone('Carla');
    await signsIn(office, hers, carla.email);
    const bot = Number(RENTALS.token.split(':')[0]);
    const calls = () => office.telegram.journal.calls('setWebhook').filter((call) => call.bot === bot);
    await vi.waitUntil(() => calls().length >= 2, PATIENCE);

    expect(new Set(calls().map(({ params }) => params.url))).toEqual(
      new Set([office.url, other.url].map((url) => `${url}/webhooks/telegram/${id}`)),
    );
    const secrets = calls().map(({ params }) => String(params.secret_token));
    expect(new Set(secrets).size).toBe(1);
    for (const [at, url] of [office.url, other.url].entries()) {
      const post = (secret: string, path = `/webhooks/telegram/${id}`) =>
        fetch(`${url}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
          body: JSON.stringify(update(hers, 900 + at)),
        }).then(({ status }) => status);
      expect(await post('acceptance_secret')).toBe(401);
      expect(await post(secrets[0] ?? '', '/webhooks/telegram')).toBe(401);
      expect(await post(secrets[0] ?? '', '/webhooks/telegram/00000000-0000-7000-8000-000000000000')).toBe(404);
      const before = hers.all().length;
      expect(await post(secrets[0] ?? '')).toBe(200);
      await vi.waitUntil(() => hers.all().length > before, PATIENCE);
    }
  });

  it('is asked for updates by one process at a time, and by the next one when that ends', async () => {
    const office = await anOffice({ more, by: 'polling' });
    office.telegram.addBot(RENTALS);
    const other = await anotherProduct(office);
    const { phone } = await withRentals({ products: [other] }, office);
    const carla = await office.aClient('Carla');
    const hers = phone('Carla');
    expect((await signsIn(office, hers, carla.email)).text).toContain('Welcome, Carla');

    await office.product().close();
    const before = hers.all().length;
    hers.person.writes('/help');
    await vi.waitUntil(() => hers.all().length > before, { timeout: 20_000 });

    const refused = office.telegram.journal.calls('getUpdates').filter(({ status }) => status === 409);
    expect(refused).toEqual([]);
  }, 60_000);

  it('ends in every process; what was still to be sent fails with its cause, and what was said stays', async () => {
    const office = await anOffice({ more });
    office.telegram.addBot(RENTALS);
    const other = await anotherProduct(office);
    const { id, phone } = await withRentals({ products: [other] }, office);
    const carla = await office.aClient('Carla');
    await signsIn(office, phone('Carla'), carla.email);
    const thread = `/contacts/${carla.contact}/messages`;
    office.telegram.faults.add({ method: 'sendMessage', times: 1000, do: { status: 429, retryAfter: 30 } });
    const written = await office.api('POST', thread, { text: 'The keys are with the neighbour.' });
    await vi.waitUntil(async () => (await office.api('GET', thread)).body.items[0].state === 'queued', PATIENCE);

    expect(await office.api('DELETE', `/channel-accounts/${id}`)).toMatchObject({ status: 204 });

    for (const { url } of [office, other]) {
      await becomes(url, `telegram/${id}`, undefined);
      expect((await fetch(`${url}/webhooks/telegram/${id}`, { method: 'POST', body: '{}' })).status).toBe(404);
      expect((await statesOf(url)).telegram?.state).toBe('up');
    }
    await vi.waitUntil(async () => (await office.api('GET', thread)).body.items[0].state === 'failed', PATIENCE);
    const { items } = (await office.api('GET', thread)).body;
    expect(items[0]).toMatchObject({
      id: written.body.id,
      failure: { code: 'account_ended', cause: 'The office has taken the bot of this chat out of service.' },
    });
    expect(items.some(({ text }: Body) => text.includes('Welcome, Carla'))).toBe(true);
    expect(await office.api('POST', thread, { text: 'Hello?' })).toMatchObject({ status: 409 });
    expect((await office.api('GET', '/channel-accounts')).body.items).toHaveLength(1);
    expect((await office.api('DELETE', `/channel-accounts/${id}`)).status).toBe(404);
  }, 60_000);

  it('goes on with its chats where it is added again', async () => {
    const { office, id, phone } = await withRentals();
    const carla = await office.aClient('Carla');
    const hers = phone('Carla');
    await signsIn(office, hers, carla.email);
    await office.api('DELETE', `/channel-accounts/${id}`);
    await becomes(office.url, `telegram/${id}`, undefined);

    const again = await withRentals({}, office);

    expect(again.id).toBe(id);
    expect((await hers.writes('/home')).text).toContain('Hello Carla');
  });

  it('takes new credentials while it runs', async () => {
    const { office, id, phone } = await withRentals({ by: 'polling' });
    const account = `/channel-accounts/${id}`;
    const change = (bot_token: string) =>
      office.api('PATCH', account, { name: 'Lettings', credentials: { bot_token } });

    const wrong = '555001:AAwrong';
    expect(await change(wrong)).toMatchObject({ status: 200, body: { id, name: 'Lettings' } });
    await becomes(office.url, `telegram/${id}`, 'down');
    expect((await statesOf(office.url))[`telegram/${id}`]?.why).toBe('Telegram does not know the bot token');
    await change(RENTALS.token);
    await becomes(office.url, `telegram/${id}`, 'up');

    const carla = await office.aClient('Carla');
    expect((await signsIn(office, phone('Carla'), carla.email)).text).toContain('Welcome, Carla');
    const [kept] = (await office.api('GET', '/channel-accounts')).body.items;
    expect(kept).toMatchObject({ id, name: 'Lettings', handle: 'rentals_bot' });
    expect(await change('7:AAother')).toMatchObject({ status: 409 });
  });
});

/** Words that come to a chat by hand. */
function update({ person }: Phone, id: number): unknown {
  const from = { id: person.id, is_bot: false, first_name: person.firstName };
  const chat = { id: person.id, type: 'private', first_name: person.firstName };
  return { update_id: 7_000_000 + id, message: { message_id: 7_000_000 + id, date: 1, chat, from, text: '/help' } };
}

describe('a row that can not be opened', () => {
  it('stays down with its reason, and the others run on', async () => {
    const { office, id, phone } = await withRentals();
    const { company_id: company } = office.made;
    const { database, newId } = office.product();
    const add = (transport: string, credentials: string) =>
      database.systemScope(async ({ rows, wake }) => {
        const row = newId();
        await rows(
          `insert into channel_accounts (id, company_id, channel, transport, name, external_id, credentials)
           values ($1, $2, 'telegram', $3, 'Row', $4, $5)`,
          [row, company, transport, `row ${row}`, credentials],
        );
        wake('channel_accounts');
        return `telegram/${row}`;
      });

    const unreadable = await add('bot_api', 'c2VhbGVkIHdpdGggYW5vdGhlciBrZXkgYW5kIG5vbmNl');
    const unknown = await add('carrier_pigeon', '');

    await becomes(office.url, unreadable, 'down');
    await becomes(office.url, unknown, 'down');
    const states = await statesOf(office.url);
    expect(states[unreadable]?.why).toBe('its credentials were sealed with another SECRET_KEY');
    expect(states[unknown]?.why).toBe('this version knows no transport “carrier_pigeon” of “telegram”');
    expect(states[`telegram/${id}`]).toEqual({ state: 'up' });
    expect((await fetch(`${office.url}/readyz`)).status).toBe(200);
    const carla = await office.aClient('Carla');
    expect((await signsIn(office, phone('Carla'), carla.email)).text).toContain('Welcome, Carla');
  });

  it('is down in the one process alone that has another key', async () => {
    const office = await anOffice({ more });
    office.telegram.addBot(RENTALS);
    const stranger = await anotherProduct(office, { SECRET_KEY: 'another key than that of all other processes' });
    const { id } = await withRentals({}, office);

    await becomes(stranger.url, `telegram/${id}`, 'down');

    expect((await statesOf(stranger.url)).telegram?.state).toBe('up');
  });
});

describe('a number that an office adds at the Cloud API', () => {
  const RENTAL_NUMBER = {
    phoneNumberId: '105500000000002',
    displayPhoneNumber: '34600000002',
    accessToken: 'EAArentals_token',
    appSecret: 'rentals_app_secret',
    verifyToken: 'rentals_verify',
  };
  const credentials = {
    phone_number_id: RENTAL_NUMBER.phoneNumberId,
    access_token: RENTAL_NUMBER.accessToken,
    app_secret: RENTAL_NUMBER.appSecret,
    verify_token: RENTAL_NUMBER.verifyToken,
  };

  it('is at work at its own address, beside that of the settings, until it is ended', async () => {
    const office = await anOfficeOnWhatsApp({ also: [RENTAL_NUMBER] });
    const made = await office.api('POST', '/channel-accounts', { channel: 'whatsapp', credentials });
    const { id, webhook_url: url } = made.body;
    expect(made).toMatchObject({ status: 201, body: { transport: 'cloud', external_id: RENTAL_NUMBER.phoneNumberId } });
    await becomes(office.url, `whatsapp/${id}`, 'up');

    await office.graph.webhook(RENTAL_NUMBER.phoneNumberId, url);
    const ids = { name: 'Carla', waId: '34610000009', userId: 'ES.90000000000009' };
    const person = office.graph.person(ids, RENTAL_NUMBER.phoneNumberId);
    const phone = aWhatsAppPhone(person, office.settled);
    const carla = await office.aClient('Carla');
    await signsInOnWhatsApp(office, phone, carla);

    expect(phone.all().at(-1)?.text).toContain('Hello Carla');
    const challenge = (token: string) =>
      fetch(`${url}?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${token}`).then(({ status }) => status);
    expect(await challenge('rentals_verify')).toBe(200);
    expect(await challenge('acceptance_verify')).toBe(403);
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
    const { items } = (await office.api('GET', '/channel-accounts')).body;
    expect(items[0]).toMatchObject({ id, handle: '34600000002' });

    await office.api('DELETE', `/channel-accounts/${id}`);
    await becomes(office.url, `whatsapp/${id}`, undefined);
    expect(await challenge('rentals_verify')).toBe(404);
    expect((await statesOf(office.url)).whatsapp?.state).toBe('up');
  });

  it('is down with its reason where Meta takes its token no more', async () => {
    const office = await anOfficeOnWhatsApp({ also: [RENTAL_NUMBER] });
    const wrong = { ...credentials, access_token: 'EAAwrong' };

    const made = await office.api('POST', '/channel-accounts', { channel: 'whatsapp', credentials: wrong });

    await becomes(office.url, `whatsapp/${made.body.id}`, 'down');
    const { why } = (await statesOf(office.url))[`whatsapp/${made.body.id}`] ?? {};
    expect(why).toContain('WhatsApp refuses the number or its token');
    expect(why).not.toContain('EAAwrong');
    expect((await statesOf(office.url)).whatsapp?.state).toBe('up');
  });
});

describe('a bot that an office adds in Teams', () => {
  const RENTAL_APP = { appId: '00000000-0000-4000-8000-0000000000bb', password: 'rentals_password' };
  const credentials = { app_id: RENTAL_APP.appId, app_password: RENTAL_APP.password, tenant_id: RENTAL_APP.appId };

  it('is at work at its own address, beside that of the settings, until it is ended', async () => {
    const office = await anOfficeOnTeams();
    office.standIn.addBot(RENTAL_APP);
    const made = await office.api('POST', '/channel-accounts', { channel: 'teams', credentials });
    const { id, webhook_url: url } = made.body;
    await becomes(office.url, `teams/${id}`, 'up');
    office.standIn.hook(url, RENTAL_APP.appId);
    const carla = await office.aClient('Carla');
    const phone = office.phoneOf('Carla', RENTAL_APP.appId);

    await signsInInTeams(office, phone, carla);

    expect(phone.all().at(-1)?.text).toContain('Hello Carla');
    // A token for the one bot opens nothing of the other.
    office.standIn.hook(`${office.url}/api/messages`, RENTAL_APP.appId);
    expect(await phone.person.writes('Hello?')).toBe(401);
    office.standIn.hook(url, RENTAL_APP.appId);
    await office.api('DELETE', `/channel-accounts/${id}`);
    await becomes(office.url, `teams/${id}`, undefined);
    expect(await phone.person.writes('Hello?')).toBe(404);
    expect((await statesOf(office.url)).teams?.state).toBe('up');
  });

  it('is down with its reason where Microsoft does not know its secret', async () => {
    const office = await anOfficeOnTeams();
    const made = await office.api('POST', '/channel-accounts', { channel: 'teams', credentials });

    await becomes(office.url, `teams/${made.body.id}`, 'down');

    const { why } = (await statesOf(office.url))[`teams/${made.body.id}`] ?? {};
    expect(why).toBe('Microsoft gives no token for the bot: the login answered 401');
  });
});

describe('the API for channel accounts', () => {
  it('names each field that is wrong, and tells nothing of what was given', async () => {
    const { api } = await anOffice();
    const add = async (body: object) => {
      const { status, body: problem } = await api('POST', '/channel-accounts', body);
      expect(JSON.stringify(problem)).not.toContain('s3cret');
      return [status, ...(problem.errors ?? []).map(({ field, detail }: Body) => `${field} ${detail}`)];
    };

    expect(await add({ channel: 'telegram', credentials: { bot_token: 's3cret' } })).toEqual([
      422,
      'credentials.bot_token must be: the token from BotFather, as 123456:ABC…',
    ]);
    expect(await add({ channel: 'whatsapp', credentials: { bot_token: '1:s3cret', phone_number_id: '1' } })).toEqual([
      422,
      'credentials.access_token is required',
      'credentials.app_secret is required',
      'credentials.verify_token is required',
      'credentials.bot_token is not a field of this kind of bot',
    ]);
    expect(await add({ channel: 'teams', transport: 'cloud', credentials: {} })).toEqual([
      422,
      'transport is none of this channel',
    ]);
    expect(await add({ channel: 'whatsapp', transport: 'web', credentials: {} })).toEqual([
      422,
      'transport is set up by the settings of the server alone, since it needs a browser and a folder of one machine',
    ]);
    expect(await add({ channel: 'rcs', credentials: {} })).toMatchObject([422, expect.stringContaining('channel')]);
    expect(await add({ channel: 'telegram', credentials: { password: 's3cret' } })).toEqual([
      422,
      'credentials.password is not a field here',
    ]);
  });

  it('is for Admins, and leaves the bot of the settings to whoever runs the server', async () => {
    const office = await anOffice();
    const { api, url, product } = office;
    const { email } = await aUser(office, 'Eva');
    const { companies } = product();
    const hash = createHash('sha256').update('evas key').digest('hex');
    expect(await companies.addApiKey('casa', email, hash)).toBeDefined();
    const hers = apiOf(url, 'evas key');
    expect((await hers('GET', '/users')).status).toBe(200);
    expect((await hers('GET', '/channel-accounts')).status).toBe(403);
    expect((await hers('POST', '/channel-accounts', { channel: 'telegram', credentials: {} })).status).toBe(403);

    const [own] = (await api('GET', '/channel-accounts')).body.items;
    expect((await api('DELETE', `/channel-accounts/${own.id}`)).status).toBe(409);
    expect((await api('PATCH', `/channel-accounts/${own.id}`, { name: 'X' })).status).toBe(409);
    expect(
      (await api('POST', '/channel-accounts', { channel: 'telegram', credentials: { bot_token: '424242:x' } })).body,
    ).toMatchObject({ status: 409, detail: expect.stringContaining('has this bot already') });
  });

  it('tells nothing of the company that has a bot already', async () => {
    const { office, id } = await withRentals();
    const made = await makeCompany(office.env, 'other');
    const other = apiOf(office.url, made.api_key);
    const credentials = { bot_token: RENTALS.token };

    const refused = await other('POST', '/channel-accounts', { channel: 'telegram', credentials });

    expect(refused).toMatchObject({
      status: 409,
      body: { detail: 'This bot can’t be added: it is in use. Use another one, or end its use first.' },
    });
    expect(JSON.stringify(refused.body)).not.toContain(id);
    expect((await other('GET', '/channel-accounts')).body.items).toEqual([]);
    expect((await other('DELETE', `/channel-accounts/${id}`)).status).toBe(404);
    await office.api('DELETE', `/channel-accounts/${id}`);
    expect((await other('POST', '/channel-accounts', { channel: 'telegram', credentials })).status).toBe(201);
    expect((await office.api('POST', '/channel-accounts', { channel: 'telegram', credentials })).status).toBe(409);
  });
});
