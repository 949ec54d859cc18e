import type { SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { ContactFilter, Records } from '#core/crm/records.ts';
import type { ContactId } from '#core/ids.ts';
import { contactRecord } from '#db/api-records.ts';
import { and, desc, eq, or, sql } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { contacts } from '#db/schema/schema.ts';
import { columnValues } from './column-values.ts';
import { below, sliceOf } from './slice-of.ts';
import { there } from './there.ts';

type Row = typeof contacts.$inferSelect;
const maybe = (row: Row | undefined) => row && contactRecord(row);

export function createContacts({ tx, newId }: PortNeeds): Records['contacts'] {
  const { db } = tx;
  const own = eq(contacts.companyId, tx.company);
  const byId = (id: ContactId) =>
    db
      .select()
      .from(contacts)
      .where(and(own, eq(contacts.id, id)));

  return {
    find: async (id) => maybe((await byId(id))[0]),
    take: async (id) => maybe((await byId(id).for('no key update'))[0]),

    async list(filter, span) {
      const query = db
        .select()
        .from(contacts)
        .where(and(own, below(contacts.seq, span), ...conditions(filter)));
      const { items, next } = sliceOf(await query.orderBy(desc(contacts.seq)).limit(span.limit + 1), span);
      return { items: items.map(contactRecord), next };
    },

    async add(fresh) {
      const values = columnValues(fresh) as typeof contacts.$inferInsert;
      const row = { ...values, id: newId<'contact'>(), companyId: tx.company };
      tx.nudge('waits', `contact-${row.id}`);
      return contactRecord(there(await db.insert(contacts).values(row).returning()));
    },

    async change(id, change) {
      tx.nudge('waits', 'problems', `contact-${id}`);
      const values = columnValues(change);
      if (Object.keys(values).length > 0)
        await db
          .update(contacts)
          .set(values)
          .where(and(own, eq(contacts.id, id)));
      return contactRecord(there(await byId(id)));
    },
  };
}

/** Every word of `q` begins a name or the e-mail. */
function conditions({ kind, email, q }: ContactFilter): (SQL | undefined)[] {
  const keys = [contacts.firstNameKey, contacts.lastNameKey, contacts.emailKey];
  return [
    kind && eq(contacts.kind, kind),
    email === undefined ? undefined : sql`${contacts.emailKey} = lower(${email}::text)`,
    ...(q ?? '')
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => or(...keys.map((key) => begins(key, word)))),
  ];
}

/** As a range of bytes: under row-level security an index serves only leakproof conditions, which LIKE is not. */
const begins = (key: PgColumn, prefix: string): SQL =>
  sql`(${key} ~>=~ lower(${prefix}::text) and ${key} ~<=~ (lower(${prefix}::text) || ${'\u{10ffff}'}::text))`;
