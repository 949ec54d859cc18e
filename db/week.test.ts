import { expect, it } from 'vitest';
import { showWeek } from '#core/crm/show-week.ts';
import { anOffice } from './an-office.ts';
import { aUser } from './builders.ts';
import { crmPorts } from './crm/crm-ports.ts';
import type { Database } from './database.ts';
import { createStore } from './store.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';

/** More than a list shows at a time. */
const MANY = 501;

describeOnBoth('the week', (fresh) => {
  const setUp = async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const user = await aUser(database, office.company);
    const clock = aClock();
    const store = createStore(database, { clock, newId }, crmPorts);
    const week = (day: string) =>
      store.transaction(office.company, (kept) =>
        showWeek({ ...kept, clock }, { id: user.id, name: user.name, role: 'Admin' }, 'office', day),
      );
    const asked = async (day: string) =>
      (await week(day)).flatMap(({ entries }) => entries).map(({ id, date, is, start }) => ({ id, date, is, start }));
    return { database, store, clock, asked, ...office };
  };

  const fill = (database: Database, text: string, values: readonly string[]) =>
    database.systemScope(({ rows }) => rows(text, [...values]));

  it('shows what is asked for, whatever else waits before it, and only on the days that are wished for in it', async () => {
    const { database, store, clock, asked, company, offer, deal, property, contact } = await setUp();
    const wishes = [
      { date: '2026-11-26', partOfDay: 'morning' },
      { date: '2026-12-02', partOfDay: 'evening' },
    ] as const;
    await fill(
      database,
      `insert into contacts (id, company_id, kind, first_name, last_name, email, new_since)
       select gen_random_uuid(), $1::uuid, 'lead', 'First', 'Last', 'mail' || n || '@client.test', '2026-11-20T10:00:00Z'
       from generate_series(1, ${MANY}) n`,
      [company],
    );
    const viewing = await store.transaction(company, ({ viewings }) =>
      viewings.request({ offer, deal, property, contact, wishes }, clock.now()),
    );

    const [first, next, last] = [await asked('2026-11-23'), await asked('2026-12-01'), await asked('2026-12-09')];

    const entry = { id: viewing?.id, is: 'asked' };
    expect(first).toEqual([{ ...entry, date: '2026-11-26', start: expect.any(Date) }]);
    expect(next).toEqual([{ ...entry, date: '2026-12-02', start: expect.any(Date) }]);
    expect(last).toEqual([]);
  });

  it('shows every viewing that is asked for, however many are', async () => {
    const { database, asked, company, property, contact } = await setUp();
    await fill(
      database,
      `with made as (
         insert into deals (id, company_id, name, type)
         select gen_random_uuid(), $1::uuid, 'Deal ' || n, 'Buy' from generate_series(1, ${MANY}) n returning id)
       insert into meetings (id, company_id, deal_id, property_id, contact_id, status, preferred_dates, ics_uid)
       select gen_random_uuid(), $1::uuid, id, $2::uuid, $3::uuid, 'pending',
         '[{ "date": "2026-11-26", "part_of_day": "morning" }]', 'x' from made`,
      [company, property, contact],
    );

    const shown = await asked('2026-11-23');

    expect(new Set(shown.map(({ id }) => id)).size).toBe(MANY);
  });
});
