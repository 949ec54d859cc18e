import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { aServer, freePort } from '#bots/testing/a-server.ts';
import type { Database } from '#db/database.ts';
import type { Phone } from './a-phone.ts';
import { anOffice, apiOf, type Body, type Office, SECRET } from './an-office.ts';

const PASSWORD = 'Tr0ub4dor&3x';

describe('what nobody should send', () => {
  let office: Office;
  beforeAll(async () => {
    office = await anOffice();
  });

  it('gets a plain refusal at the webhook, and leaves no trace', async () => {
    const phone = office.phone('Carla');
    const accepted = async () =>
      ((await (await fetch(`${office.url}/readyz?deep=1`)).json()) as Body).queue.events.accepted as number;
    const before = await accepted();
    const answers = () => office.telegram.journal.calls('sendMessage').length;
    const answered = answers();
    const update = { update_id: 7_000_001, message: messageOf(phone, '/start') };

    expect(await office.post(update, {})).toBe(401);
    expect(await office.post(update, { 'x-telegram-bot-api-secret-token': `${SECRET}x` })).toBe(401);
    expect(await office.post('{"update_id":')).toBe(400);
    expect(await office.post('')).toBe(400);
    expect(await office.post({ update_id: 7_000_002, padding: 'x'.repeat(1_100_000) })).toBe(413);
    const strange = [
      null,
      1,
      [],
      {},
      'word',
      { update_id: 'x' },
      { update_id: 7_000_003 },
      { message: update.message },
    ];
    for (const each of strange) expect(await office.post(JSON.stringify(each))).toBe(200);
    const unread = [{ poll: {} }, { message: null }, { message: { chat: 3 } }, { callback_query: { data: 5 } }];
    for (const [at, each] of unread.entries())
      expect(await office.post({ update_id: 7_000_010 + at, ...each })).toBe(200);

    expect(await accepted()).toBe(before);
    expect(answers()).toBe(answered);
    expect((await phone.does(() => phone.person.opens('casa_bot', office.made.invite_code))).text).toContain(
      'Casa Azul',
    );
  });

  it('is answered kindly in the chat and changes nothing there', async () => {
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    const phone = office.phone('Carla');
    await office.signsIn(phone, carla.email);
    const timeline = async () => (await office.api('GET', `/contacts/${carla.contact}/activities`)).body.items.length;
    const before = await timeline();

    const odd = [
      '/frobnicate',
      'x'.repeat(4096),
      '👩‍👩‍👧‍👦🏳️‍🌈',
      'مرحبا بالعالم',
      '\u202Eevil',
      'a\0b',
      '\uD800',
      '<b>&amp;</i>',
      '99',
      '-1',
      '/cancel',
    ];
    for (const words of odd) {
      const { came } = await phone.writes(words);
      expect(came.length, words.slice(0, 20)).toBeGreaterThan(0);
    }
    const home = await phone.writes('/home');

    expect(home.text).toContain('Hello Carla');
    expect(await timeline()).toBe(before);
    expect(await quarantined(office)).toBe(0);
  });

  it('keeps words that no database takes from jamming a dialogue', async () => {
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    const phone = office.phone('Carla');
    await office.signsIn(phone, carla.email);

    await phone.taps('New properties');
    await phone.taps('Not interested');
    await phone.writes('Too \0close \uD83Dto \uDC00 the road');

    const [offer] = (await office.api('GET', `/deals/${carla.deal}/properties`)).body.items;
    expect(offer).toMatchObject({ status: 'rejected', reject_reasons: ['other'] });
    expect(offer.reject_text).toMatch(/^Too .?close .?to .? the road$/u);
  });

  it('is shown as it was written, markup and all', async () => {
    const office = await anOffice();
    await office.api('PATCH', '/company', { name: 'Casa <b>&</b> *Co*' });
    const carla = await office.aClient('<i>Carla</i> & _Co_');
    const name = '<b>Villa</b> & [x](http://x.test) *a* بيت 🏡';
    const property = await office.aProperty(name, {
      description: [{ lang: 'en', title: name, text: 'Rooms < 5 & > 3 <script>alert(1)</script>' }],
    });
    await office.offers(carla.deal, property);
    const phone = office.phone('Carla');

    const welcome = await phone.does(() => phone.person.opens('casa_bot', office.made.invite_code));
    expect(welcome.text).toContain('Casa <b>&</b> *Co*');
    await phone.writes(carla.email);
    const home = await phone.writes(await office.mailbox.codeFor(carla.email));
    expect(home.text).toContain('Welcome, <i>Carla</i> & _Co_');
    expect((await phone.taps('New properties')).text).toContain('Villa & [x](http://x.test) *a* بيت 🏡');
    const details = (await phone.taps('Details')).text;
    expect(details).toContain('Rooms < 5 & > 3');
    expect(details).not.toContain('alert');
    await phone.taps('Not interested', phone.has('Not interested')?.id);
    expect((await phone.writes('<u>dark</u> & damp')).text).toContain('<u>dark</u> & damp');
  });

  it('learns nothing in a group', async () => {
    const carla = await office.aClient('Carla');
    const phone = office.phone('Carla');
    await office.signsIn(phone, carla.email);
    const chat = { id: -100_123, type: 'group', title: 'Neighbours' };
    const from = { id: phone.person.id, is_bot: false, first_name: 'Carla' };
    const message = { message_id: 5, date: 1, chat, from };

    const updates = [
      { message: { ...message, text: '/start' } },
      { message: { ...message, text: `/start ${office.made.invite_code}` } },
      { message: { ...message, text: '/home@casa_bot' } },
      { callback_query: { id: '1', from, message, data: phone.has('Viewings')?.buttons.flat()[0]?.data } },
      { my_chat_member: { chat, from, date: 1, old_chat_member: {}, new_chat_member: { status: 'member' } } },
    ];
    for (const [at, update] of updates.entries())
      expect(await office.post({ update_id: 8_000_000 + at, ...update })).toBe(200);
    await office.settled();

    expect(office.telegram.journal.calls().filter(({ params }) => `${params.chat_id}` === `${chat.id}`)).toEqual([]);
  });

  it('is answered as a missing thing where a button is forged or another’s', async () => {
    const [carla, dirk] = [await office.aClient('Carla'), await office.aClient('Dirk')];
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    const [hers, his] = [office.phone('Carla'), office.phone('Dirk')];
    await office.signsIn(hers, carla.email);
    await office.signsIn(his, dirk.email);
    await hers.taps('New properties');
    const buttons = hers.has('Interested')?.buttons.flat() ?? [];
    expect(buttons.length).toBeGreaterThan(3);

    const answers = new Set<string>();
    const forged = [
      '',
      'x',
      '\0',
      '☃'.repeat(20),
      ...buttons.slice(0, 4).flatMap(({ data = '' }) => [data, `${data}A`, data.slice(0, -1)]),
    ];
    for (const data of forged) {
      // A message that is not there can't be edited, so that each answer is one of its own.
      const { came } = await his.does(() => his.person.forges(900_000, data));
      answers.add(came.map(({ text }) => text).join());
    }

    expect([...answers]).toEqual([expect.stringContaining('This is not available')]);
    const [offer] = (await office.api('GET', `/deals/${carla.deal}/properties`)).body.items;
    expect(offer).toMatchObject({ status: 'proposed', favourite: false, opened_at: null });
  });

  it('is named by the API: the key, the field, the missing record', async () => {
    const { api } = office;

    expect((await apiOf(office.url, 'wrong')('GET', '/company')).status).toBe(401);
    expect((await fetch(`${office.url}/api/v1/company`)).status).toBe(401);
    const wrong: readonly [string, Readonly<Record<string, unknown>>, string][] = [
      ['/contacts', { first_name: 'R2D2', last_name: 'X', email: 'a@b.test' }, 'first_name'],
      ['/contacts', { first_name: 'A', last_name: 'x'.repeat(101), email: 'a@b.test' }, 'last_name'],
      ['/contacts', { first_name: 'A', last_name: 'B', email: 'nobody' }, 'email'],
      ['/contacts', { first_name: 'A', last_name: 'B', email: 'a@b.test', phone: '0612' }, 'phone'],
      ['/properties', { name: 'A', type: 'villa', transaction: 'for_sale', price: -1 }, 'price'],
      ['/properties', { name: 'A', type: 'villa', transaction: 'gift', price: 1 }, 'transaction'],
      ['/deals', { name: 'A', type: 'Buy', contacts: [] }, 'contacts'],
      ['/deals', { name: 'A', type: 'Lend', contacts: [office.made.company_id] }, 'type'],
    ];
    for (const [path, body, field] of wrong) {
      const { status, body: problem } = await api('POST', path, body);
      expect({ status, title: typeof problem.title }).toEqual({ status: 422, title: 'string' });
      expect(problem.errors.map((each: Body) => each.field)).toEqual([field]);
    }
    for (const path of ['/contacts/x', `/deals/${office.made.company_id}`, '/meetings/%20', '/properties/1'])
      expect((await api('GET', path)).status, path).toBe(404);
  });
});

