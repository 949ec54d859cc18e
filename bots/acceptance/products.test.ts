import { describe, expect, it, vi } from 'vitest';
import { aPhone, type Phone } from './a-phone.ts';
import { anOffice, apiOf, type Body, dayIn, makeCompany, SECRET } from './an-office.ts';
import { anotherProduct } from './another-product.ts';

describe('two companies on one database', () => {
  it('see nothing of each other, in the chat or through the API', async () => {
    const office = await anOffice();
    const made = await makeCompany(office.env, 'other');
    const token = '777:AAother_token';
    office.telegram.addBot({ token, username: 'other_bot', firstName: 'Other' });
    const other = await anotherProduct(office, { COMPANY: 'other', TELEGRAM_BOT_TOKEN: token });
    const otherApi = apiOf(other.url, made.api_key);
    const carla = await office.aClient('Carla');
    const property = await office.aProperty('Casa Verde');
    await office.offers(carla.deal, property);
    const hers = office.phone('Carla');
    await office.signsIn(hers, carla.email);
    await hers.taps('New properties');
    const buttons = hers.has('Interested')?.buttons.flat() ?? [];

    // A client of the other one, with the same e-mail, and her buttons.
    await otherApi('POST', '/contacts', { first_name: 'Dirk', last_name: 'Vos', email: carla.email });
    const his = aPhone(office.telegram.person({ firstName: 'Dirk' }).turnsTo('other_bot'), {
      journal: office.telegram.journal,
      settled: office.settled,
    });
    const strange = await his.does(() => his.person.opens('other_bot', office.made.invite_code));
    expect(strange.text).toContain('Use the link from your agent');
    await his.does(() => his.person.opens('other_bot', made.invite_code));
    await his.writes(carla.email);
    const home = await his.writes(await office.mailbox.codeFor(carla.email, 1));
    expect(home.text).toContain('Welcome, Dirk.');
    expect(buttons.length).toBeGreaterThan(3);
    for (const { data = '' } of buttons.slice(0, 4)) {
      const { text } = await his.does(() => his.person.forges(900_000, data));
      expect(text).toContain('This is not available');
    }
    await hers.taps('Interested');

    // A key of the other one, and her records.
    const [offer] = (await office.api('GET', `/deals/${carla.deal}/properties`)).body.items;
    expect(offer).toMatchObject({ status: 'interested', favourite: false });
    const deal = `/deals/${carla.deal}`;
    for (const path of [`/contacts/${carla.contact}`, deal, `/properties/${property}`, `${deal}/activities`])
      expect(await otherApi('GET', path)).toMatchObject({ status: 404 });
    expect((await otherApi('PUT', `${deal}/properties/${property}`, { status: 'approved' })).status).toBe(404);
    expect((await otherApi('POST', '/deals', { name: 'x', type: 'Buy', contacts: [carla.contact] })).status).toBe(422);
    expect((await otherApi('GET', '/deals')).body.items).toEqual([]);
    expect((await otherApi('GET', '/properties')).body.items).toEqual([]);
    const [file] = (await office.api('GET', `/properties/${property}`)).body.files;
    expect((await otherApi('GET', `/media/${file.id}`)).status).toBe(404);
  });
});

describe('two processes on one database', () => {
  it('take the same events and give each one effect and one reply, in order', async () => {
    const office = await anOffice();
    const doors = [office.url, (await anotherProduct(office)).url];
    const clients = [await office.aClient('Carla'), await office.aClient('Dirk')];
    const phones = clients.map((_, at) => office.phone(`Client ${at}`));
    for (const [at, phone] of phones.entries()) {
      const client = clients[at];
      if (!client) throw new Error('each has a contact');
      await office.offers(client.deal, await office.aProperty(`Casa ${at}`));
      await office.signsIn(phone, client.email);
      await phone.taps('New properties');
    }
    const before = phones.map((phone) => phone.all().length);

    // Both chats at once; every event comes to both processes at the same time, and once more later.
    const rounds = 10;
    await Promise.all(
      phones.map(async (phone, at) => {
        const done: unknown[] = [];
        for (let round = 0; round < rounds; round += 1) {
          const label = round % 2 === 0 ? '☆ Favourite' : '★ Favourite';
          const data = await vi.waitUntil(() => dataOf(phone, label), { timeout: 5000, interval: 5 });
          const updates = updatesOf(phone, { id: 5_000_000 + at * 1000 + round * 2, data, text: `word ${round}` });
          for (const update of updates) await Promise.all(doors.map((door) => post(door, update)));
          done.push(...updates);
        }
        for (const update of done) await post(doors[1] ?? '', update);
      }),
    );
    await office.settled();

    for (const [at, phone] of phones.entries()) {
      const { items } = (await office.api('GET', `/contacts/${clients[at]?.contact}/activities?limit=100`)).body;
      const types: string[] = items.map(({ type }: Body) => type).toReversed();
      expect(types.filter((type) => type.startsWith('favourite_'))).toEqual(
        Array.from({ length: rounds }, (_, round) => (round % 2 === 0 ? 'favourite_added' : 'favourite_removed')),
      );
      const replies = phone.all().slice(before[at]);
      expect(replies.map(({ kind }) => kind)).toEqual(Array.from({ length: rounds }, () => ['photo', 'text']).flat());
    }
  }, 60_000);

  it('send a pushed offer once', async () => {
    const office = await anOffice();
    await anotherProduct(office);
    const carla = await office.aClient('Carla');
    const phone = office.phone('Carla');
    await office.signsIn(phone, carla.email);
    const names = Array.from({ length: 8 }, (_, at) => `Casa ${at}`);

    for (const name of names) await office.offers(carla.deal, await office.aProperty(name, {}, 0));
    await phone.gets(({ text }) => text.includes('Casa 7'));
    await office.settled();

    const pushed = phone.all().filter(({ text }) => text.includes('🆕 New'));
    expect(pushed.map(({ text }) => text.split('\n')[2])).toEqual(names);
  }, 60_000);
});

