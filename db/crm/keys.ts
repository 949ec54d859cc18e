import { type KeyRecord, type Keys, NOTED_EVERY_MS } from '#core/crm/keys.ts';
import { userRecord } from '#db/api-records.ts';
import { and, eq, isNull } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { apiKeys, users } from '#db/schema/schema.ts';
import { sliceOf } from './slice-of.ts';
import { there } from './there.ts';

const ADD = `
  insert into api_keys (id, company_id, user_id, name, hash) values ($1, $2, $3, $4, $5)
  returning id, name, user_id, last_used_at, created_at, seq`;
const LIST = `
  select id, name, user_id, last_used_at, created_at, seq from api_keys
  where company_id = $1 and revoked_at is null and ($2::bigint is null or seq < $2) order by seq desc limit $3`;
const REVOKE = `
  update api_keys set revoked_at = $3 where id = $1 and company_id = $2 and revoked_at is null returning id`;
const USED = `
  update api_keys set last_used_at = $3
  where id = $1 and company_id = $2 and (last_used_at is null or last_used_at <= $4)`;

export function createKeys({ tx, clock, newId }: PortNeeds): Keys {
  return {
    async add({ name, user, hash }) {
      tx.nudge('settings');
      return recordOf(there(await tx.rows<Row>(ADD, [newId(), tx.company, user, name, hash])));
    },
    async list(span) {
      const { items, next } = sliceOf(await tx.rows<Row>(LIST, [tx.company, span.before, span.limit + 1]), span);
      return { items: items.map(recordOf), next };
    },
    async revoke(id) {
      tx.nudge('settings');
      return (await tx.rows(REVOKE, [id, tx.company, clock.now()])).length > 0;
    },
    async holderOf(hash) {
      const [found] = await tx.db
        .select({ key: apiKeys.id, usedAt: apiKeys.lastUsedAt, user: users })
        .from(apiKeys)
        .innerJoin(users, eq(users.id, apiKeys.userId))
        .where(
          and(
            eq(apiKeys.companyId, tx.company),
            eq(apiKeys.hash, hash),
            isNull(apiKeys.revokedAt),
            eq(users.status, 'Active'),
          ),
        );
      return found && { ...found, user: userRecord(found.user) };
    },
    async used(id) {
      const now = clock.now();
      tx.write(USED, [id, tx.company, now, new Date(now.getTime() - NOTED_EVERY_MS)]);
    },
  };
}

type Row = Omit<KeyRecord, 'last_used_at' | 'created_at'> & {
  readonly last_used_at: Date | null;
  readonly created_at: Date;
  readonly seq: number;
};

const recordOf = ({ id, name, user_id, last_used_at, created_at }: Row): KeyRecord => ({
  ...{ id, name, user_id },
  last_used_at: last_used_at?.toISOString() ?? null,
  created_at: created_at.toISOString(),
});
