import type { PageOffice, Routing } from '#core/accounts/accounts.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';
import { hashOf } from './token-hash.ts';

const OF_PAGE =
  'select c.id, c.name, c.logo from account_pages p join companies c on c.id = p.company_id where p.hash = $1';
const OF_INVITE = `
  select c.id, c.name, c.logo from invites i join companies c on c.id = i.company_id
  where i.hash = $1 and i.expires_at > $2`;

export function createRouting({ systemScope }: Database): Routing {
  return {
    async officeOfPage(token) {
      const [office] = await once<PageOffice>(systemScope, OF_PAGE, [hashOf(token)]);
      return office;
    },
    async officeOfInvite(token, at) {
      const [office] = await once<PageOffice>(systemScope, OF_INVITE, [hashOf(token), at]);
      return office;
    },
    async companyOfApiKey(hash) {
      const text = 'select company_id from api_keys where hash = $1 and revoked_at is null';
      const [row] = await once<{ company_id: CompanyId }>(systemScope, text, [hash]);
      return row?.company_id;
    },
  };
}
