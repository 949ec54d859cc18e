import type { AccountPage, AccountPages } from '#core/accounts/portal-users.ts';
import { assignments } from './assignments.ts';
import type { PortNeeds } from './port-needs.ts';
import { hashOf } from './token-hash.ts';

const ADD = `
  insert into account_pages (hash, company_id, kind, chat_id, language, expires_at) values ($1, $2, $3, $4, $5, $6)`;
const FIND = `
  select kind, chat_id as chat, language, expires_at as "expiresAt", tries, is_used as "isUsed" from account_pages
  where company_id = $1 and hash = $2 for no key update`;

export function createAccountPages({ tx }: PortNeeds): AccountPages {
  return {
    async add(token, { kind, chat, language, expiresAt }) {
      tx.write(ADD, [hashOf(token), tx.company, kind, chat, language, expiresAt]);
    },
    async find(token) {
      const [page] = await tx.rows<AccountPage>(FIND, [tx.company, hashOf(token)]);
      return page;
    },
    async change(token, { tries, isUsed }) {
      const values: unknown[] = [hashOf(token)];
      const set = assignments(values, { tries, is_used: isUsed });
      if (set) tx.write(`update account_pages set ${set} where hash = $1`, values);
    },
  };
}
