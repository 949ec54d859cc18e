import type { CompanyId } from '#core/ids.ts';
import type { Candidate, Entrance, TryLimit } from '#core/sessions/entrance.ts';
import type { Session } from '#core/sessions/session.ts';
import type { Visitor } from '#core/sessions/visitor.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';
import { SESSION } from './sessions.ts';
import { hashOf } from './token-hash.ts';

const VISITOR = `
  select ${SESSION}, u.name, u.email, u.role, u.language, u.photo, u.colours, u.single_keys as "singleKeys", u.whose,
    u.factor_secret is not null as "hasFactor", c.id as company, c.name as "companyName", c.logo, c.time_zone as "timeZone",
    c.default_language as "defaultLanguage", c.second_factor_required as "secondFactorRequired"
  from sessions s join users u on u.id = s.user_id join companies c on c.id = s.company_id
  where s.hash = $1 and u.status = 'Active'`;
type VisitorRow = Session &
  Omit<Visitor['user'], 'id'> &
  Omit<Visitor['company'], 'id' | 'name'> & { readonly company: CompanyId; readonly companyName: string };

const CANDIDATES = `
  select u.company_id as company, c.name as "companyName", u.id, u.name, u.status, u.password_hash as "passwordHash"
  from users u join companies c on c.id = u.company_id where lower(u.email) = lower($1) order by u.seq`;

/** A count that is over begins anew. The last try that is taken begins the pause, which later ones do not put off. */
const OVER = 't.paused_until <= $2 or (t.paused_until is null and t.began_at <= $3)';
const TRY = `
  insert into sign_in_tries as t (key, tries, began_at) values ($1, 1, $2)
  on conflict (key) do update set
    tries = case when ${OVER} then 1 else t.tries + 1 end,
    began_at = case when ${OVER} then $2 else t.began_at end,
    paused_until = case when ${OVER} then null when t.paused_until is null and t.tries + 1 >= $4::int then $5
                        else t.paused_until end
  returning tries, paused_until as "pausedUntil"`;
const LOOK = `
  select t.tries, t.paused_until as "pausedUntil" from sign_in_tries t where t.key = $1 and not (${OVER})`;
type Count = { readonly tries: number; readonly pausedUntil: Date | null };

/** The way in, before it is known of which company. */
export function createEntrance({ systemScope }: Database): Entrance {
  const spanOf = ({ withinMs, pauseMs }: TryLimit, now: Date) =>
    [new Date(now.getTime() - withinMs), new Date(now.getTime() + pauseMs)] as const;
  return {
    async visitorOf(token) {
      const [row] = await once<VisitorRow>(systemScope, VISITOR, [hashOf(token)]);
      return row && visitorIn(row);
    },
    candidates: (email) => once<Candidate>(systemScope, CANDIDATES, [email]),
    async companyOfPage(token) {
      const text = 'select company_id from user_pages where hash = $1';
      const [row] = await once<{ company_id: CompanyId }>(systemScope, text, [hashOf(token)]);
      return row?.company_id;
    },
    async isKnown(device, users) {
      const text = 'select 1 from known_devices where hash = $1 and user_id = any($2::uuid[]) limit 1';
      return (await once(systemScope, text, [hashOf(device), users])).length > 0;
    },
    async try(key, limit, now) {
      const [since, until] = spanOf(limit, now);
      const [count] = await once<Count>(systemScope, TRY, [hashOf(key), now, since, limit.most, until]);
      const { tries = 0, pausedUntil = null } = count ?? {};
      return pausedUntil && tries > limit.most
        ? { was: 'paused', until: pausedUntil }
        : { was: 'taken', left: limit.most - tries };
    },
    async look(key, limit, now) {
      const [since] = spanOf(limit, now);
      const [count] = await once<Count>(systemScope, LOOK, [hashOf(key), now, since]);
      return count?.pausedUntil
        ? { was: 'paused', until: count.pausedUntil }
        : { was: 'taken', left: limit.most - (count?.tries ?? 0) };
    },
    async forgive(key) {
      await once(systemScope, 'delete from sign_in_tries where key = $1', [hashOf(key)]);
    },
  };
}

const visitorIn = (row: VisitorRow): Visitor => ({
  session: {
    id: row.id,
    user: row.user,
    device: row.device,
    stays: row.stays,
    factor: row.factor,
    factorTries: row.factorTries,
    createdAt: row.createdAt,
    seenAt: row.seenAt,
    endsAt: row.endsAt,
    provedAt: row.provedAt,
  },
  company: {
    id: row.company,
    name: row.companyName,
    logo: row.logo,
    timeZone: row.timeZone,
    defaultLanguage: row.defaultLanguage,
    secondFactorRequired: row.secondFactorRequired,
  },
  user: {
    id: row.user,
    name: row.name,
    role: row.role,
    email: row.email,
    language: row.language,
    photo: row.photo,
    colours: row.colours,
    singleKeys: row.singleKeys,
    whose: row.whose,
    hasFactor: row.hasFactor,
  },
});
