import { expect, it } from 'vitest';
import { createCompany } from '#bots/admin/create-company.ts';
import { createNewId } from '#bots/new-id.ts';
import { createCompanies } from '#db/companies.ts';
import { connect } from '#db/connect.ts';
import { atTheEnd, newDatabaseUrl } from '#db/testing.ts';
import { seedDesk } from './seed-desk.ts';

it('gives the desk as many open requests as it says, and agreed ones beside them', async () => {
  const url = await newDatabaseUrl();
  const database = await connect({ databaseUrl: url });
  atTheEnd(() => database.close());
  const wanted = { slug: 'bench', name: 'Bench', adminEmail: 'admin@example.com' };
  await createCompany(createCompanies(database, createNewId()), wanted);

  await seedDesk(url, { contacts: 50, homes: 45, open: 24, agreed: 16 });

  const made = await database.systemScope((tx) =>
    tx.rows(`select status, count(*)::int as many, count(start_date)::int as agreed, count(proposed_start)::int as offered
      from meetings group by status order by status`),
  );
  expect(made).toEqual([
    { status: 'confirmed', many: 16, agreed: 16, offered: 0 },
    { status: 'pending', many: 24, agreed: 0, offered: 3 },
  ]);
});
