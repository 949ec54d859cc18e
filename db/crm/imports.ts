import type { PropertyId } from '#core/ids.ts';
import type { ImportId, ImportRecord, Imports } from '#core/imports/imports.ts';
import { propertyRecord } from '#db/api-records.ts';
import { and, desc, eq, inArray, sql } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { imports, properties } from '#db/schema/schema.ts';
import { columnValues } from './column-values.ts';

const INTERRUPTED = `
  update imports set state = 'interrupted', ended_at = heard_at
  where company_id = $1 and state = 'under_way' and heard_at < now() - $2::float8 * interval '1 second'`;
const BEGIN = `
  insert into imports (id, company_id, user_id, is_trial) values ($1, $2, $3, $4)
  on conflict (company_id) where state = 'under_way' do nothing returning id`;
/** Those that a feed which no longer has them ends. */
const STANDING = "('active', 'reserved')";
const LEFT_OVER = `
  select count(*)::int as active,
    count(*) filter (where import_id <> $2 and (reference is null or reference <> all($3::text[])))::int as missing
  from properties where company_id = $1 and import_id is not null and status in ${STANDING}`;
const MISSING = `
  select id from properties where company_id = $1 and import_id is not null and import_id <> $2 and status in ${STANDING}
  order by seq limit $3`;
const MARK =
  'update properties set import_id = $3 where company_id = $1 and id = any($2::uuid[]) and import_id is distinct from $3';

/** Those of the office begin here: behind any that a feed may have. */
const OWN_FROM = 1000;
const WANTED = 'jsonb_to_recordset($2::text::jsonb) as w(property uuid, url text, sort int)';
const HOMES = '(select (each->>0)::uuid from jsonb_array_elements($3::text::jsonb) each)';
const PHOTOS = [
  `update media m set owner_kind = 'nothing' where m.company_id = $1 and m.owner_kind = 'property' and m.owner_id in ${HOMES}
     and m.source_url is not null and not exists (select 1 from ${WANTED} where w.property = m.owner_id and w.url = m.source_url)`,
  `delete from photo_fetches f where f.company_id = $1 and f.property_id in ${HOMES}
     and not exists (select 1 from ${WANTED} where w.property = f.property_id and w.url = f.url)`,
  `update media m set sort = w.sort from ${WANTED}
   where m.company_id = $1 and m.owner_kind = 'property' and m.owner_id = w.property and m.source_url = w.url
     and m.sort <> w.sort and m.owner_id in ${HOMES}`,
  `update media m set sort = m.sort + ${OWN_FROM} where m.company_id = $1 and m.owner_kind = 'property' and m.source_url is null
     and m.sort < ${OWN_FROM} and m.owner_id in (select w.property from ${WANTED}) and m.owner_id in ${HOMES}`,
];
const OWE = `
  insert into photo_fetches (id, company_id, property_id, url, sort)
  select gen_random_uuid(), $1, w.property, w.url, w.sort from ${WANTED}
  where not exists (
    select 1 from media m where m.company_id = $1 and m.owner_kind = 'property' and m.owner_id = w.property
      and m.source_url = w.url)
  on conflict (property_id, url) do update set sort = excluded.sort, state = 'queued', attempts = 0,
    due_at = case when photo_fetches.state = 'failed' then now() else photo_fetches.due_at end
  returning id`;

export function createImports({ tx, newId }: PortNeeds): Imports {
  const { db, company } = tx;
  const own = eq(imports.companyId, company);
  const set = (id: ImportId, values: object) =>
    db
      .update(imports)
      .set(values)
      .where(and(own, eq(imports.id, id)));
  const endQuiet = (seconds: number) => tx.write(INTERRUPTED, [company, seconds]);

  return {
    async begin(by, isTrial, quietSeconds) {
      endQuiet(quietSeconds);
      const id = newId<'import'>();
      tx.nudge('imports');
      return (await tx.rows(BEGIN, [id, company, by, isTrial])).length > 0 ? id : undefined;
    },
    async note(id, report) {
      await set(id, { ...columnValues(report), heardAt: sql`now()` });
      tx.nudge('imports');
    },
    async end(id, state, report) {
      await set(id, { ...columnValues(report), state, heardAt: sql`now()`, endedAt: sql`now()` });
      tx.nudge('imports');
    },

    async find(id, quietSeconds) {
      endQuiet(quietSeconds);
      const [row] = await db
        .select()
        .from(imports)
        .where(and(own, eq(imports.id, id)));
      return row && recordOf(row);
    },
    async list(limit, quietSeconds) {
      endQuiet(quietSeconds);
      return (await db.select().from(imports).where(own).orderBy(desc(imports.seq)).limit(limit)).map(recordOf);
    },

    async withReferences(references) {
      const found = await db
        .select()
        .from(properties)
        .where(and(eq(properties.companyId, company), inArray(properties.reference, [...references])))
        // The last one of a reference is what stays in the map: the oldest imported one.
        .orderBy(sql`${properties.importId} is not null`, desc(properties.seq))
        .for('no key update');
      return new Map(found.map((row) => [row.reference ?? '', propertyRecord(row)]));
    },

    mark: async (all, id) => tx.write(MARK, [company, all, id]),
    async leftOver(id, read) {
      const [count] = await tx.rows<{ missing: number; active: number }>(LEFT_OVER, [company, id, read]);
      return count ?? { missing: 0, active: 0 };
    },
    someMissing: async (id, limit) =>
      (await tx.rows<{ id: PropertyId }>(MISSING, [company, id, limit])).map((row) => row.id),

    async photos(all) {
      const wanted = all.flatMap(({ property, urls }) => urls.map((url, sort) => ({ property, url, sort })));
      const [homes, json] = [all.map(({ property }) => [property]), wanted].map((each) => JSON.stringify(each));
      for (const statement of PHOTOS) await tx.rows(statement, [company, json, homes]);
      const owed = await tx.rows(OWE, [company, json]);
      if (owed.length > 0) tx.wake('owed');
      return owed.length;
    },
  };
}

const recordOf = (row: typeof imports.$inferSelect): ImportRecord => ({
  id: row.id,
  state: row.state,
  dry_run: row.isTrial,
  user_id: row.userId,
  read: row.read,
  added: row.added,
  changed: row.changed,
  unchanged: row.unchanged,
  closed: row.closed,
  not_closed: row.notClosed,
  photos: row.photos,
  refused: row.refused,
  refusals: row.refusals,
  created_at: row.createdAt.toISOString(),
  ended_at: row.endedAt?.toISOString() ?? null,
});
