import { expect, it } from 'vitest';
import type { CompanyId } from '#core/ids.ts';
import { aCompany, aContact } from './builders.ts';
import { getTableConfig, is, PgTable } from './drizzle.ts';
import * as schema from './schema/schema.ts';
import { describeOnBoth, newId } from './testing.ts';

const tables = Object.values(schema).filter((each) => is(each, PgTable));

describeOnBoth('row-level security', (fresh) => {
  it('guards every table of the schema', async () => {
    const database = await fresh();

    const guarded = await database.systemScope(({ rows }) =>
      rows<{ name: string }>(
        `select c.relname as name from pg_class c join pg_policy p on p.polrelid = c.oid
         where c.relrowsecurity and c.relforcerowsecurity`,
      ),
    );

    const names = tables.map((table) => getTableConfig(table).name).sort();
    expect(guarded.map(({ name }) => name).sort()).toEqual(names);
  });

  it('shows a company its own rows only, and none without a company', async () => {
    const database = await fresh();
    const one = (await aCompany(database)).id;
    const other = (await aCompany(database)).id;
    const contact = await aContact(database, one);
    const count = (company: CompanyId) =>
      database.transaction(company, async ({ rows }) => (await rows('select id from contacts')).length);

    expect(await count(one)).toBe(1);
    expect(await count(other)).toBe(0);
    expect(await count(newId<'company'>())).toBe(0);
    expect(await count('' as CompanyId)).toBe(0);

    const changed = await database.transaction(other, ({ rows }) =>
      rows("update contacts set first_name = 'Mine' where id = $1 returning id", [contact.id]),
    );
    expect(changed).toHaveLength(0);
  });

  it('lets nobody write a row of another company', async () => {
    const database = await fresh();
    const one = (await aCompany(database)).id;
    const other = (await aCompany(database)).id;

    const intruding = database.transaction(one, async ({ write }) =>
      write("insert into users (id, company_id, name, email, role) values ($1, $2, 'X', 'x@x.test', 'Admin')", [
        newId(),
        other,
      ]),
    );

    await expect(intruding).rejects.toThrow(/row-level security/);
  });

  it('keeps nothing of a transaction for the next one on the same connection', async () => {
    const database = await fresh();
    const one = (await aCompany(database)).id;

    await database.systemScope(({ rows }) => rows('select 1'));
    const seen = await database.transaction(newId<'company'>(), ({ rows }) => rows('select id from companies'));

    expect(seen).toHaveLength(0);
    expect(await database.transaction(one, ({ rows }) => rows('select id from companies'))).toHaveLength(1);
  });
});
