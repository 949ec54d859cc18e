import { createHash } from 'node:crypto';
import { Compile } from 'typebox/compile';
import { expect, it } from 'vitest';
import { preparePhoto } from '#adapters/media/prepare-photo.ts';
import { sendBundle } from '#core/crm/send-bundle.ts';
import type { CompanyId, ContactId, DealId } from '#core/ids.ts';
import {
  aChannelAccount,
  aChat,
  aCompany,
  aContact,
  aDeal,
  anOffer,
  aPortalUser,
  aProperty,
  aUser,
  aWebhook,
} from '#db/builders.ts';
import { crmPorts } from '#db/crm/crm-ports.ts';
import type { Database } from '#db/database.ts';
import { eq } from '#db/drizzle.ts';
import { createRouting } from '#db/routing.ts';
import { apiKeys, dealProperties, deliveries, meetings, tasks, webhookDeliveries } from '#db/schema/schema.ts';
import { createStore } from '#db/store.ts';
import { aClock, describeOnOne, newId } from '#db/testing.ts';
import { activitySchema, dealPropertySchema, meetingSchema } from './record-schemas.ts';
import { listOf } from './schema-parts.ts';
import { aCrmApi } from './testing.ts';

const noMedia = { put: async () => {}, get: async () => undefined, remove: async () => {} };

/** An office with one client, who listens in one chat, and one deal. At 11:00 in Madrid. */
async function aHouse(database: Database, some: Parameters<typeof aCompany>[1] = {}) {
  const clock = aClock('2026-11-23T10:00:00Z');
  const store = createStore(database, { clock, newId }, crmPorts);
  const { as } = await aCrmApi({
    store,
    routing: createRouting(database),
    media: noMedia,
    preparePhoto,
    clock,
    newId,
  });
  const company = (await aCompany(database, some)).id;
  const user = await aUser(database, company);
  const hash = createHash('sha256').update('the key').digest('hex');
  await database.systemScope(({ db }) =>
    db.insert(apiKeys).values({ id: newId(), companyId: company, userId: user.id, name: 'test', hash }),
  );
  await aWebhook(database, company);
  const account = (await aChannelAccount(database, company)).id;
  const aClient = async () => {
    const contact = (await aContact(database, company)).id;
    await aChat(database, company, {
      account,
      portalUser: (await aPortalUser(database, company, { contact })).id,
    });
    return contact;
  };
  const contact = await aClient();
  const deal = (await aDeal(database, company, { contacts: [contact] })).id;
  const all = <Row>(
    read: (tx: { db: Parameters<Parameters<Database['systemScope']>[0]>[0]['db'] }) => Promise<Row[]>,
  ) => database.systemScope(read);
  return {
    ask: as('the key'),
    clock,
    store,
    company,
    user,
    contact,
    deal,
    aClient,
    property: (await aProperty(database, company)).id,
    pushes: () => all(({ db }) => db.select().from(deliveries).orderBy(deliveries.seq)),
    owed: () => all(({ db }) => db.select().from(tasks).orderBy(tasks.seq)),
    announced: async () =>
      (await all(({ db }) => db.select().from(webhookDeliveries).orderBy(webhookDeliveries.seq))).map(
        ({ event }) => event,
      ),
    bundle: (who: ContactId) => store.transaction(company, (kept) => sendBundle({ ...kept, clock }, who)),
  };
}

async function aPending(database: Database, company: CompanyId, contact: ContactId, deal: DealId) {
  const property = (await aProperty(database, company)).id;
  const offer = (await anOffer(database, company, { deal, property })).id;
  const id = newId<'viewing'>();
  await database.systemScope(({ db }) =>
    db.insert(meetings).values({
      id,
      companyId: company,
      dealId: deal,
      propertyId: property,
      contactId: contact,
      status: 'pending',
      preferredDates: [{ date: '2026-11-26', part_of_day: 'morning' }],
      icsUid: id,
    }),
  );
  return { id, offer };
}

