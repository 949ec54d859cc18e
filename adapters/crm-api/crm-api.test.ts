import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { Compile } from 'typebox/compile';
import { expect, it } from 'vitest';
import { createFileStore } from '#adapters/media/create-file-store.ts';
import { preparePhoto } from '#adapters/media/prepare-photo.ts';
import type { CompanyId, UserId } from '#core/ids.ts';
import { aCompany, aContact, aDeal, anOffer, aProperty, aUser } from '#db/builders.ts';
import { crmPorts } from '#db/crm/crm-ports.ts';
import type { Database } from '#db/database.ts';
import { createRouting } from '#db/routing.ts';
import { apiKeys, meetings } from '#db/schema/schema.ts';
import { createStore } from '#db/store.ts';
import { aClock, describeOnOne, newId } from '#db/testing.ts';
import { createDoor } from './door.ts';
import { companySchema, contactSchema, dealSchema, propertySchema, userSchema } from './record-schemas.ts';
import { aCrmApi } from './testing.ts';

async function anApi(database: Database) {
  const clock = aClock();
  const store = createStore(database, { clock, newId }, crmPorts);
  const media = createFileStore(await mkdtemp(join(tmpdir(), 'media-')));
  const api = await aCrmApi({ store, routing: createRouting(database), media, preparePhoto, clock, newId });
  return { ...api, clock };
}

async function aKey(database: Database, company: CompanyId, user: UserId): Promise<string> {
  const key = `key-${newId()}`;
  const hash = createHash('sha256').update(key).digest('hex');
  await database.systemScope(({ db }) =>
    db.insert(apiKeys).values({ id: newId(), companyId: company, userId: user, name: 'test', hash }),
  );
  return key;
}

async function anOffice(database: Database) {
  const { as, app, clock } = await anApi(database);
  const company = (await aCompany(database)).id;
  const admin = (await aUser(database, company)).id;
  return { company, admin, app, clock, as, ask: as(await aKey(database, company, admin)) };
}

const anna = { first_name: 'Anna', last_name: 'Jansen', email: 'anna@mail.example' };
const villa = { name: 'Villa', type: 'villa', transaction: 'for_sale', price: 495000 };

async function aMeeting(database: Database, company: CompanyId) {
  const contact = (await aContact(database, company)).id;
  const deal = (await aDeal(database, company, { contacts: [contact] })).id;
  const property = (await aProperty(database, company)).id;
  await anOffer(database, company, { deal, property });
  const id = newId<'viewing'>();
  await database.systemScope(({ db }) =>
    db.insert(meetings).values({
      id,
      companyId: company,
      dealId: deal,
      propertyId: property,
      contactId: contact,
      status: 'pending',
      preferredDates: [{ date: '2026-11-26', part_of_day: 'any' }],
      icsUid: id,
    }),
  );
  return { id, contact, deal, property };
}

