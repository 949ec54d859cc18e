import type { Records } from '#core/crm/records.ts';
import { feedbackRecord } from '#db/api-records.ts';
import { and, desc, eq, inArray } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { feedback, media } from '#db/schema/schema.ts';
import { below, sliceOf } from './slice-of.ts';

export function createFeedbackList({ tx }: PortNeeds): Records['feedback'] {
  const own = eq(feedback.companyId, tx.company);
  return {
    async list(whose, span) {
      const theirs = 'contact' in whose ? eq(feedback.contactId, whose.contact) : eq(feedback.dealId, whose.deal);
      const query = tx.db
        .select()
        .from(feedback)
        .where(and(own, theirs, below(feedback.seq, span)));
      const { items, next } = sliceOf(await query.orderBy(desc(feedback.seq)).limit(span.limit + 1), span);
      const ids = items.flatMap((item) => item.media);
      const files = ids.length > 0 ? await tx.db.select().from(media).where(inArray(media.id, ids)) : [];
      return { items: items.map((item) => feedbackRecord(item, files)), next };
    },
  };
}
