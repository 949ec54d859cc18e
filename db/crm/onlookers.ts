import { LOOKING_MS, type Onlooker, type Onlookers, WRITING_MS } from '#core/crm/onlookers.ts';
import type { PortNeeds } from '#db/port-needs.ts';

const OTHERS = `
  select u.id, u.name, coalesce(o.wrote_at > $4, false) as "isWriting"
  from onlookers o join users u on u.id = o.user_id
  where o.contact_id = $1 and o.user_id <> $2 and o.looked_at > $3 order by u.name, u.id`;
const FIND = 'select looked_at, wrote_at from onlookers where user_id = $1 and contact_id = $2';
const LOOKS = `
  insert into onlookers (id, company_id, user_id, contact_id, looked_at, wrote_at)
  values ($1, $2, $3, $4, $5, case when $6 then $5::timestamptz end)
  on conflict (user_id, contact_id) do update set looked_at = excluded.looked_at,
    wrote_at = coalesce(excluded.wrote_at, onlookers.wrote_at)`;
const LEAVES = 'delete from onlookers where user_id = $1 and contact_id = $2 returning id';

export function createOnlookers({ tx, newId }: PortNeeds): Onlookers {
  const ago = (now: Date, ms: number) => new Date(now.getTime() - ms);
  return {
    of: (contact, but, now) => tx.rows<Onlooker>(OTHERS, [contact, but, ago(now, LOOKING_MS), ago(now, WRITING_MS)]),
    async looks(user, contact, isWriting, now) {
      const [before] = await tx.rows<{ looked_at: Date; wrote_at: Date | null }>(FIND, [user, contact]);
      tx.write(LOOKS, [newId(), tx.company, user, contact, now, isWriting]);
      const wasThere = before !== undefined && before.looked_at > ago(now, LOOKING_MS);
      const wrote = before?.wrote_at != null && before.wrote_at > ago(now, WRITING_MS);
      if (!wasThere || (isWriting && !wrote)) tx.nudge(`onlookers-${contact}`);
    },
    async leaves(user, contact) {
      if ((await tx.rows(LEAVES, [user, contact])).length > 0) tx.nudge(`onlookers-${contact}`);
    },
  };
}
