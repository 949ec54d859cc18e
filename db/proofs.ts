import type { Proofs } from '#core/accounts/proofs.ts';
import type { PortalUserId } from '#core/ids.ts';
import type { PortNeeds } from './port-needs.ts';
import { hashOf } from './token-hash.ts';

const ADD = 'insert into proofs (hash, company_id, portal_user_id, expires_at) values ($1, $2, $3, $4)';
/** One statement, so that of two chats that bring the same one only one is signed in. */
const USE = `
  update proofs set used_at = $3 where company_id = $1 and hash = $2 and used_at is null and expires_at > $3
  returning portal_user_id as "portalUser"`;

export function createProofs({ tx, clock }: PortNeeds): Proofs {
  return {
    async add(token, portalUser, expiresAt) {
      tx.write(ADD, [hashOf(token), tx.company, portalUser, expiresAt]);
    },
    async use(token) {
      const [used] = await tx.rows<{ portalUser: PortalUserId }>(USE, [tx.company, hashOf(token), clock.now()]);
      return used?.portalUser;
    },
  };
}