const typesOf = (answer: { body: { items: { type: string }[] } }) => answer.body.items.map(({ type }) => type);
const start = { start_date: '2026-11-26T10:00:00Z' };

describeOnOne('offering', (fresh) => {
  it('tells the client at once, with one activity and one webhook', async () => {
    const house = await aHouse(await fresh());
    const path = `/deals/${house.deal}/properties/${house.property}`;

    const offered = await house.ask('PUT', path, { body: { status: 'proposed', push: 'now' } });

    expect(offered).toMatchObject({
      status: 200,
      body: { status: 'proposed', proposed_at: '2026-11-23T10:00:00.000Z', push: { at: '2026-11-23T10:00:00.000Z' } },
    });
    const [push, ...more] = await house.pushes();
    expect(push).toMatchObject({ kind: 'offer', rank: 1, showsOfferId: offered.body.id });
    expect(more).toEqual([]);
    const timeline = await house.ask('GET', `/contacts/${house.contact}/activities`);
    const lanes = await house.ask('GET', `/deals/${house.deal}/properties`);
    expect(Compile(listOf(activitySchema)).Errors(timeline.body)).toEqual([]);
    expect(Compile(listOf(dealPropertySchema)).Errors(lanes.body)).toEqual([]);
    expect(timeline.body.items).toMatchObject([
      { type: 'property_offered', deal_id: house.deal, actor: { kind: 'user', id: house.user.id } },
    ]);
    expect(typesOf(await house.ask('GET', `/deals/${house.deal}/activities`))).toEqual(['property_offered']);
    expect(await house.announced()).toEqual(['deal_property.status_changed']);
  });

  it('changes nothing when the same lane is asked for again', async () => {
    const house = await aHouse(await fresh());
    const path = `/deals/${house.deal}/properties/${house.property}`;
    const once = await house.ask('PUT', path, { body: { status: 'proposed', push: 'now' } });

    house.clock.pass(60_000);
    const again = await house.ask('PUT', path, { body: { status: 'proposed', push: 'now' } });

    const { push: _, ...record } = once.body;
    expect(again).toMatchObject({ status: 200, body: record });
    expect(await house.pushes()).toHaveLength(1);
    expect(await house.announced()).toHaveLength(1);
  });

  it('holds a push at once in quiet hours, and names the time', async () => {
    const house = await aHouse(await fresh());
    house.clock.set('2026-11-23T22:00:00Z');

    const offered = await house.ask('PUT', `/deals/${house.deal}/properties/${house.property}`, {
      body: { status: 'proposed', push: 'now' },
    });

    expect(offered.body.push).toEqual({ at: '2026-11-24T07:00:00.000Z' });
    expect(await house.pushes()).toEqual([]);
    expect(await house.owed()).toMatchObject([{ dueAt: new Date('2026-11-24T07:00:00Z') }]);
  });

  it('bundles several offers into one message at the next time (rule 14)', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    for (let n = 0; n < 3; n++) {
      const property = (await aProperty(database, house.company)).id;
      const { body } = await house.ask('PUT', `/deals/${house.deal}/properties/${property}`, {
        body: { status: 'proposed' },
      });
      expect(body.push).toEqual({ at: '2026-11-23T16:00:00.000Z' });
    }

    expect(await house.pushes()).toEqual([]);
    expect(await house.owed()).toHaveLength(1);
    house.clock.set('2026-11-23T16:00:01Z');
    await house.bundle(house.contact);
    await house.bundle(house.contact);

    const pushes = await house.pushes();
    expect(pushes).toHaveLength(1);
    expect(JSON.stringify(pushes[0]?.message)).toContain('offer.arrivedMany');
  });

  it('tells everybody on the deal, once each', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    const other = await house.aClient();
    const deal = (await aDeal(database, house.company, { contacts: [house.contact, other] })).id;
    await house.ask('PUT', `/deals/${deal}/properties/${house.property}`, { body: { status: 'proposed' } });

    house.clock.set('2026-11-23T16:00:01Z');
    for (const contact of [house.contact, other]) await house.bundle(contact);

    expect(new Set((await house.pushes()).map(({ chatId }) => chatId)).size).toBe(2);
    expect(await house.pushes()).toHaveLength(2);
    expect(typesOf(await house.ask('GET', `/contacts/${other}/activities`))).toEqual(['property_offered']);
  });

  it('pushes nothing that was withdrawn meanwhile, and nothing while the portal is switched off', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    const path = `/deals/${house.deal}/properties/${house.property}`;
    await house.ask('PUT', path, { body: { status: 'proposed' } });

    await house.ask('PATCH', '/company', { body: { is_active: false } });
    house.clock.set('2026-11-23T16:00:01Z');
    await house.bundle(house.contact);
    const switchedOff = await house.pushes();
    await house.ask('PATCH', '/company', { body: { is_active: true } });
    const withdrawn = await house.ask('PUT', path, { body: { status: 'preselect' } });
    house.clock.set('2026-11-24T08:00:01Z');
    await house.bundle(house.contact);

    expect(switchedOff).toEqual([]);
    expect(withdrawn.body).toMatchObject({ status: 'preselect' });
    expect(withdrawn.body).not.toHaveProperty('push');
    expect(await house.pushes()).toEqual([]);
    expect((await house.owed()).map(({ dueAt }) => dueAt.toISOString())).toEqual([
      '2026-11-23T16:00:00.000Z',
      '2026-11-24T08:00:00.000Z',
    ]);
  });

  it('tells a client nothing of what is preselected', async () => {
    const house = await aHouse(await fresh());

    const moved = await house.ask('PUT', `/deals/${house.deal}/properties/${house.property}`, {
      body: { status: 'preselect', push: 'now' },
    });

    expect(moved.body).toMatchObject({ status: 'preselect', proposed_at: null });
    expect([await house.pushes(), await house.owed()]).toEqual([[], []]);
    expect(typesOf(await house.ask('GET', `/contacts/${house.contact}/activities`))).toEqual([]);
  });

  it('offers anew what a client had rejected', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    await anOffer(database, house.company, {
      deal: house.deal,
      property: house.property,
      status: 'rejected',
      rejectReasons: ['price'],
      openedAt: new Date('2026-11-21T10:00:00Z'),
    });

    const offered = await house.ask('PUT', `/deals/${house.deal}/properties/${house.property}`, {
      body: { status: 'proposed', push: 'now' },
    });

    expect(offered.body).toMatchObject({ status: 'proposed', opened_at: null, reject_reasons: [] });
    expect(await house.pushes()).toHaveLength(1);
  });

  it('refuses lanes that clients set, closed deals, deals clients don’t see, and homes that are gone', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    const { company, contact } = house;
    const sell = (await aDeal(database, company, { contacts: [contact], type: 'Sell' })).id;
    const won = (await aDeal(database, company, { contacts: [contact], status: 'won' })).id;
    const sold = (await aProperty(database, company, { status: 'sold' })).id;
    const put = async (deal: string, property: string, status: string) =>
      (await house.ask('PUT', `/deals/${deal}/properties/${property}`, { body: { status } })).status;

    expect(await put(house.deal, house.property, 'interested')).toBe(422);
    expect(await put(house.deal, house.property, 'pending')).toBe(422);
    expect(await put(sell, house.property, 'proposed')).toBe(409);
    expect(await put(won, house.property, 'proposed')).toBe(409);
    expect(await put(house.deal, sold, 'proposed')).toBe(409);
  });

  it('brings a card up to date when its property is sold', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    await house.ask('PUT', `/deals/${house.deal}/properties/${house.property}`, {
      body: { status: 'proposed', push: 'now' },
    });
    const [card] = await house.pushes();
    await database.systemScope(({ db }) =>
      db
        .update(deliveries)
        .set({ state: 'sent', platformId: '7' })
        .where(eq(deliveries.id, card?.id ?? newId<'delivery'>())),
    );

    await house.ask('PATCH', `/properties/${house.property}`, { body: { status: 'sold' } });

    expect((await house.pushes())[1]).toMatchObject({ editsDeliveryId: card?.id });
  });
});

