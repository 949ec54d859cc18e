import type { SQL } from 'drizzle-orm';
import type { MeetingFilter, Records } from '#core/crm/records.ts';
import { meetingRecord } from '#db/api-records.ts';
import { and, desc, eq, or, sql } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { meetings } from '#db/schema/schema.ts';
import { below, sliceOf } from './slice-of.ts';

const WAITING = sql`((${meetings.status} = 'pending' and ${meetings.proposedStart} is null)
  or (${meetings.status} = 'confirmed' and ${meetings.openWish}))`;

export function createMeetings({ tx }: PortNeeds): Records['meetings'] {
  const { db } = tx;
  const own = eq(meetings.companyId, tx.company);
  return {
    async find(id) {
      const [row] = await db
        .select()
        .from(meetings)
        .where(and(own, eq(meetings.id, id)));
      return row && meetingRecord(row);
    },

    async list(filter, span) {
      const { status } = filter;
      const wanted = and(
        own,
        below(meetings.seq, span),
        status && eq(meetings.status, status),
        filter.isWaiting ? WAITING : undefined,
        within(filter),
      );
      const query = db.select().from(meetings).where(wanted);
      const { items, next } = sliceOf(await query.orderBy(desc(meetings.seq)).limit(span.limit + 1), span);
      return { items: items.map(meetingRecord), next };
    },
  };
}

function within({ from, to }: MeetingFilter): SQL | undefined {
  if (!from && !to) return undefined;
  const start = and(
    from && sql`${meetings.startDate} >= ${from.moment.toISOString()}`,
    to && sql`${meetings.startDate} <= ${to.moment.toISOString()}`,
  );
  const day = and(from && sql`d ->> 'date' >= ${from.day}`, to && sql`d ->> 'date' <= ${to.day}`);
  return or(
    start,
    sql`(${meetings.status} = 'pending' and ${meetings.startDate} is null
      and exists (select 1 from jsonb_array_elements(${meetings.preferredDates}) d where ${day}))`,
  );
}
