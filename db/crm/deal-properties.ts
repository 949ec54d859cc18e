import type { DealPropertyRecord } from '#core/crm/record.ts';
import type { DealProperties } from '#core/crm/records.ts';
import type { DealId, PropertyId } from '#core/ids.ts';
import { dealPropertyRecord } from '#db/api-records.ts';
import { and, desc, eq } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { dealProperties } from '#db/schema/schema.ts';
import { columnValues } from './column-values.ts';
import { below, sliceOf } from './slice-of.ts';
import { there } from './there.ts';

const recordOf = (row: typeof dealProperties.$inferSelect) => dealPropertyRecord(row) as DealPropertyRecord;

const UNJUDGED = { openedAt: null, verdictAt: null, rejectReasons: [], rejectText: null };

export function createDealProperties({ tx, newId }: PortNeeds): DealProperties {
  const { db } = tx;
  const own = eq(dealProperties.companyId, tx.company);
  const pair = (deal: DealId, property: PropertyId) =>
    and(own, eq(dealProperties.dealId, deal), eq(dealProperties.propertyId, property));

  return {
    async of(property) {
      const rows = await db
        .select()
        .from(dealProperties)
        .where(and(own, eq(dealProperties.propertyId, property)));
      return rows.map(recordOf);
    },

    async list(deal, span) {
      const query = db
        .select()
        .from(dealProperties)
        .where(and(own, eq(dealProperties.dealId, deal), below(dealProperties.seq, span)));
      const { items, next } = sliceOf(await query.orderBy(desc(dealProperties.seq)).limit(span.limit + 1), span);
      return { items: items.map(recordOf), next };
    },

    async take(deal, property) {
      const [row] = await db.select().from(dealProperties).where(pair(deal, property)).for('no key update');
      return row && recordOf(row);
    },

    async put(deal, property, { afresh, ...change }) {
      tx.nudge(`deal-${deal}`, `property-${property}`);
      const values = { ...columnValues(change), ...(afresh ? UNJUDGED : {}), status: change.status };
      const row = { id: newId<'offer'>(), companyId: tx.company, dealId: deal, propertyId: property, ...values };
      const rows = await db
        .insert(dealProperties)
        .values(row)
        .onConflictDoUpdate({ target: [dealProperties.dealId, dealProperties.propertyId], set: values })
        .returning();
      return recordOf(there(rows));
    },
  };
}
