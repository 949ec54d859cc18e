import { expect, it } from 'vitest';
import type { OfferId } from '#core/ids.ts';
import { groupOf } from '#core/offers/group-of.ts';
import type { Group } from '#core/offers/groups.ts';
import { GROUPS } from '#core/offers/groups.ts';
import type { OfferStatus } from '#core/offers/offer.ts';
import { anOffice } from './an-office.ts';
import { aCompany, aContact, aDeal, anOffer, aPhoto, aProperty } from './builders.ts';
import { createStore } from './store.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';

const STATUSES: readonly OfferStatus[] = [
  'preselect',
  'rejected_by_agent',
  'proposed',
  'pending',
  'interested',
  'rejected',
  'approved',
];

describeOnBoth('offers', (fresh) => {
  const setUp = async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const clock = aClock();
    return { database, clock, store: createStore(database, { clock, newId }), ...office };
  };

  it('stand in exactly one group each, the one that the core names, and the counts agree', async () => {
    const { database, store, company, contact, deal, clock } = await setUp();
    for (const status of STATUSES)
      for (const visitedAt of [null, new Date()])
        await anOffer(database, company, {
          deal,
          property: (await aProperty(database, company)).id,
          status,
          visitedAt,
        });

    const { counts, lists } = await store.transaction(company, async ({ offers }) => ({
      counts: await offers.count(contact, clock.now()),
      lists: await Promise.all(GROUPS.map(async (group) => ({ group, page: await offers.list(contact, group, 0) }))),
    }));

    for (const { group, page } of lists) {
      expect(page.total, group).toBe(counts[group]);
      expect(page.items.map(groupOf)).toEqual(page.items.map(() => group));
    }
    const shown = lists.flatMap(({ page }) => page.items.map(({ id }) => id));
    expect(new Set(shown).size).toBe(11);
    expect(counts).toMatchObject({ toRate: 3, interested: 1, rejected: 2, visited: 3, approved: 2, new: 3 });
  });

  it('are the contact’s own, in deals to buy or rent, whatever became of the deal', async () => {
    const { database, store, company, contact, offer } = await setUp();
    const property = (await aProperty(database, company)).id;
    const make = async (some: Parameters<typeof aDeal>[2]) =>
      (await anOffer(database, company, { deal: (await aDeal(database, company, some)).id, property })).id;
    const won = await make({ contacts: [contact], status: 'won', type: 'Rent' });
    const selling = await make({ contacts: [contact], type: 'Sell' });
    const foreign = await make({ contacts: [(await aContact(database, company)).id] });
    const other = (await aCompany(database)).id;
    const find = (id: OfferId, within = company) => store.transaction(within, ({ offers }) => offers.find(contact, id));

    expect(await find(offer)).toMatchObject({ id: offer, deal: { status: 'open' } });
    expect(await find(won)).toMatchObject({ id: won, deal: { status: 'won', type: 'Rent' } });
    expect(await find(selling)).toBeUndefined();
    expect(await find(foreign)).toBeUndefined();
    expect(await find(offer, other)).toBeUndefined();
    expect(await find(newId<'offer'>())).toBeUndefined();
    expect(await store.transaction(company, ({ offers }) => offers.around(contact))).toMatchObject({
      severalDeals: true,
    });
  });

  it('show what clients may see, photos in their order, and nothing internal', async () => {
    const { database, store, company, contact, deal } = await setUp();
    const property = (
      await aProperty(database, company, {
        features: { pool: true, lift: false, garden: true },
        internalNotes: 'secret',
        ownerNetPrice: 1,
        energyRating: { consumption: 'A', emissions: null },
      })
    ).id;
    const last = (await aPhoto(database, company, { property, sort: 2 })).id;
    const first = (await aPhoto(database, company, { property, sort: 1 })).id;
    const offer = (await anOffer(database, company, { deal, property })).id;

    const found = await store.transaction(company, ({ offers }) => offers.find(contact, offer));

    expect(found?.property).toMatchObject({
      photos: [first, last],
      features: expect.arrayContaining(['pool', 'garden']),
      city: 'Altea',
      price: 350000,
      energyRating: { consumption: 'A', emissions: null },
    });
    expect(JSON.stringify(found)).not.toMatch(/secret|Calle Mayor|net/i);
  });

  it('come a page at a time, newest first', async () => {
    const { database, store, company, contact, deal } = await setUp();
    const ids: OfferId[] = [];
    for (let day = 1; day <= 7; day++) {
      const property = (await aProperty(database, company)).id;
      const proposedAt = new Date(Date.UTC(2026, 10, day));
      ids.unshift((await anOffer(database, company, { deal, property, proposedAt, favourite: true })).id);
    }
    const page = (number: number) =>
      store.transaction(company, ({ offers }) => offers.list(contact, 'favourites', number));

    const [first, second, third] = [await page(0), await page(1), await page(2)];

    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect([first.total, first.more, second.more]).toEqual([7, true, false]);
    expect(third).toEqual({ items: [], total: 7, more: false });
  });

  it('change on one tap at a time', async () => {
    const { store, company, contact, offer } = await setUp();
    const taps = Array.from({ length: 8 }, () =>
      store.transaction(company, async ({ offers }) => {
        const found = await offers.find(contact, offer);
        if (found?.status === 'interested') return false;
        await offers.change(offer, { status: 'interested', verdictAt: new Date() });
        return true;
      }),
    );

    expect((await Promise.all(taps)).filter(Boolean)).toHaveLength(1);
  });

  it('are pushed once, and again when they are offered anew', async () => {
    const { database, store, company, contact, deal, clock } = await setUp();
    const property = (await aProperty(database, company)).id;
    const waiting = (await anOffer(database, company, { deal, property, pushedAt: null })).id;
    const take = async () =>
      (await store.transaction(company, ({ offers }) => offers.takeUnpushed(contact))).map(({ id }) => id);

    expect((await Promise.all([take(), take()])).flat()).toEqual([waiting]);
    expect(await take()).toEqual([]);

    await store.transaction(company, ({ offers }) =>
      offers.change(waiting, { status: 'proposed', proposedAt: clock.now() }),
    );
    expect(await take()).toEqual([waiting]);
  });

  it('count upcoming viewings and ratings too', async () => {
    const { database, store, company, contact, deal, offer, property, clock } = await setUp();
    await store.transaction(company, async ({ viewings }) => {
      const viewing = await viewings.request(
        { offer, deal, property, contact, wishes: [{ date: '2026-11-26', partOfDay: 'any' }] },
        clock.now(),
      );
      if (!viewing) throw new Error('none');
      const start = new Date('2026-11-26T10:00:00Z');
      await viewings.change(viewing.id, ['pending'], { status: 'confirmed', start }, { name: 'Ana' }, clock.now());
    });
    await database.systemScope(({ rows }) => rows('update deal_properties set rating = 4'));

    const before = await store.transaction(company, ({ offers }) => offers.count(contact, clock.now()));
    const after = await store.transaction(company, ({ offers }) =>
      offers.count(contact, new Date('2026-11-27T10:00:00Z')),
    );

    expect(before).toMatchObject({ upcoming: 1, ratings: 1, new: 1 } satisfies Partial<Record<Group | string, number>>);
    expect(after.upcoming).toBe(0);
  });
});
