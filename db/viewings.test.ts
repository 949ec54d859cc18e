import { expect, it } from 'vitest';
import { anOffice } from './an-office.ts';
import { aContact, aDeal, anOffer, aProperty, aUser } from './builders.ts';
import { createStore } from './store.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';

describeOnBoth('viewings', (fresh) => {
  const setUp = async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const clock = aClock();
    const { offer, deal, property, contact } = office;
    const wanted = { offer, deal, property, contact, wishes: [{ date: '2026-11-26', partOfDay: 'morning' as const }] };
    return { database, clock, store: createStore(database, { clock, newId }), wanted, ...office };
  };

  it('are open once, however many ask at once', async () => {
    const { store, company, wanted, clock, database } = await setUp();

    const asked = Array.from({ length: 20 }, () =>
      store.transaction(company, ({ viewings }) => viewings.request(wanted, clock.now())),
    );
    const opened = (await Promise.all(asked)).filter((viewing) => viewing !== undefined);

    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({ status: 'pending', preferredDates: wanted.wishes, street: 'Calle Mayor 1' });
    const open = await store.transaction(company, ({ viewings }) => viewings.ongoingOf(wanted.deal, wanted.property));
    expect(open?.id).toBe(opened[0]?.id);
    expect(await database.systemScope(({ rows }) => rows('select id from meetings'))).toHaveLength(1);
  });

  it('are owned by the deal’s user, else the contact’s, else the first admin', async () => {
    const { store, company, clock, database } = await setUp();
    const admin = (await aUser(database, company)).id;
    const [dealt, own] = [(await aUser(database, company)).id, (await aUser(database, company)).id];
    const ownerOf = async (ofDeal: typeof dealt | null, ofContact: typeof own | null) => {
      const contact = (await aContact(database, company, { assignedTo: ofContact })).id;
      const deal = (await aDeal(database, company, { contacts: [contact], assignedTo: ofDeal })).id;
      const property = (await aProperty(database, company)).id;
      const offer = (await anOffer(database, company, { deal, property })).id;
      const viewing = await store.transaction(company, ({ viewings }) =>
        viewings.request({ offer, deal, property, contact, wishes: [] }, clock.now()),
      );
      return viewing?.owner;
    };

    expect(await ownerOf(dealt, own)).toBe(dealt);
    expect(await ownerOf(null, own)).toBe(own);
    expect(await ownerOf(null, null)).toBe(admin);
  });

  it('show clients an agent without a name of their own as the office', async () => {
    const { store, company, wanted, clock, database, contact } = await setUp();
    const admin = { name: 'sanne', email: 'sanne@casa.test', role: 'Admin' } as const;
    await aUser(database, company, admin);
    const [office] = await database.systemScope(({ rows }) => rows<{ name: string }>('select name from companies'));

    const viewing = await store.transaction(company, ({ viewings }) => viewings.request(wanted, clock.now()));
    const found = await store.transaction(company, ({ viewings }) => viewings.all(contact));

    expect([viewing, ...found].map((each) => each?.agent?.name)).toEqual([office?.name, office?.name]);
  });

  it('change from the states that are named only, and note who did it', async () => {
    const { store, company, wanted, clock, database, contact } = await setUp();
    const viewing = await store.transaction(company, ({ viewings }) => viewings.request(wanted, clock.now()));
    if (!viewing) throw new Error('none');
    const start = new Date('2026-11-26T10:00:00Z');
    const confirm = () =>
      store.transaction(company, ({ viewings }) =>
        viewings.change(viewing.id, ['pending'], { status: 'confirmed', start }, { name: 'Ana' }, clock.now()),
      );

    const confirmed = await Promise.all(Array.from({ length: 8 }, confirm));
    const cancelled = await store.transaction(company, ({ viewings }) =>
      viewings.change(viewing.id, ['confirmed'], { status: 'cancelled', reason: 'Sold' }, { name: 'Ana' }, clock.now()),
    );

    expect([confirmed.filter(Boolean).length, cancelled]).toEqual([1, true]);
    const found = await store.transaction(company, ({ viewings }) => viewings.find(contact, viewing.id));
    expect(found).toMatchObject({ status: 'cancelled', start, reason: 'Sold' });
    const [row] = await database.systemScope(({ rows }) => rows('select history, ics_sequence from meetings'));
    expect(row).toMatchObject({
      ics_sequence: 2,
      history: [
        { by: 'Carla Client', from: null, to: 'pending' },
        { by: 'Ana', from: 'pending', to: 'confirmed', start_date: start.toISOString() },
        { by: 'Ana', from: 'confirmed', to: 'cancelled', reason: 'Sold' },
      ],
    });
  });

  it('stand in one tab each, and are found by those on the deal only', async () => {
    const { store, company, database, contact, deal, clock } = await setUp();
    const starts = { past: new Date('2026-11-20T10:00:00Z'), soon: new Date('2026-11-26T10:00:00Z') };
    const states = [
      ['pending', undefined],
      ['confirmed', starts.soon],
      ['confirmed', starts.past],
      ['completed', starts.past],
      ['cancelled', undefined],
      ['rejected', undefined],
    ] as const;
    for (const [status, start] of states) {
      const property = (await aProperty(database, company)).id;
      const offer = (await anOffer(database, company, { deal, property })).id;
      await store.transaction(company, async ({ viewings }) => {
        const viewing = await viewings.request({ offer, deal, property, contact, wishes: [] }, clock.now());
        if (viewing && status !== 'pending')
          await viewings.change(
            viewing.id,
            ['pending'],
            { status, ...(start ? { start } : {}) },
            { name: 'Ana' },
            clock.now(),
          );
      });
    }
    const list = (tab: 'upcoming' | 'recent' | 'unconfirmed') =>
      store.transaction(company, ({ viewings }) => viewings.list(contact, tab, 0, clock.now()));

    const [upcoming, recent, unconfirmed] = [await list('upcoming'), await list('recent'), await list('unconfirmed')];

    expect(upcoming.items.map(({ status, start }) => [status, start])).toEqual([['confirmed', starts.soon]]);
    expect(unconfirmed.items.map(({ status }) => status)).toEqual(['pending']);
    expect(recent.items.map(({ status }) => status).sort()).toEqual([
      'cancelled',
      'completed',
      'confirmed',
      'rejected',
    ]);
    const count = (whose: typeof contact) =>
      store.transaction(company, ({ viewings }) => viewings.count(whose, clock.now()));
    expect(await count(contact)).toEqual({ upcoming: 1, recent: 4, unconfirmed: 1 });
    const stranger = (await aContact(database, company)).id;
    expect(await count(stranger)).toEqual({ upcoming: 0, recent: 0, unconfirmed: 0 });
    const [first] = upcoming.items;
    if (!first) throw new Error('none');
    const found = await store.transaction(company, ({ viewings }) => viewings.find(stranger, first.id));
    expect(found).toBeUndefined();
    expect(await store.transaction(company, ({ viewings }) => viewings.get(first.id))).toMatchObject({ id: first.id });
  });
});
