import type { Answers, RequestKey } from '#core/crm/answers.ts';
import { and, eq, lt } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { idempotencyKeys } from '#db/schema/schema.ts';

/** Of two requests with one key at once, one gets the lock; it goes with the transaction, whatever ends it. */
const LOCK =
  "select pg_try_advisory_xact_lock(hashtextextended(concat_ws(' ', $1::text, $2::text, $3::text), 2)) as taken";

export function createAnswers({ tx, newId }: PortNeeds): Answers {
  const { db } = tx;
  const same = ({ route, key }: RequestKey) =>
    and(eq(idempotencyKeys.companyId, tx.company), eq(idempotencyKeys.route, route), eq(idempotencyKeys.key, key));

  return {
    async take(request, since) {
      const [lock] = await tx.rows<{ taken: boolean }>(LOCK, [tx.company, request.route, request.key]);
      if (!lock?.taken) return 'busy';
      await db.delete(idempotencyKeys).where(and(same(request), lt(idempotencyKeys.createdAt, since)));
      const [row] = await db.select().from(idempotencyKeys).where(same(request));
      if (!row) return 'new';
      return { bodyHash: row.bodyHash, status: row.status ?? 200, answer: row.answer };
    },

    async keep({ route, key }, { bodyHash, status, answer }, at) {
      await db
        .insert(idempotencyKeys)
        .values({
          id: newId<'answer'>(),
          companyId: tx.company,
          route,
          key,
          bodyHash,
          status,
          answer,
          createdAt: at,
        })
        .onConflictDoNothing();
    },
  };
}
