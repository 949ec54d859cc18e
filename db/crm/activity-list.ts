import type { ActivityFilter, Records } from '#core/crm/records.ts';
import { activityRecord } from '#db/api-records.ts';
import { and, desc, eq, sql } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { activities } from '#db/schema/schema.ts';
import { below, sliceOf } from './slice-of.ts';

export function createActivityList({ tx }: PortNeeds): Records['activities'] {
  const own = eq(activities.companyId, tx.company);
  return {
    async list(filter, span) {
      const query = tx.db
        .select()
        .from(activities)
        .where(and(own, theirs(filter), by(filter), below(activities.seq, span)));
      const { items, next } = sliceOf(await query.orderBy(desc(activities.seq)).limit(span.limit + 1), span);
      return { items: items.map(activityRecord), next };
    },
  };
}

function theirs(filter: ActivityFilter) {
  if ('contact' in filter) return eq(activities.contactId, filter.contact);
  return 'deal' in filter ? eq(activities.dealId, filter.deal) : undefined;
}

/** What the system did is the office's. */
function by({ by }: ActivityFilter) {
  if (!by) return undefined;
  return by === 'client' ? eq(activities.actorKind, 'client') : sql`${activities.actorKind} <> 'client'`;
}
