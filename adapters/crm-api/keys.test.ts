import { Compile } from 'typebox/compile';
import { expect, it, vi } from 'vitest';
import { sha256 } from '#adapters/hashes.ts';
import { anApi } from '#bots/testing/an-api.ts';
import { aCompany, aUser } from '#db/builders.ts';
import { aClock, describeOnOne, newId } from '#db/testing.ts';
import { keySchema } from './key-routes.ts';

const PATIENCE = { timeout: 10_000, interval: 20 };

describeOnOne('a key of the API', (fresh) => {
  /** An office with its Admin and Daniel, an Employee; asked as each. */
  async function anOfficeWithKeys(mostRequests?: number) {
    const database = await fresh();
    const clock = aClock('2026-11-30T08:44:00Z');
    const company = (await aCompany(database)).id;
    const admin = (await aUser(database, company)).id;
    const daniel = (await aUser(database, company, { name: 'Daniel', role: 'Employee' })).id;
    const api = await anApi(database, clock, mostRequests === undefined ? {} : { mostRequests });
    const ask = await api.askAs(company, admin);
    const make = async (user: string, name = 'Website forms', headers = {}) =>
      ask('POST', '/keys', { body: { name, user_id: user }, headers });
    const rows = <Row extends object>(text: string) => database.systemScope((tx) => tx.rows<Row>(text));
    const list = async () => (await ask('GET', '/keys')).body.items;
    return { database, clock, company, admin, daniel, api, ask, make, rows, list };
  }

  it('acts as its user, is told once, and only its hash is kept', async () => {
    const { daniel, api, make, list, rows } = await anOfficeWithKeys();
    const once = { 'idempotency-key': 'once' };

    const made = await make(daniel, 'Website forms', once);

    expect(made).toMatchObject({ status: 201, body: { name: 'Website forms', user_id: daniel, last_used_at: null } });
    const { api_key: key, ...shown } = made.body;
    expect(Compile(keySchema).Errors(shown)).toEqual([]);
    expect((await make(daniel, 'Website forms', once)).body).toEqual(made.body);
    expect((await list())[0]).toEqual(shown);
    const asDaniel = api.as(key);
    expect((await asDaniel('GET', '/users')).status).toBe(200);
    expect((await asDaniel('GET', '/keys')).status).toBe(403);
    const [, kept] = await rows<{ hash: string }>('select * from api_keys order by seq');
    expect(kept?.hash).toBe(sha256(key));
    expect(JSON.stringify(kept)).not.toContain(key);
  });

  it('opens nothing from the moment on at which it is revoked, and is listed no more', async () => {
    const { admin, daniel, api, ask, make, list, rows } = await anOfficeWithKeys();
    const { id, api_key: key } = (await make(daniel)).body;
    expect((await api.as(key)('GET', '/contacts')).status).toBe(200);

    const revoked = await ask('DELETE', `/keys/${id}`);

    expect(revoked.status).toBe(204);
    expect((await api.as(key)('GET', '/contacts')).status).toBe(401);
    expect((await list()).map((each: { id: string }) => each.id)).not.toContain(id);
    expect((await ask('DELETE', `/keys/${id}`)).status).toBe(404);
    expect(await rows(`select user_id, what, about from audit order by at, id`)).toEqual([
      { user_id: admin, what: 'key_made', about: id },
      { user_id: admin, what: 'key_revoked', about: id },
    ]);
  });

  it('opens nothing while its user is Inactive', async () => {
    const { daniel, api, ask, make } = await anOfficeWithKeys();
    const asDaniel = api.as((await make(daniel)).body.api_key);

    expect((await ask('PATCH', `/users/${daniel}`, { body: { status: 'Inactive' } })).status).toBe(200);
    expect((await asDaniel('GET', '/contacts')).status).toBe(401);
  });

  it.each([
    ['nobody', () => newId()],
    ['somebody of another office', async (database) => (await aUser(database, (await aCompany(database)).id)).id],
    [
      'who has not come in yet',
      async (database, company) => (await aUser(database, company, { status: 'Pending' })).id,
    ],
    ['who may not come in', async (database, company) => (await aUser(database, company, { status: 'Inactive' })).id],
  ] as const satisfies readonly (readonly [
    string,
    (database: Parameters<typeof aUser>[0], company: Parameters<typeof aUser>[1]) => string | Promise<string>,
  ])[])('is made for an active user of the office, not for %s', async (_, userOf) => {
    const { database, company, make } = await anOfficeWithKeys();

    const refused = await make(await userOf(database, company));

    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'user_id' }] } });
  });

  it('belongs to its office: no other one lists or revokes it', async () => {
    const { database, daniel, api, make } = await anOfficeWithKeys();
    const { id } = (await make(daniel)).body;
    const other = (await aCompany(database)).id;
    const asOther = await api.askAs(other, (await aUser(database, other)).id);

    expect((await asOther('DELETE', `/keys/${id}`)).status).toBe(404);
    expect((await asOther('GET', '/keys')).body.items.map((each: { id: string }) => each.id)).not.toContain(id);
  });

  it('shows when it was last used, noted once a minute at most', async () => {
    const { clock, daniel, api, make, list } = await anOfficeWithKeys();
    const asDaniel = api.as((await make(daniel)).body.api_key);
    const used = async () => (await list())[0].last_used_at;
    const first = clock.now().toISOString();

    await asDaniel('GET', '/contacts');
    await vi.waitUntil(async () => (await used()) === first, PATIENCE);
    clock.pass(59_000);
    await asDaniel('GET', '/contacts');
    expect(await used()).toBe(first);
    clock.pass(1000);
    await asDaniel('GET', '/contacts');
    await vi.waitUntil(async () => (await used()) === clock.now().toISOString(), PATIENCE);
  });

  it('is held to so many requests a minute, each by itself, and hears how many are left', async () => {
    const { daniel, api, make } = await anOfficeWithKeys(3);
    const [one, other] = [(await make(daniel)).body.api_key, (await make(daniel)).body.api_key].map(api.as);
    if (!one || !other) throw new Error('two keys were made');
    const left = async () => (await one('GET', '/contacts')).headers['ratelimit-remaining'];

    expect([await left(), await left(), await left()]).toEqual(['2', '1', '0']);
    const refused = await one('POST', '/contacts', { body: { first_name: 'Anna' } });

    expect(refused).toMatchObject({
      status: 429,
      body: { type: '/api/docs#tooMany', title: 'Too many requests', status: 429 },
      headers: {
        'content-type': 'application/problem+json',
        'ratelimit-limit': '3',
        'ratelimit-remaining': '0',
        'ratelimit-reset': expect.stringMatching(/^([1-9]|[1-5]\d|60)$/),
        'retry-after': expect.stringMatching(/^([1-9]|[1-5]\d|60)$/),
      },
    });
    expect(await other('GET', '/contacts')).toMatchObject({ status: 200, headers: { 'ratelimit-remaining': '2' } });
    expect((await api.as(undefined)('GET', '/contacts')).headers).not.toHaveProperty('ratelimit-limit');
  });

  it('may send 3000 requests a minute, which every route’s description says', async () => {
    const { ask } = await anOfficeWithKeys();

    expect((await ask('GET', '/contacts')).headers).toMatchObject({ 'ratelimit-limit': '3000' });
    const { info, paths } = (await ask('GET', '/api/openapi.json')).body;
    expect(info.description).toContain('3000 requests a minute');
    for (const item of Object.values<Record<string, { responses: Record<string, { headers?: object }> }>>(paths))
      for (const { responses } of Object.values(item))
        expect(Object.keys(responses['429']?.headers ?? {})).toEqual([
          'RateLimit-Limit',
          'RateLimit-Remaining',
          'RateLimit-Reset',
          'Retry-After',
        ]);
  });
});