describeOnOne('viewings', (fresh) => {
  it('confirms once: start, 45 minutes, one activity, one webhook, one push, in quiet hours too', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    const { id } = await aPending(database, house.company, house.contact, house.deal);
    house.clock.set('2026-11-23T22:00:00Z');

    const confirmed = await house.ask('POST', `/meetings/${id}/confirm`, { body: start });
    const again = await house.ask('POST', `/meetings/${id}/confirm`, { body: start });

    expect(confirmed).toMatchObject({
      status: 200,
      body: { status: 'confirmed', start_date: '2026-11-26T10:00:00.000Z', end_date: '2026-11-26T10:45:00.000Z' },
    });
    expect(again).toMatchObject({ status: 200, body: confirmed.body });
    expect(Compile(meetingSchema).Errors(confirmed.body)).toEqual([]);
    expect(typesOf(await house.ask('GET', `/contacts/${house.contact}/activities`))).toEqual(['viewing_confirmed']);
    expect(await house.announced()).toEqual(['meeting.status_changed']);
    expect(await house.pushes()).toMatchObject([
      { kind: 'viewing', rank: 1, message: { body: { is: 'event', isFile: true, event: { isCancelled: false } } } },
    ]);
  });

  it('refuses a start in the past and an end before the start', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    const { id } = await aPending(database, house.company, house.contact, house.deal);
    const confirm = async (body: object) =>
      (await house.ask('POST', `/meetings/${id}/confirm`, { body })).body.errors?.[0]?.field;

    expect(await confirm({ start_date: '2026-11-23T09:00:00Z' })).toBe('start_date');
    expect(await confirm({ start_date: 'tomorrow' })).toBe('start_date');
    expect(await confirm({ ...start, end_date: '2026-11-26T09:00:00Z' })).toBe('end_date');
    expect((await house.ask('GET', `/meetings/${id}`)).body.status).toBe('pending');
  });

  it('answers 409 with the current status where there is no such way, and tells nobody', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    const { id } = await aPending(database, house.company, house.contact, house.deal);
    const post = (deed: string, body: object = {}) => house.ask('POST', `/meetings/${id}/${deed}`, { body });

    expect(await post('complete')).toMatchObject({ status: 409, body: { current_status: 'pending' } });
    expect((await post('confirm', start)).status).toBe(200);
    expect(await post('reject', { reason: 'no' })).toMatchObject({
      status: 409,
      body: { current_status: 'confirmed' },
    });
    expect((await post('confirm', { start_date: '2026-11-27T10:00:00Z' })).status).toBe(409);
    expect(await post('cancel', { reason: 'The owner is ill' })).toMatchObject({
      status: 200,
      body: { status: 'cancelled', reason: 'The owner is ill' },
    });
    for (const [deed, body] of [
      ['confirm', start],
      ['reject', { reason: 'no' }],
      ['cancel', { reason: 'no' }],
      ['complete', {}],
    ] as const)
      expect(await post(deed, body)).toMatchObject({ status: 409, body: { current_status: 'cancelled' } });
    expect(typesOf(await house.ask('GET', `/contacts/${house.contact}/activities`))).toEqual([
      'viewing_cancelled',
      'viewing_confirmed',
    ]);
    // What was not sent yet gives way to what is so now.
    expect(await house.pushes()).toMatchObject([{ message: { body: { is: 'event', event: { isCancelled: true } } } }]);
  });

  it('goes on where the client who asked was erased: told to all who are left, and still to be cancelled after them', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    const others = [await house.aClient(), await house.aClient()];
    const deal = (await aDeal(database, house.company, { contacts: [...others, house.contact] })).id;
    const { id } = await aPending(database, house.company, house.contact, deal);
    const forget = (contact: ContactId) =>
      house.store.transaction(house.company, ({ erasure }) => erasure.erase(contact));
    const lines = () =>
      Promise.all(others.map(async (each) => typesOf(await house.ask('GET', `/contacts/${each}/activities`))));
    await forget(house.contact);

    const confirmed = await house.ask('POST', `/meetings/${id}/confirm`, { body: start });

    expect(confirmed).toMatchObject({ status: 200, body: { status: 'confirmed', contact_id: null } });
    expect(await lines()).toEqual([['viewing_confirmed'], ['viewing_confirmed']]);
    expect((await house.announced()).filter((event) => event === 'meeting.status_changed')).toHaveLength(1);
    for (const each of others) await forget(each);
    const cancelled = await house.ask('POST', `/meetings/${id}/cancel`, { body: { reason: 'Sold.' } });
    expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled' } });
  });

  it('rejects with a reason, which must be given', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    const { id } = await aPending(database, house.company, house.contact, house.deal);

    const silent = await house.ask('POST', `/meetings/${id}/reject`, { body: { reason: ' ' } });
    const rejected = await house.ask('POST', `/meetings/${id}/reject`, { body: { reason: 'Sold yesterday' } });

    expect(silent).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
    expect(rejected.body).toMatchObject({ status: 'rejected', reason: 'Sold yesterday' });
    expect(JSON.stringify((await house.pushes())[0]?.message)).toContain('Sold yesterday');
  });

  it('completes from the viewing’s day on in the company’s zone, once', async () => {
    const database = await fresh();
    const house = await aHouse(database, { timeZone: 'America/New_York' });
    const { id, offer } = await aPending(database, house.company, house.contact, house.deal);
    await house.ask('POST', `/meetings/${id}/confirm`, { body: { start_date: '2026-11-27T01:00:00Z' } });
    const complete = () => house.ask('POST', `/meetings/${id}/complete`);

    house.clock.set('2026-11-26T04:59:00Z');
    expect(await complete()).toMatchObject({ status: 409, body: { current_status: 'confirmed' } });
    house.clock.set('2026-11-26T05:00:00Z');
    expect(await complete()).toMatchObject({ status: 200, body: { status: 'completed' } });
    expect((await complete()).status).toBe(200);

    const [row] = await database.systemScope(({ db }) =>
      db.select().from(dealProperties).where(eq(dealProperties.id, offer)),
    );
    expect(row?.visitedAt?.toISOString()).toBe('2026-11-26T05:00:00.000Z');
    expect(typesOf(await house.ask('GET', `/deals/${house.deal}/activities`))).toEqual([
      'viewing_completed',
      'viewing_confirmed',
    ]);
  });

  it('lists by status and by day: the start, or the wishes where there is none', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    const one = (await aPending(database, house.company, house.contact, house.deal)).id;
    const two = (await aPending(database, house.company, house.contact, house.deal)).id;
    await house.ask('POST', `/meetings/${one}/confirm`, { body: { start_date: '2026-12-01T22:59:00Z' } });
    const listed = async (query: string) =>
      (await house.ask('GET', `/meetings?${query}`)).body.items.map(({ id }: { id: string }) => id);

    expect(await listed('')).toEqual([two, one]);
    expect(await listed('status=confirmed')).toEqual([one]);
    expect(await listed('from=2026-12-01&to=2026-12-01')).toEqual([one]);
    expect(await listed('from=2026-12-02')).toEqual([]);
    expect(await listed('to=2026-11-30')).toEqual([two]);
    expect(await listed('from=2026-12-01T22:59:00Z')).toEqual([one]);
    expect((await house.ask('GET', '/meetings?from=soon')).body.errors).toMatchObject([{ field: 'from' }]);
  });

  it('lets one of two agents win who decide at once', async () => {
    const database = await fresh();
    const house = await aHouse(database);
    const { id } = await aPending(database, house.company, house.contact, house.deal);

    const answers = await Promise.all([
      house.ask('POST', `/meetings/${id}/confirm`, { body: start }),
      house.ask('POST', `/meetings/${id}/reject`, { body: { reason: 'no' } }),
    ]);

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect((await house.ask('GET', `/contacts/${house.contact}/activities`)).body.items).toHaveLength(1);
  });
});
