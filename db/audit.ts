import type { Audit } from '#core/sessions/audit.ts';
import type { PortNeeds } from './port-needs.ts';

const ADD = 'insert into audit (id, company_id, user_id, what, about, device, at) values ($1, $2, $3, $4, $5, $6, $7)';

export function createAudit({ tx, clock, newId }: PortNeeds): Audit {
  return {
    async add({ what, by, about, device }) {
      tx.write(ADD, [newId(), tx.company, by, what, about ?? null, device ?? null, clock.now()]);
    },
  };
}