describe('what is private', () => {
  it('stands in no log line, and a password nowhere at all', async () => {
    const office = await anOffice();
    await office.product().close();
    const server = aServer({ ...office.env, LOG_LEVEL: 'trace' }, Number(office.env.PORT));
    onTestFinished(() => void server.end('SIGKILL'));
    await server.ready();
    const canaries = ['Zebulina', 'quagga.canary@mail.test', 'flamingo canary', 'Casa Okapi', PASSWORD, 'Capybara'];
    const { body: contact } = await office.api('POST', '/contacts', {
      first_name: 'Zebulina',
      last_name: 'Capybara',
      email: 'quagga.canary@mail.test',
    });
    const { body: deal } = await office.api('POST', '/deals', {
      name: 'Capybara',
      type: 'Buy',
      contacts: [contact.id],
    });
    await office.offers(deal.id, await office.aProperty('Casa Okapi'));
    const phone = office.phone('Zebulina');

    await phone.does(() => phone.person.opens('casa_bot', office.made.invite_code));
    await types(phone, PASSWORD);
    await phone.writes('quagga.canary@mail.test');
    await types(phone, PASSWORD);
    const code = await office.mailbox.codeFor('quagga.canary@mail.test');
    await phone.writes(code);
    await types(phone, PASSWORD);
    await phone.writes('flamingo canary');
    await phone.writes('innocent');
    const clean =
      phone.person
        .chat()
        .messages()
        .findLast(({ from }) => from === 'person')?.id ?? Number.NaN;
    await phone.does(() => phone.person.edits(clean, PASSWORD));
    await vi.waitUntil(() => phone.person.chat().find(clean) === undefined, { timeout: 5000 });
    await phone.taps('New properties');
    await phone.taps('Not interested');
    await types(phone, PASSWORD);
    await phone.writes('flamingo canary');
    await office.post('{"update_id": "flamingo canary"');
    await office.api('POST', '/contacts', { first_name: 'flamingo canary 1', email: 'quagga.canary@mail.test' });
    await office.settled();
    expect(await server.end('SIGTERM')).toBe(0);

    await office.restart();
    expect(await placesWith(office.product().database, PASSWORD)).toEqual([]);
    expect(await placesWith(office.product().database, 'flamingo canary')).toContain('deal_properties');
    const log = server.output();
    expect(log.split('\n').length).toBeGreaterThan(20);
    for (const secret of [...canaries, code, office.made.api_key, office.made.invite_code, SECRET, 'AAacceptance'])
      expect(log.split('\n').filter((line) => line.includes(secret))).toEqual([]);
  }, 60_000);
});

