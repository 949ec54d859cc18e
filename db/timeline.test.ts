import { expect, it } from 'vitest';
import { byClient } from '#core/by.ts';
import type { Line } from '#core/timeline.ts';
import { anOffice } from './an-office.ts';
import { aCompany, aWebhook } from './builders.ts';
import type { Database } from './database.ts';
import { createStore } from './store.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';

describeOnBoth('the timeline', (fresh) => {
  const setUp = async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const { contact, deal, property } = office;
    const by = byClient({ contact, name: 'Carla Client' }, 'telegram');
    const line: Line = {
      type: 'verdict_interested',
      deal,
      property,
      title: 'Interested in House by the sea',
    };
    return { database, by, line, store: createStore(database, { clock: aClock(), newId }), ...office };
  };

  it('keeps a line, and owes no webhook where nobody asked for one', async () => {
    const { database, store, company, by, line } = await setUp();
    await aWebhook(database, (await aCompany(database)).id);

    await store.transaction(company, ({ timeline }) => timeline.add(by, line));

    expect(await owedOf(database)).toEqual([]);
    const lines = await database.systemScope(({ rows }) => rows('select type, title, actor_name from activities'));
    expect(lines).toEqual([{ type: line.type, title: line.title, actor_name: 'Carla Client' }]);
  });

  it('owes each webhook that wants the event the record as it is in this transaction', async () => {
    const { database, store, company, by, line, offer } = await setUp();
    const all = (await aWebhook(database, company)).id;
    const one = (await aWebhook(database, company, { events: ['deal_property.status_changed'] })).id;
    await aWebhook(database, company, { events: ['meeting.created'] });

    await store.transaction(company, ({ offers, timeline }) =>
      Promise.all([
        offers.change(offer, { status: 'interested' }),
        timeline.add(by, line, {
          event: 'deal_property.status_changed',
          record: offer,
          previous: { status: 'proposed' },
        }),
      ]),
    );

    const owed = await owedOf(database);
    expect(new Set(owed.map(({ webhook_id }) => webhook_id))).toEqual(new Set([all, one]));
    expect(owed[0]?.payload).toMatchObject({
      event: 'deal_property.status_changed',
      timestamp: '2026-11-23T10:00:00.000Z',
      data: { id: offer, status: 'interested' },
      previous_data: { status: 'proposed' },
      company_id: company,
    });
  });

  it('tells of the line itself where it has no event of its own', async () => {
    const { database, store, company, by, line } = await setUp();
    await aWebhook(database, company, { events: ['activity.created'] });

    await store.transaction(company, ({ timeline }) => timeline.add(by, { ...line, type: 'favourite_added' }));

    const [only] = await owedOf(database);
    expect(only?.payload).toMatchObject({
      event: 'activity.created',
      data: { type: 'favourite_added', actor: { kind: 'client', name: 'Carla Client' }, media: [] },
    });
  });

  it('owes nothing where the transaction fails', async () => {
    const { database, store, company, by, line } = await setUp();
    await aWebhook(database, company);

    const failing = store.transaction(company, async ({ timeline }) => {
      await timeline.add(by, line);
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await owedOf(database)).toEqual([]);
  });
});

const owedOf = (database: Database) =>
  database.systemScope(({ rows }) =>
    rows<{ webhook_id: string; payload: Record<string, unknown> }>(
      'select webhook_id, payload from webhook_deliveries',
    ),
  );
