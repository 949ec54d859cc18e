import type { Records } from '#core/crm/records.ts';
import type { UserId } from '#core/ids.ts';
import { userRecord } from '#db/api-records.ts';
import { and, asc, desc, eq, sql } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { users } from '#db/schema/schema.ts';
import { columnValues } from './column-values.ts';
import { below, sliceOf } from './slice-of.ts';
import { there } from './there.ts';

type Row = typeof users.$inferSelect;
const maybe = (row: Row | undefined) => row && userRecord(row);

export function createUsers({ tx, newId }: PortNeeds): Records['users'] {
  const { db } = tx;
  const own = eq(users.companyId, tx.company);
  const byId = (id: UserId) =>
    db
      .select()
      .from(users)
      .where(and(own, eq(users.id, id)));

  return {
    find: async (id) => maybe((await byId(id))[0]),
    take: async (id) => maybe((await byId(id).for('no key update'))[0]),

    async list(_, span) {
      const query = db
        .select()
        .from(users)
        .where(and(own, below(users.seq, span)));
      const { items, next } = sliceOf(await query.orderBy(desc(users.seq)).limit(span.limit + 1), span);
      return { items: items.map(userRecord), next };
    },

    async add(fresh) {
      tx.nudge('settings');
      const values = {
        id: newId<'user'>(),
        companyId: tx.company,
        ...columnValues(fresh),
      } as typeof users.$inferInsert;
      return userRecord(there(await db.insert(users).values(values).returning()));
    },

    async change(id, change) {
      tx.nudge('settings', 'problems');
      const values = columnValues(change);
      if (Object.keys(values).length > 0)
        await db
          .update(users)
          .set(values)
          .where(and(own, eq(users.id, id)));
      return userRecord(there(await byId(id)));
    },

    async withEmail(email) {
      await tx.rows('select pg_advisory_xact_lock(hashtextextended($1 || lower($2), 1))', [tx.company, email]);
      const same = sql`lower(${users.email}) = lower(${email}::text)`;
      return maybe((await db.select().from(users).where(and(own, same)))[0]);
    },

    async setLook(id, look) {
      tx.nudge('settings');
      const values = columnValues(look);
      if (Object.keys(values).length > 0)
        await db
          .update(users)
          .set(values)
          .where(and(own, eq(users.id, id)));
    },

    async activeAdmins() {
      const rows = await db
        .select({ id: users.id })
        .from(users)
        .where(and(own, eq(users.role, 'Admin'), eq(users.status, 'Active')))
        .orderBy(asc(users.id))
        .for('no key update');
      return rows.map(({ id }) => id as UserId);
    },
  };
}
