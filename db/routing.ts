import type { Routing } from '#core/accounts/accounts.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';
import { hashOf } from './token-hash.ts';

export function createRouting({ systemScope }: Database): Routing {
  return {
    async companyOfPage(token) {
      const text = 'select company_id from account_pages where hash = $1';
      const [row] = await once<{ company_id: CompanyId }>(systemScope, text, [hashOf(token)]);
      return row?.company_id;
    },
    async companyOfApiKey(hash) {
      const text = 'select company_id from api_keys where hash = $1 and revoked_at is null';
      const [row] = await once<{ company_id: CompanyId }>(systemScope, text, [hash]);
      return row?.company_id;
    },
  };
}
