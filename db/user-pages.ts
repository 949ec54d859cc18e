import type { UserPage, UserPages } from '#core/sessions/user-pages.ts';
import type { PortNeeds } from './port-needs.ts';
import { hashOf } from './token-hash.ts';

const ADD = 'insert into user_pages (hash, company_id, user_id, kind, expires_at) values ($1, $2, $3, $4, $5)';
const FIND = `
  select kind, user_id as "user", is_used as "isUsed", expires_at as "expiresAt" from user_pages
  where company_id = $1 and hash = $2 for no key update`;
const END_ALL = 'update user_pages set is_used = true where company_id = $1 and user_id = $2 and not is_used';

export function createUserPages({ tx }: PortNeeds): UserPages {
  return {
    async add(token, { user, kind, expiresAt }) {
      tx.write(ADD, [hashOf(token), tx.company, user, kind, expiresAt]);
    },
    async find(token) {
      const [page] = await tx.rows<UserPage>(FIND, [tx.company, hashOf(token)]);
      return page;
    },
    async endAll(user) {
      tx.write(END_ALL, [tx.company, user]);
    },
  };
}
