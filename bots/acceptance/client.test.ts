import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { createClient } from '#adapters/crm-api/client/create-client.ts';
import type { Message, Problem, Wait } from '#adapters/crm-api/client/schema.ts';
import { anOffice } from './an-office.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const CARLA = { first_name: 'Carla', last_name: 'Jansen', email: 'carla@mail.test', language: 'en' };
const VILLA = { name: 'Casa Verde', type: 'villa', transaction: 'for_sale', price: 425_000 } as const;
const NOBODY = '0190a0a0-0000-7000-8000-000000000001';

type Asked<Data> = Promise<{ data: Data; error?: never } | { data?: never; error: Problem }>;

/** What was answered where the thing was done. */
async function done<Data>(asked: Asked<Data>): Promise<Data> {
  const { data, error } = await asked;
  if (error) throw new Error(error.detail);
  return data;
}

async function aClient(more = {}) {
  const office = await anOffice({ clock: { now: () => NOW }, more });
  return { office, client: createClient({ url: office.url, apiKey: office.made.api_key }) };
}
type Client = Awaited<ReturnType<typeof aClient>>['client'];

/** What waits of one kind, once it does. */
const waitsOf = <Kind extends Wait['kind']>(client: Client, kind: Kind) =>
  vi.waitUntil(
    async () => {
      const { items } = await done(client.GET('/api/v1/waits', { params: { query: { whose: 'mine' } } }));
      return items.find((wait): wait is Extract<Wait, { kind: Kind }> => wait.kind === kind);
    },
    { timeout: 10_000, interval: 20 },
  );

describe('the client of the API', () => {
  it('lives the story of a viewing, from the contact to what did not arrive', async () => {
    const { office, client } = await aClient();

    const carla = await done(client.POST('/api/v1/contacts', { body: CARLA }));
    const deal = await done(
      client.POST('/api/v1/deals', { body: { name: 'By the sea', type: 'Buy', contacts: [carla.id] } }),
    );
    const villa = await done(client.POST('/api/v1/properties', { body: VILLA }));
    const offer = { path: { id: deal.id, property_id: villa.id } };
    const body = { status: 'proposed', push: 'now' } as const;
    expect(
      await done(client.PUT('/api/v1/deals/{id}/properties/{property_id}', { params: offer, body })),
    ).toMatchObject({ status: 'proposed', push: { at: expect.any(String) } });

    const phone = office.phone('Carla');
    await office.signsIn(phone, CARLA.email);
    await phone.taps('New properties');
    await phone.taps('Details');
    await phone.taps('Request viewing');
    await phone.taps('✓ Mark interested');
    await phone.writes('2026-11-26');
    await phone.taps('Send request');

    const requested = await waitsOf(client, 'viewing_requested');
    expect(requested).toMatchObject({ contact: { id: carla.id }, property: { id: villa.id }, is_again: false });
    const params = { path: { id: requested.meeting_id } };
    const times = await done(client.GET('/api/v1/meetings/{id}/times', { params }));
    const start_date = times.wishes[0]?.start_date ?? 'no time fits the wish';
    expect(start_date).toMatch(/^2026-11-26T/);
    expect(await done(client.POST('/api/v1/meetings/{id}/confirm', { params, body: { start_date } }))).toMatchObject({
      status: 'confirmed',
      start_date,
    });
    await phone.gets(({ text }) => text.includes('✓ Confirmed:'));
    await office.settled();

    await phone.taps('Another time');
    await phone.writes('2026-11-27');
    await phone.taps('Send request');
    expect((await waitsOf(client, 'another_time')).wishes).toMatchObject([{ date: '2026-11-27' }]);
    const kept = await done(client.POST('/api/v1/meetings/{id}/keep', { params }));
    expect(kept).toMatchObject({ start_date, open_wish: false, attendance: null });
    const answer = { answer: 'coming' } as const;
    expect((await done(client.POST('/api/v1/meetings/{id}/attendance', { params, body: answer }))).attendance).toBe(
      'coming',
    );

    const toCarla = { path: { id: carla.id } };
    await office.settled();
    await phone.writes('Is there a lift?');
    await phone.taps('Send to agent');
    expect((await waitsOf(client, 'message')).text).toContain('Is there a lift?');
    expect(await done(client.POST('/api/v1/contacts/{id}/messages/settle', { params: toCarla }))).toEqual({
      settled: 1,
    });

    await office.settled();
    office.telegram.faults.add({
      method: 'sendMessage',
      do: { status: 403, description: 'Forbidden: bot was blocked by the user' },
    });
    const text = 'There is.';
    await done(client.POST('/api/v1/contacts/{id}/messages', { params: toCarla, body: { text } }));
    const lost = await vi.waitUntil(
      async () => (await done(client.GET('/api/v1/deliveries'))).items.find((each) => each.text.includes(text)),
      { timeout: 10_000, interval: 20 },
    );
    expect(lost).toMatchObject({ contact: { id: carla.id }, failure: { code: expect.any(String) } });
    const settled = await done(client.POST('/api/v1/deliveries/{id}/settle', { params: { path: { id: lost.id } } }));
    expect(settled.settled_by).not.toBeNull();
  });

  it('tells a refusal from an answer, and an answer without a body from both', async () => {
    const { client } = await aClient({ EGRESS_ALLOW: '127.0.0.1:9' });
    const params = { path: { id: NOBODY } };
    const webhook = { url: 'http://127.0.0.1:9/', events: ['*' as const] };

    const refused = await client.GET('/api/v1/contacts/{id}', { params });
    const added = await done(client.POST('/api/v1/webhooks', { body: webhook }));
    const removed = await client.DELETE('/api/v1/webhooks/{id}', { params: { path: { id: added.id } } });

    expect(refused.error).toMatchObject({ status: 404, title: 'Not found' });
    expect([removed.response.status, removed.data, removed.error]).toEqual([204, undefined, undefined]);
    expectTypeOf(refused.error).toEqualTypeOf<Problem | undefined>();
    expectTypeOf(removed.data).toEqualTypeOf<undefined>();
  });

  it('does not compile with a path, a body or an answer that is not so', async () => {
    const client = createClient({ url: 'http://127.0.0.1:1', apiKey: 'none' });
    const params = { path: { id: NOBODY } };
    const pair = { path: { ...params.path, property_id: NOBODY } };
    const compiled = () => [
      // @ts-expect-error there is no such path
      client.GET('/api/v1/contact'),
      // @ts-expect-error nobody deletes a contact
      client.DELETE('/api/v1/contacts/{id}', { params }),
      // @ts-expect-error the id is missing
      client.GET('/api/v1/contacts/{id}'),
      // @ts-expect-error a contact has an e-mail
      client.POST('/api/v1/contacts', { body: { first_name: 'Carla', last_name: 'Jansen' } }),
      // @ts-expect-error no lane has this name
      client.PUT('/api/v1/deals/{id}/properties/{property_id}', { params: pair, body: { status: 'offered' } }),
      // @ts-expect-error a time is words
      client.POST('/api/v1/meetings/{id}/confirm', { params, body: { start_date: 5 } }),
      // @ts-expect-error nothing is filtered by this
      client.GET('/api/v1/meetings', { params: { query: { status: 'open' } } }),
    ];
    expect(compiled).toBeTypeOf('function');
    expectTypeOf<Message['failure']>().toBeNullable();
    // @ts-expect-error not all that waits has wishes
    expectTypeOf<Wait['wishes']>().toBeArray();
  });
});
