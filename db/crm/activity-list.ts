import type { Records } from '#core/crm/records.ts';
import { activityRecord } from '#db/api-records.ts';
import { and, desc, eq } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { activities } from '#db/schema/schema.ts';
import { below, sliceOf } from './slice-of.ts';

export function createActivityList({ tx }: PortNeeds): Records['activities'] {
  const own = eq(activities.companyId, tx.company);
  return {
    async list(whose, span) {
      const theirs = 'contact' in whose ? eq(activities.contactId, whose.contact) : eq(activities.dealId, whose.deal);
      const query = tx.db
        .select()
        .from(activities)
        .where(and(own, theirs, below(activities.seq, span)));
      const { items, next } = sliceOf(await query.orderBy(desc(activities.seq)).limit(span.limit + 1), span);
      return { items: items.map(activityRecord), next };
    },
  };
}