describeOnOne('the API', (fresh) => {
  it('keeps a company’s records, each as it was sent', async () => {
    const { ask, admin } = await anOffice(await fresh());

    const contact = await ask('POST', '/contacts', { body: { ...anna, phone: '+31612345678', tags: ['sea'] } });
    const property = await ask('POST', '/properties', {
      body: { ...villa, location: { type: 'Point', coordinates: [-0.05, 38.6] }, features: { pool: true } },
    });
    const deal = await ask('POST', '/deals', {
      body: { name: 'Sea', type: 'Buy', contacts: [contact.body.id], criteria: { beds: 3 } },
    });
    const user = await ask('POST', '/users', { body: { name: 'Bo', email: 'bo@casa.test' } });

    expect(contact).toMatchObject({ status: 201, body: { kind: 'contact', assigned_to: admin, tags: ['sea'] } });
    expect(property).toMatchObject({ status: 201, body: { currency: 'EUR', status: 'active', files: [] } });
    expect(property.body.tesoro_reference).toMatch(/^T-[0-9A-Z]{8}$/);
    expect(deal.body).toMatchObject({ stage: 'Knowing Property', status: 'open', contacts: [contact.body.id] });
    expect(user.body).toMatchObject({ role: 'Employee', status: 'Pending' });
    for (const [path, made, schema] of [
      ['contacts', contact, contactSchema],
      ['properties', property, propertySchema],
      ['deals', deal, dealSchema],
      ['users', user, userSchema],
    ] as const) {
      expect(Compile(schema).Errors(made.body)).toEqual([]);
      expect((await ask('GET', `/${path}/${made.body.id}`)).body).toEqual(made.body);
      expect((await ask('GET', `/${path}`)).body.items[0]).toEqual(made.body);
    }
  });

  it('changes what is sent and leaves the rest', async () => {
    const { ask } = await anOffice(await fresh());
    const { body: contact } = await ask('POST', '/contacts', { body: anna });

    const changed = await ask('PATCH', `/contacts/${contact.id}`, { body: { language: 'nl' } });
    const company = await ask('PATCH', '/company', { body: { quiet_hours: null, time_zone: 'Europe/Lisbon' } });

    expect(changed.body).toEqual({ ...contact, language: 'nl' });
    expect(Compile(companySchema).Errors(company.body)).toEqual([]);
    expect(company.body).toMatchObject({ quiet_hours: null, time_zone: 'Europe/Lisbon', name: 'Casa Tesoro' });
    const unfit = await ask('PATCH', '/company', { body: { reject_reasons: ['price', 'Noise!'] } });
    expect(unfit).toMatchObject({ status: 422, body: { errors: [{ field: 'reject_reasons.1' }] } });
    expect((await ask('PATCH', '/company', { body: { time_zone: 'Mars/Olympus' } })).body.errors).toMatchObject([
      { field: 'time_zone' },
    ]);
  });

  it('converts a lead, who can be on a deal only then', async () => {
    const { ask } = await anOffice(await fresh());
    const { body: lead } = await ask('POST', '/contacts', { body: { ...anna, kind: 'lead', lead_source: 'Fair' } });
    const deal = { name: 'Sea', type: 'Buy', contacts: [lead.id] };

    const refused = await ask('POST', '/deals', { body: deal });
    const converted = await ask('POST', `/contacts/${lead.id}/convert`);
    const accepted = await ask('POST', '/deals', { body: deal });
    const again = await ask('POST', `/contacts/${lead.id}/convert`, { body: {} });
    const activities = await ask('GET', `/contacts/${lead.id}/activities`);

    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'contacts.0' }] } });
    expect(refused.body.detail).toContain('convert it first');
    expect([converted.status, converted.body.kind, accepted.status, again.status]).toEqual([200, 'contact', 201, 409]);
    expect(activities.body.items.map(({ type }: { type: string }) => type)).toEqual(['lead_converted', 'lead_created']);
  });

  it('keeps a deal’s stage and status together', async () => {
    const { ask } = await anOffice(await fresh());
    const contact = (await ask('POST', '/contacts', { body: anna })).body.id;
    const { body: deal } = await ask('POST', '/deals', { body: { name: 'Sea', type: 'Rent', contacts: [contact] } });
    const patch = async (body: object) => (await ask('PATCH', `/deals/${deal.id}`, { body })).body;

    expect(await patch({ stage: 'First Visit' })).toMatchObject({ status: 'open', stage: 'First Visit' });
    expect(await patch({ status: 'won' })).toMatchObject({ status: 'won', stage: 'Won' });
    expect(await patch({ stage: 'Lost' })).toMatchObject({ status: 'lost', stage: 'Lost' });
    expect(await patch({ stage: 'Won', status: 'open' })).toMatchObject({ errors: [{ field: 'status' }] });
  });

  it('answers 401 without a good key, whatever the route', async () => {
    const { as } = await anOffice(await fresh());

    for (const key of [undefined, '', 'nobody’s'.replace('’', '')])
      expect(await as(key)('POST', '/contacts', { body: anna })).toMatchObject({
        status: 401,
        headers: { 'content-type': 'application/problem+json' },
        body: { status: 401, title: 'No valid API key' },
      });
  });

  it('starts with no route that does not say what it does, so that none is open by oversight', async () => {
    const database = await fresh();
    const clock = aClock();
    const store = createStore(database, { clock, newId }, crmPorts);
    const app = Fastify({ logger: false });
    createDoor({ store, routing: createRouting(database), clock }).guard(app);

    expect(() => app.get('/secrets', async () => 'all of them')).toThrow('GET /secrets does not say');
  });

  it('lets an Employee change neither the company nor its people, and an inactive user nothing', async () => {
    const database = await fresh();
    const { as, company, admin } = await anOffice(database);
    const clerk = (await aUser(database, company, { role: 'Employee' })).id;
    const gone = (await aUser(database, company, { status: 'Inactive' })).id;
    const ask = as(await aKey(database, company, clerk));

    expect((await ask('PATCH', '/company', { body: { name: 'Mine' } })).status).toBe(403);
    expect((await ask('POST', '/users', { body: { name: 'X', email: 'x@casa.test' } })).status).toBe(403);
    expect((await ask('PATCH', `/users/${admin}`, { body: { name: 'X' } })).status).toBe(403);
    expect((await ask('PATCH', `/users/${clerk}`, { body: { role: 'Admin' } })).status).toBe(403);
    expect((await ask('PATCH', `/users/${clerk}`, { body: { job_title: 'Sales' } })).status).toBe(200);
    expect((await as(await aKey(database, company, gone))('GET', '/company')).status).toBe(401);
  });

  it('keeps one active Admin, and an e-mail to one user', async () => {
    const { ask, admin } = await anOffice(await fresh());

    const stepped = await ask('PATCH', `/users/${admin}`, { body: { role: 'Employee' } });
    await ask('POST', '/users', { body: { name: 'Bo', email: 'bo@casa.test' } });
    const twice = await ask('POST', '/users', { body: { name: 'Bob', email: 'BO@casa.test' } });

    expect([stepped.status, twice.status]).toEqual([409, 409]);
  });

  it('answers 404 for everything of another company, as for what is not there', async () => {
    const database = await fresh();
    const { ask } = await anOffice(database);
    const other = (await aCompany(database)).id;
    const user = (await aUser(database, other)).id;
    const theirs = await aMeeting(database, other);
    const start = { start_date: '2026-11-26T10:00:00Z' };

    for (const id of [undefined, newId(), 'no-id', '../x'])
      for (const [method, path, body] of [
        ['GET', `/users/${id ?? user}`],
        ['PATCH', `/users/${id ?? user}`, {}],
        ['GET', `/contacts/${id ?? theirs.contact}`],
        ['PATCH', `/contacts/${id ?? theirs.contact}`, { language: 'nl' }],
        ['POST', `/contacts/${id ?? theirs.contact}/convert`, {}],
        ['GET', `/contacts/${id ?? theirs.contact}/activities`],
        ['GET', `/properties/${id ?? theirs.property}`],
        ['PATCH', `/properties/${id ?? theirs.property}`, { status: 'sold' }],
        ['GET', `/deals/${id ?? theirs.deal}`],
        ['PATCH', `/deals/${id ?? theirs.deal}`, { status: 'won' }],
        ['GET', `/deals/${id ?? theirs.deal}/properties`],
        ['GET', `/deals/${id ?? theirs.deal}/activities`],
        ['PUT', `/deals/${id ?? theirs.deal}/properties/${id ?? theirs.property}`, { status: 'approved' }],
        ['GET', `/meetings/${id ?? theirs.id}`],
        ['POST', `/meetings/${id ?? theirs.id}/confirm`, start],
        ['POST', `/meetings/${id ?? theirs.id}/reject`, { reason: 'no' }],
        ['POST', `/meetings/${id ?? theirs.id}/cancel`, { reason: 'no' }],
        ['POST', `/meetings/${id ?? theirs.id}/complete`, {}],
        ['GET', `/media/${id ?? theirs.id}`],
      ] as const)
        expect([path, (await ask(method, path, body ? { body } : {})).status]).toEqual([path, 404]);
  });

  it('refuses another company’s people in a body, naming the field', async () => {
    const database = await fresh();
    const { ask } = await anOffice(database);
    const other = (await aCompany(database)).id;
    const contact = (await aContact(database, other)).id;
    const user = (await aUser(database, other)).id;

    const deal = await ask('POST', '/deals', { body: { name: 'X', type: 'Buy', contacts: [contact] } });
    const made = await ask('POST', '/contacts', { body: { ...anna, assigned_to: user } });

    expect(deal).toMatchObject({ status: 422, body: { errors: [{ field: 'contacts.0' }] } });
    expect(made).toMatchObject({ status: 422, body: { errors: [{ field: 'assigned_to' }] } });
  });

  it('reads names, addresses and numbers as the chats do', async () => {
    const { ask } = await anOffice(await fresh());
    const make = (body: object) => ask('POST', '/contacts', { body: { ...anna, ...body } });

    const kept = await make({ last_name: 'D´Angelo', email: ' Info@MÜLLER.de,', phone: '+44 (0)20 7946 0958' });
    const refused = [
      ...(await Promise.all(['a@b', 'jörg@x.test', 'a..b@x.test', 'me: a@x.test'].map((email) => make({ email })))),
      ...(await Promise.all(['+31 6 123', '600 111 222', 'call me'].map((phone) => make({ phone })))),
      ...(await Promise.all(['', '?', 'a@b', '😀'].map((first_name) => make({ first_name })))),
    ];

    expect(kept.body).toMatchObject({
      last_name: "D'Angelo",
      email: 'info@xn--mller-kva.de',
      phone: '+442079460958',
    });
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([422]));
  });

  it('names every field that is not valid', async () => {
    const { ask } = await anOffice(await fresh());

    const contact = await ask('POST', '/contacts', {
      body: { first_name: 'R2D2', email: 'nobody', phone: '0612345678', shoe_size: 43, tags: ['a\0b'] },
    });
    const property = await ask('POST', '/properties', {
      body: {
        ...villa,
        price: -1,
        location: { type: 'Point', coordinates: [200, 0] },
        energy_rating: { consumption: 'Z' },
      },
    });

    const fields = (answer: typeof contact) => answer.body.errors.map(({ field }: { field: string }) => field).sort();
    expect(contact).toMatchObject({ status: 422, headers: { 'content-type': 'application/problem+json' } });
    expect(fields(contact)).toEqual(['email', 'first_name', 'last_name', 'phone', 'shoe_size', 'tags.0']);
    expect(fields(property)).toEqual([
      'energy_rating.consumption',
      'energy_rating.emissions',
      'location.coordinates.0',
      'price',
    ]);
  });

  it('answers each kind of bad request as a problem of its own', async () => {
    const { ask } = await anOffice(await fresh());
    const json = { 'content-type': 'application/json' };

    expect((await ask('POST', '/contacts', { body: '{"a":', headers: json })).status).toBe(400);
    expect((await ask('POST', '/contacts', { body: '{"__proto__":{}}', headers: json })).status).toBe(400);
    expect((await ask('POST', '/contacts', { body: '', headers: json })).status).toBe(422);
    expect((await ask('POST', '/contacts', { body: 'a=b', headers: { 'content-type': 'text/csv' } })).status).toBe(415);
    expect((await ask('POST', '/contacts', { body: 'a', headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await ask('POST', '/contacts', { body: { ...anna, tags: ['x'.repeat(1.1e6)] } })).status).toBe(413);
    expect(await ask('GET', '/nowhere')).toMatchObject({
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
    });
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'cursor=x', 'cursor=Yjk5OXg', 'limit=1&limit=2', 'q=%00'])
      expect([query, (await ask('GET', `/contacts?${query}`)).status]).toEqual([query, 422]);
  });

  it('finds contacts by kind, by e-mail, and by the beginning of each word', async () => {
    const { ask } = await anOffice(await fresh());
    for (const body of [
      anna,
      { first_name: 'Annelies', last_name: 'de Boer', email: 'boer@mail.example', kind: 'lead' },
      { first_name: 'Zoë', last_name: '100%'.replace('100', 'Cent'), email: 'zoe@mail.example' },
    ])
      await ask('POST', '/contacts', { body });
    const found = async (query: string) =>
      (await ask('GET', `/contacts?${query}`)).body.items.map((each: { first_name: string }) => each.first_name);

    expect(await found('q=ANN')).toEqual(['Annelies', 'Anna']);
    expect(await found('q=ann%20jan')).toEqual(['Anna']);
    expect(await found('q=zo%C3%AB')).toEqual(['Zoë']);
    expect(await found('q=%25')).toEqual([]);
    expect(await found('q=boer@')).toEqual(['Annelies']);
    expect(await found('kind=lead')).toEqual(['Annelies']);
    expect(await found('email=ANNA@mail.example')).toEqual(['Anna']);
    expect(await found('email=anna')).toEqual([]);
  });

  it('finds an address of another script in whichever form it is asked for', async () => {
    const { ask } = await anOffice(await fresh());
    await ask('POST', '/contacts', { body: { first_name: 'Jörg', last_name: 'Groß', email: 'Info@Müller.example' } });

    const forms = [
      'info@müller.example',
      'INFO@MU\u0308LLER.EXAMPLE',
      ' info@xn--mller-kva.example ',
      'info＠müller.example',
    ];
    for (const asked of forms)
      for (const by of ['email', 'q']) {
        const { body } = await ask('GET', `/contacts?${by}=${encodeURIComponent(asked)}`);
        expect([by, asked, body.items.length]).toEqual([by, asked, 1]);
      }
  });

  it('shows each record once while others are being added', async () => {
    const { ask } = await anOffice(await fresh());
    for (let n = 0; n < 7; n++) await ask('POST', '/properties', { body: { ...villa, name: `old ${n}` } });

    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await ask('GET', `/properties?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.body.items.map((each: { name: string }) => each.name));
      cursor = page.body.next_cursor;
      await ask('POST', '/properties', { body: { ...villa, name: 'new' } });
    }

    expect(seen).toEqual(['old 6', 'old 5', 'old 4', 'old 3', 'old 2', 'old 1', 'old 0']);
  });

  it('answers a repeated POST the same and does it once, for 24 hours', async () => {
    const { ask, clock } = await anOffice(await fresh());
    const headers = { 'idempotency-key': 'one' };
    const count = async () => (await ask('GET', '/contacts')).body.items.length;

    const first = await ask('POST', '/contacts', { body: anna, headers });
    const again = await ask('POST', '/contacts', { body: Object.fromEntries(Object.entries(anna).reverse()), headers });
    const other = await ask('POST', '/contacts', { body: { ...anna, language: 'nl' }, headers });
    const elsewhere = await ask('POST', '/properties', { body: villa, headers });

    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect([other.status, elsewhere.status, await count()]).toEqual([422, 201, 1]);
    clock.pass(24 * 3600_000 + 1);
    expect((await ask('POST', '/contacts', { body: anna, headers })).body.id).not.toBe(first.body.id);
    expect(await count()).toBe(2);
  });

  it('repeats a refusal too', async () => {
    const { ask } = await anOffice(await fresh());
    const lead = (await ask('POST', '/contacts', { body: { ...anna, kind: 'lead' } })).body.id;
    const deal = { body: { name: 'X', type: 'Buy', contacts: [lead] }, headers: { 'idempotency-key': 'two' } };

    const refused = await ask('POST', '/deals', deal);
    await ask('POST', `/contacts/${lead}/convert`);

    expect(await ask('POST', '/deals', deal)).toMatchObject({ status: refused.status, body: refused.body });
  });

  it('does the work of twenty twins once, and answers each the same or 409', async () => {
    const { ask } = await anOffice(await fresh());
    const twin = { body: anna, headers: { 'idempotency-key': 'twin' } };

    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('POST', '/contacts', twin)));

    const made = answers.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect((await ask('GET', '/contacts')).body.items).toHaveLength(1);
  });

  it('describes every route, with what each takes and answers', async () => {
    const { as } = await anOffice(await fresh());
    const ask = as(undefined);

    const document = (await ask('GET', '/api/openapi.json')).body;
    const page = await ask('GET', '/api/docs');

    const routes = Object.entries<object>(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
    );
    expect(routes.sort()).toEqual([...ROUTES].sort());
    expect(document.paths['/api/v1/contacts'].post.requestBody.content['application/json'].schema).toMatchObject({
      required: ['first_name', 'last_name', 'email'],
      additionalProperties: false,
    });
    for (const item of Object.values<Record<string, { summary?: string; responses: object }>>(document.paths))
      for (const operation of Object.values(item)) {
        expect(operation.summary).toBeTruthy();
        expect(Object.keys(operation.responses)).toContain('401');
      }
    expect(page.body).toContain('/api/v1/meetings/{id}/confirm');
    expect(page.body).not.toContain('<script');
  });
});

const ROUTES = [
  'GET /company',
  'PATCH /company',
  'POST /company/logo',
  'DELETE /company/logo',
  ...['users', 'contacts', 'properties', 'deals'].flatMap((kind) => [
    `GET /${kind}`,
    `POST /${kind}`,
    `GET /${kind}/{id}`,
    `PATCH /${kind}/{id}`,
  ]),
  'POST /contacts/{id}/convert',
  'POST /contacts/{id}/give',
  'POST /users/{id}/invite',
  'POST /users/{id}/hand-over',
  'POST /properties/{id}/photos',
  'PATCH /properties/{id}/photos/{photo}',
  'DELETE /properties/{id}/photos/{photo}',
  'POST /import/properties',
  'GET /imports',
  'GET /imports/{id}',
  'GET /deals/{id}/properties',
  'PUT /deals/{id}/properties/{property_id}',
  'GET /meetings',
  'GET /meetings/{id}',
  ...['confirm', 'reject', 'propose', 'move', 'cancel', 'complete'].map((deed) => `POST /meetings/{id}/${deed}`),
  'GET /contacts/{id}/activities',
  'GET /contacts/{id}/feedback',
  'GET /deals/{id}/activities',
  'GET /deals/{id}/feedback',
  'GET /media/{id}',
  'GET /contacts/{id}/portal-user',
  ...['', '/reset-password', '/send-code', '/block', '/unblock'].map(
    (deed) => `POST /contacts/{id}/portal-user${deed}`,
  ),
  'GET /contacts/{id}/messages',
  ...['messages', 'hold', 'release'].map((deed) => `POST /contacts/{id}/${deed}`),
  'POST /messages/{id}/resend',
  'GET /channel-accounts',
  'POST /channel-accounts',
  'PATCH /channel-accounts/{id}',
  'DELETE /channel-accounts/{id}',
  'POST /channel-accounts/{id}/test',
  'GET /keys',
  'POST /keys',
  'DELETE /keys/{id}',
  'GET /webhooks',
  'POST /webhooks',
  'PATCH /webhooks/{id}',
  'POST /webhooks/{id}/test',
  'DELETE /webhooks/{id}',
  'GET /webhooks/{id}/deliveries',
  'POST /webhooks/{id}/deliveries/{delivery}/redeliver',
  'GET /contacts/{id}/export',
  'POST /contacts/{id}/erase',
  'POST /contacts/{id}/messages/settle',
  'POST /contacts/{id}/remind',
  'GET /meetings/{id}/times',
  'POST /meetings/{id}/keep',
  'POST /meetings/{id}/attendance',
  'GET /deliveries',
  'POST /deliveries/{id}/mail',
  'POST /deliveries/{id}/settle',
  'GET /waits',
  'GET /today',
  'GET /search',
  'GET /answers',
  'POST /answers',
  'PATCH /answers/{id}',
  'DELETE /answers/{id}',
  'GET /events',
  ...['replay', 'discard'].map((deed) => `POST /events/{id}/${deed}`),
  'GET /system/queue',
];
