import type { Colleague, Colleagues, HandedOver } from '#core/crm/colleagues.ts';
import type { DealId } from '#core/ids.ts';
import { userRecord } from '#db/api-records.ts';
import { asc, eq, sql } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { users } from '#db/schema/schema.ts';

/** Offices are people's, not armies; what is beyond is reached by the API. */
const MOST = 500;
const NOTHING: HandedOver = { contacts: 0, deals: 0, viewings: 0 };
const ABOUT = `
  select u.id, s.seen_at as "seenAt", coalesce(s.count, 0)::int as devices,
    (select count(*)::int from contacts c where c.company_id = $1 and c.assigned_to = u.id) as contacts,
    (select count(*)::int from deals d where d.company_id = $1 and d.assigned_to = u.id and d.status = 'open') as deals
  from users u
  left join lateral (
    select max(seen_at) as seen_at, count(*) as count from sessions
    where company_id = $1 and user_id = u.id and factor <> 'awaited' and ends_at > $2) s on true
  where u.company_id = $1`;
const HAND_OVER = `
  with c as (update contacts set assigned_to = $3 where company_id = $1 and assigned_to = $2 returning 1),
    d as (update deals set assigned_to = $3 where company_id = $1 and assigned_to = $2 returning 1),
    m as (
      update meetings set owner_id = $3 where company_id = $1 and owner_id = $2 and status in ('pending', 'confirmed')
      returning 1)
  select (select count(*)::int from c) as contacts, (select count(*)::int from d) as deals,
    (select count(*)::int from m) as viewings`;
const GIVE = `
  with theirs as (
      select d.id from deal_contacts k join deals d on d.id = k.deal_id
      where k.contact_id = $2 and d.company_id = $1 and d.status = 'open'),
    c as (
      update contacts set assigned_to = $3 where company_id = $1 and id = $2 and assigned_to is distinct from $3 returning 1),
    d as (update deals set assigned_to = $3 where id in (select id from theirs) and assigned_to is distinct from $3 returning id),
    m as (
      update meetings set owner_id = $3 where deal_id in (select id from theirs) and owner_id is distinct from $3
        and status in ('pending', 'confirmed') returning 1)
  select (select count(*)::int from c) as contacts, array(select id from d) as deals,
    (select count(*)::int from m) as viewings`;

export function createColleagues({ tx }: PortNeeds): Colleagues {
  return {
    async list(now) {
      const rows = await tx.db
        .select()
        .from(users)
        .where(eq(users.companyId, tx.company))
        .orderBy(sql`${users.status} = 'Inactive'`, asc(users.name))
        .limit(MOST);
      const about = new Map(
        (await tx.rows<About>(ABOUT, [tx.company, now])).map(({ id, ...each }): [string, Omit<About, 'id'>] => [
          id,
          each,
        ]),
      );
      return rows.map((row) => {
        const { seenAt = null, devices = 0, contacts = 0, deals = 0 } = about.get(row.id) ?? {};
        return { ...userRecord(row), hasFactor: row.factorSecret !== null, seenAt, devices, contacts, deals };
      });
    },
    async handOver(from, to) {
      tx.nudge('settings', 'waits', 'problems');
      const [counts] = await tx.rows<HandedOver>(HAND_OVER, [tx.company, from, to]);
      return counts ?? NOTHING;
    },
    async give(contact, to) {
      tx.nudge('waits', 'messages', 'problems', `contact-${contact}`);
      const [given] = await tx.rows<Omit<HandedOver, 'deals'> & { deals: DealId[] }>(GIVE, [tx.company, contact, to]);
      if (!given) return NOTHING;
      tx.nudge(...given.deals.map((deal) => `deal-${deal}` as const));
      return { ...given, deals: given.deals.length };
    },
  };
}

type About = Pick<Colleague, 'id' | 'seenAt' | 'devices' | 'contacts' | 'deals'>;
