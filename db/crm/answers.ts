import type { Answers, RequestKey } from '#core/crm/answers.ts';
import { isFields } from '#core/fields.ts';
import { and, eq, lt } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { idempotencyKeys } from '#db/schema/schema.ts';
import { opened, sealed } from '#db/sealing.ts';

/** Of two requests with one key at once, one gets the lock; it goes with the transaction, whatever ends it. */
const LOCK =
  "select pg_try_advisory_xact_lock(hashtextextended(concat_ws(' ', $1::text, $2::text, $3::text), 2)) as taken";

/** What of an answer is a secret: ways in, keys, and what webhooks are signed with. */
const SECRETS = new Set(['links', 'secret', 'api_key']);

export function createAnswers({ tx, newId, sealing }: PortNeeds): Answers {
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
      return {
        bodyHash: row.bodyHash,
        status: row.status ?? 200,
        answer: eachText(row.answer, (text) => opened(sealing, text) ?? text),
      };
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
          answer: withSealed(answer, (text) => sealed(sealing, text)),
          createdAt: at,
        })
        .onConflictDoNothing();
    },
  };
}

/** The same JSON, with every text of it changed. */
function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => eachText(each, change));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, eachText(each, change)]));
}

/** The same JSON, with every text in a secret field of it changed. */
function withSealed(value: unknown, seal: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => withSealed(each, seal));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      SECRETS.has(name) ? eachText(each, seal) : withSealed(each, seal),
    ]),
  );
}