describe('the portal', () => {
  it('switched off answers with a notice and pushes nothing; on again, all is as before', async () => {
    const office = await anOffice();
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    const phone = office.phone('Carla');
    await office.signsIn(phone, carla.email);
    await phone.taps('New properties');
    const before = phone.all().length;

    expect((await office.api('PATCH', '/company', { is_active: false })).body.is_active).toBe(false);
    const late = await office.aProperty('Casa Roja');
    const offering = `/deals/${carla.deal}/properties/${late}`;
    const offered = await office.api('PUT', offering, { status: 'proposed', push: 'now' });
    expect(offered.body).toMatchObject({ status: 'proposed', push: null });
    expect((await phone.taps('Interested')).text).toContain('closed at the moment');
    expect((await phone.writes('/home')).text).toContain('closed at the moment');
    const { items } = (await office.api('GET', `/deals/${carla.deal}/properties`)).body;
    expect(items.map(({ status }: Body) => status)).toEqual(['proposed', 'proposed']);
    const later = phone.all().slice(before);
    expect(later.filter(({ text }) => text.includes('Casa Roja'))).toEqual([]);

    await office.api('PATCH', '/company', { is_active: true });
    expect((await phone.writes('/home')).text).toContain('Hello Carla');
    expect((await phone.taps('New properties')).text).toContain('Casa Roja');
  });

  it('is closed to who is blocked, who hears of no offer', async () => {
    const office = await anOffice();
    const carla = await office.aClient('Carla');
    const phone = office.phone('Carla');
    await office.signsIn(phone, carla.email);
    // The route that blocks comes with the accounts.
    await office.product().database.systemScope(({ rows }) => rows(`update portal_users set status = 'Blocked'`));
    const before = phone.all().length;

    await office.offers(carla.deal, await office.aProperty('Casa Roja'));
    expect((await phone.writes('/home')).text).toContain('Your access is closed');
    expect((await phone.taps('Show me around')).text).toContain('Your access is closed');

    const later = phone.all().slice(before);
    expect(later.filter(({ text }) => text.includes('Casa Roja'))).toEqual([]);
  });
});

describe('a restart in the middle', () => {
  it.each([
    ['Postgres', 'webhook'],
    ['PGlite', 'polling'],
  ] as const)(
    'loses no step of a dialogue on %s',
    async (on, by) => {
      const office = await anOffice({ on, by });
      const carla = await office.aClient('Carla');
      await office.offers(carla.deal, await office.aProperty('Casa Verde'));
      await office.offers(carla.deal, await office.aProperty('Casa Roja'));
      const phone = office.phone('Carla');

      await phone.does(() => phone.person.opens('casa_bot', office.made.invite_code));
      await phone.writes(carla.email);
      await office.restart();
      expect((await phone.writes(await office.mailbox.codeFor(carla.email))).text).toContain('Welcome, Carla');

      await phone.taps('New properties');
      await office.restart();
      expect((await phone.taps('Not interested')).text).toContain('🆕 New · the last one');
      await office.restart();
      await phone.taps('Say why');
      await phone.taps('Price');
      await office.restart();
      await phone.taps('Layout');
      await phone.taps('Done');
      const { items: offers } = (await office.api('GET', `/deals/${carla.deal}/properties`)).body;
      const rejected = offers.filter(({ status }: Body) => status === 'rejected');
      expect(rejected).toMatchObject([{ reject_reasons: ['price', 'layout'] }]);

      await phone.writes('/home');
      await phone.taps('New properties');
      await phone.taps('Details');
      await phone.taps('Request viewing');
      await phone.taps('✓ Mark interested');
      await phone.writes('tomorrow');
      await office.restart();
      await phone.writes(dayIn(9));
      await office.restart();
      await phone.taps('Send request');
      const { items: meetings } = (await office.api('GET', '/meetings')).body;
      const dates = meetings.map((each: Body) => each.preferred_dates.map(({ date }: Body) => date));
      expect(dates).toEqual([[dayIn(1), dayIn(9)]]);
    },
    60_000,
  );
});

const dataOf = (phone: Phone, label: string) => {
  const buttons = phone.has(label)?.buttons.flat() ?? [];
  return buttons.find(({ text }) => text === label)?.data;
};

/** A tap on a message that is gone, and a word after it. */
function updatesOf({ person }: Phone, { id, data, text }: { id: number; data: string; text: string }): unknown[] {
  const from = { id: person.id, is_bot: false, first_name: person.firstName };
  const chat = { id: person.id, type: 'private', first_name: person.firstName };
  const message = { message_id: 900_000, date: 0, chat };
  return [
    { update_id: id, callback_query: { id: `${id}`, from, message, chat_instance: '1', data } },
    { update_id: id + 1, message: { message_id: id, date: 1, chat, from, text } },
  ];
}

async function post(url: string, update: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET };
  const { status } = await fetch(`${url}/webhooks/telegram`, { method: 'POST', headers, body: JSON.stringify(update) });
  expect(status).toBe(200);
}
