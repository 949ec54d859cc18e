import type { ApiKeyId, ApiKeyRecord, ApiKeys } from '#core/crm/api-keys.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { hashOf } from '#db/token-hash.ts';

const LIST = `
  select k.id, k.name, k.user_id, k.created_at, u.name as user from api_keys k join users u on u.id = k.user_id
  where k.company_id = $1 and k.revoked_at is null order by k.created_at desc, k.id desc limit $2`;
const ADD = `
  insert into api_keys (id, company_id, user_id, name, hash) values ($1, $2, $3, $4, $5)
  returning id, name, user_id, created_at`;
const REVOKE = `
  update api_keys set revoked_at = now() where company_id = $1 and id = $2 and revoked_at is null returning id`;

export function createApiKeys({ tx, newId }: PortNeeds): ApiKeys {
  return {
    async list(limit) {
      const rows = await tx.rows<Row & { user: string }>(LIST, [tx.company, limit]);
      return rows.map(({ user, ...row }) => ({ ...recordOf(row), user }));
    },
    async add(user, name, key) {
      tx.nudge('settings');
      const id: ApiKeyId = newId<'api key'>();
      const [row] = await tx.rows<Row>(ADD, [id, tx.company, user, name, hashOf(key)]);
      if (!row) throw new Error('a key that was just written is not there');
      return recordOf(row);
    },
    async revoke(id) {
      tx.nudge('settings');
      return (await tx.rows(REVOKE, [tx.company, id])).length > 0;
    },
  };
}

type Row = Omit<ApiKeyRecord, 'created_at'> & { readonly created_at: Date };
const recordOf = ({ created_at: at, ...row }: Row): ApiKeyRecord => ({ ...row, created_at: at.toISOString() });
