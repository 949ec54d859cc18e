import type { UserId } from '#core/ids.ts';
import type { Session, SessionId } from '#core/sessions/session.ts';
import type { Sessions } from '#core/sessions/sessions.ts';
import { assignments } from './assignments.ts';
import type { PortNeeds } from './port-needs.ts';
import { hashOf } from './token-hash.ts';

/** The columns of a session, as `s`. */
export const SESSION = `s.id, s.user_id as "user", s.device, s.stays, s.factor, s.factor_tries as "factorTries",
  s.created_at as "createdAt", s.seen_at as "seenAt", s.ends_at as "endsAt", s.proved_at as "provedAt"`;
const BEGIN = `
  insert into sessions (id, company_id, user_id, hash, device, stays, factor, factor_tries, created_at, seen_at, ends_at,
    proved_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const OF = `select ${SESSION} from sessions s where s.company_id = $1 and s.user_id = $2 order by s.seq desc`;
const END_ALL = 'delete from sessions where company_id = $1 and user_id = $2 and ($3::uuid is null or id <> $3)';
const MEET = `
  insert into known_devices (id, company_id, user_id, hash, seen_at) values ($1, $2, $3, $4, $5)
  on conflict (user_id, hash) do update set seen_at = excluded.seen_at
  returning (xmax = 0) as is_new`;

export function createSessions({ tx, newId }: PortNeeds): Sessions {
  return {
    async begin(token, { user, device, stays, factor, factorTries, createdAt, seenAt, endsAt, provedAt }) {
      const id = newId<'session'>();
      const times = [createdAt, seenAt, endsAt, provedAt];
      tx.nudge('settings');
      tx.write(BEGIN, [id, tx.company, user, hashOf(token), device, stays, factor, factorTries, ...times]);
      return id;
    },
    of: (user) => tx.rows<Session>(OF, [tx.company, user]),
    async change(id, { token, seenAt, endsAt, provedAt, factor, factorTries }) {
      const values: unknown[] = [id];
      const set = assignments(values, {
        hash: token === undefined ? undefined : hashOf(token),
        seen_at: seenAt,
        ends_at: endsAt,
        proved_at: provedAt,
        factor,
        factor_tries: factorTries,
      });
      if (set) tx.write(`update sessions set ${set} where id = $1`, values);
      // Who looks at a page changes nothing that another page shows.
      if (token !== undefined || factor !== undefined) tx.nudge('settings');
    },
    async end(id: SessionId) {
      tx.nudge('settings');
      tx.write('delete from sessions where id = $1', [id]);
    },
    async endAll(user: UserId, but?: SessionId) {
      tx.nudge('settings');
      tx.write(END_ALL, [tx.company, user, but ?? null]);
    },
    async meetDevice(user, device, at) {
      const [row] = await tx.rows<{ is_new: boolean }>(MEET, [newId(), tx.company, user, hashOf(device), at]);
      return row?.is_new ? 'new' : 'known';
    },
  };
}
