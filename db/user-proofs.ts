import type { Proofs, UserProofs } from '#core/sessions/proofs.ts';
import { assignments } from './assignments.ts';
import type { PortNeeds } from './port-needs.ts';
import { opened, sealed } from './sealing.ts';
import { hashOf } from './token-hash.ts';

const OF = `
  select password_hash as "passwordHash", password_changed_at as "passwordChangedAt", factor_secret as "factorSecret",
    factor_pending as "factorPending", factor_step as "factorStep",
    jsonb_array_length(recovery_hashes) as "recoveryLeft"
  from users where company_id = $1 and id = $2 for no key update`;
const USE = `
  update users set recovery_hashes = recovery_hashes - $3::text
  where company_id = $1 and id = $2 and recovery_hashes ? $3::text returning id`;

export function createUserProofs({ tx, sealing }: PortNeeds): UserProofs {
  const kept = (secret: string | null | undefined) => (typeof secret === 'string' ? sealed(sealing, secret) : secret);
  const read = (secret: string | null) => (secret === null ? null : (opened(sealing, secret) ?? null));
  return {
    async of(user) {
      const [row] = await tx.rows<Proofs>(OF, [tx.company, user]);
      return row && { ...row, factorSecret: read(row.factorSecret), factorPending: read(row.factorPending) };
    },
    async change(user, { passwordHash, passwordChangedAt, factorSecret, factorPending, factorStep, recoveryCodes }) {
      const values: unknown[] = [tx.company, user];
      const set = assignments(values, {
        password_hash: passwordHash,
        password_changed_at: passwordChangedAt,
        factor_secret: kept(factorSecret),
        factor_pending: kept(factorPending),
        factor_step: factorStep,
        recovery_hashes: recoveryCodes?.map(hashOf),
      });
      tx.nudge('settings');
      if (set) tx.write(`update users set ${set} where company_id = $1 and id = $2`, values);
    },
    async useRecoveryCode(user, code) {
      return (await tx.rows(USE, [tx.company, user, hashOf(code)])).length > 0;
    },
  };
}
