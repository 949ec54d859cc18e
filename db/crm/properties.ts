import type { PropertyRecord } from '#core/crm/record.ts';
import type { Records } from '#core/crm/records.ts';
import type { PropertyId } from '#core/ids.ts';
import { propertyRecord } from '#db/api-records.ts';
import { and, asc, desc, eq, inArray, max } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { media, properties } from '#db/schema/schema.ts';
import { columnValues } from './column-values.ts';
import { below, sliceOf } from './slice-of.ts';
import { tesoroReference } from './tesoro-reference.ts';
import { there } from './there.ts';

type Row = typeof properties.$inferSelect;

export function createProperties({ tx, newId }: PortNeeds): Records['properties'] {
  const { db } = tx;
  const own = eq(properties.companyId, tx.company);
  const byId = (id: PropertyId) =>
    db
      .select()
      .from(properties)
      .where(and(own, eq(properties.id, id)));
  const filesOf = (ids: readonly string[]) =>
    and(eq(media.companyId, tx.company), eq(media.ownerKind, 'property'), inArray(media.ownerId, [...ids]));

  async function recordsOf(rows: readonly Row[]): Promise<PropertyRecord[]> {
    if (rows.length === 0) return [];
    const files = await db
      .select()
      .from(media)
      .where(filesOf(rows.map(({ id }) => id)))
      .orderBy(asc(media.sort), asc(media.seq));
    const byOwner = Map.groupBy(files, ({ ownerId }) => ownerId);
    return rows.map((row) => propertyRecord(row, byOwner.get(row.id) ?? []));
  }
  const change: Records['properties']['change'] = async (id, fields) => {
    tx.nudge(`property-${id}`);
    const values = columnValues(fields);
    if (Object.keys(values).length > 0)
      await db
        .update(properties)
        .set(values)
        .where(and(own, eq(properties.id, id)));
    return there(await recordsOf(await byId(id)));
  };

  return {
    find: async (id) => (await recordsOf(await byId(id)))[0],
    take: async (id) => (await recordsOf(await byId(id).for('no key update')))[0],

    async list(_, span) {
      const query = db
        .select()
        .from(properties)
        .where(and(own, below(properties.seq, span)));
      const { items, next } = sliceOf(await query.orderBy(desc(properties.seq)).limit(span.limit + 1), span);
      return { items: await recordsOf(items), next };
    },

    async add(fresh) {
      const id = newId<'property'>();
      const values = columnValues(fresh) as typeof properties.$inferInsert;
      const row = { ...values, id, companyId: tx.company, tesoroReference: tesoroReference(id) };
      return there(await recordsOf(await db.insert(properties).values(row).returning()));
    },

    change,

    async addFiles(property, files) {
      tx.nudge(`property-${property}`);
      const [last] = await db
        .select({ sort: max(media.sort) })
        .from(media)
        .where(filesOf([property]));
      const first = (last?.sort ?? -1) + 1;
      const rows = files.map((file, index) => ({
        ...file,
        companyId: tx.company,
        ownerKind: 'property' as const,
        ownerId: property,
        sort: first + index,
      }));
      if (rows.length > 0) await db.insert(media).values(rows);
    },
  };
}
