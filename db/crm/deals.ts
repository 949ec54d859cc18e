import type { DealRecord } from '#core/crm/record.ts';
import type { Records } from '#core/crm/records.ts';
import type { ContactId, DealId } from '#core/ids.ts';
import { dealRecord } from '#db/api-records.ts';
import { and, asc, desc, eq, inArray } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { dealContacts, deals } from '#db/schema/schema.ts';
import { columnValues } from './column-values.ts';
import { below, sliceOf } from './slice-of.ts';
import { there } from './there.ts';

type Row = typeof deals.$inferSelect;

export function createDeals({ tx, newId }: PortNeeds): Records['deals'] {
  const { db } = tx;
  const own = eq(deals.companyId, tx.company);
  const byId = (id: DealId) =>
    db
      .select()
      .from(deals)
      .where(and(own, eq(deals.id, id)));

  async function recordsOf(rows: readonly Row[]): Promise<DealRecord[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const people = await db
      .select()
      .from(dealContacts)
      .where(and(eq(dealContacts.companyId, tx.company), inArray(dealContacts.dealId, ids)))
      .orderBy(asc(dealContacts.position), asc(dealContacts.id));
    const byDeal = Map.groupBy(people, ({ dealId }) => dealId);
    const contactsOf = (deal: DealId) => (byDeal.get(deal) ?? []).map(({ contactId }) => contactId);
    return rows.map((row) => dealRecord(row, contactsOf(row.id)));
  }

  const dealsOf = (contact: ContactId) =>
    db.select({ id: dealContacts.dealId }).from(dealContacts).where(eq(dealContacts.contactId, contact));

  const changed = (id: DealId, people: readonly ContactId[]) =>
    tx.nudge('problems', `deal-${id}`, ...people.map((contact) => `contact-${contact}` as const));

  async function putPeople(dealId: DealId, people: readonly ContactId[]): Promise<void> {
    await db.delete(dealContacts).where(eq(dealContacts.dealId, dealId));
    const rows = people.map((contactId, position) => ({
      id: newId<'deal contact'>(),
      companyId: tx.company,
      dealId,
      contactId,
      position,
    }));
    if (rows.length > 0) await db.insert(dealContacts).values(rows);
  }

  return {
    find: async (id) => (await recordsOf(await byId(id)))[0],
    take: async (id) => (await recordsOf(await byId(id).for('no key update')))[0],

    async list({ status, contact }, span) {
      const query = db
        .select()
        .from(deals)
        .where(
          and(
            own,
            status && eq(deals.status, status),
            contact && inArray(deals.id, dealsOf(contact)),
            below(deals.seq, span),
          ),
        );
      const { items, next } = sliceOf(await query.orderBy(desc(deals.seq)).limit(span.limit + 1), span);
      return { items: await recordsOf(items), next };
    },

    async add({ contacts, ...fresh }) {
      const id = newId<'deal'>();
      const values = columnValues(fresh) as typeof deals.$inferInsert;
      const rows = await db
        .insert(deals)
        .values({ ...values, id, companyId: tx.company })
        .returning();
      await putPeople(id, contacts);
      changed(id, contacts);
      return there(await recordsOf(rows));
    },

    async change(id, { contacts, ...fields }) {
      const values = columnValues(fields);
      if (Object.keys(values).length > 0)
        await db
          .update(deals)
          .set(values)
          .where(and(own, eq(deals.id, id)));
      if (contacts) await putPeople(id, contacts);
      const deal = there(await recordsOf(await byId(id)));
      changed(id, deal.contacts);
      return deal;
    },
  };
}