describe('a wrong setting', () => {
  it.each([
    ['PORT', 'http'],
    ['TELEGRAM_BOT_TOKEN', 'no token'],
    ['TELEGRAM_WEBHOOK_SECRET', 'no token at all'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'postgres://nobody@127.0.0.1:9/none'],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'smtp://127.0.0.1:9'],
    ['PUBLIC_URL', 'ftp://x'],
    ['EGRESS_ALLOW', 'what?'],
    ['SECRET_KEY', 'short'],
  ])('%s=%s stops the start with one clear line', async (name, value) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'setting-'));
    const server = aServer({ DATA_DIR: dataDir, TELEGRAM_BOT_TOKEN: '1:A', [name]: value }, await freePort());
    onTestFinished(() => void server.end('SIGKILL'));

    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(/^Tesoro Chat did not start\. [^\n]+\n$/);
    if (name !== 'SMTP_URL') expect(server.output()).toContain(name);
  });
});

/** Types it, and sees it vanish. */
async function types(phone: Phone, words: string): Promise<void> {
  let written = 0;
  await phone.does(() => {
    written = phone.person.writes(words);
  });
  await vi.waitUntil(() => phone.person.chat().find(written) === undefined, { timeout: 5000 });
}

const messageOf = ({ person }: Phone, text: string) => ({
  message_id: 1,
  date: 1,
  chat: { id: person.id, type: 'private', first_name: person.firstName },
  from: { id: person.id, is_bot: false, first_name: person.firstName },
  text,
});

const quarantined = async ({ url }: Office): Promise<number> =>
  ((await (await fetch(`${url}/readyz?deep=1`)).json()) as Body).queue.events.quarantined;

/** Tables with a row that holds the words in any column, as text or as bytes. */
async function placesWith(database: Database, words: string): Promise<readonly string[]> {
  return database.systemScope(async ({ rows }) => {
    const columns = await rows<{ table: string; column: string; type: string }>(
      `select c.table_name as table, c.column_name as column, c.data_type as type
         from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`,
    );
    const places = new Set<string>();
    for (const { table, column, type } of columns) {
      const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
      const found = await rows(`select 1 from "${table}" where position($1 in ${text}) > 0 limit 1`, [words]);
      if (found.length > 0) places.add(table);
    }
    return [...places];
  });
}
