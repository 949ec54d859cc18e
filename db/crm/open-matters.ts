import type { Family } from '#core/crm/waits.ts';
import { REMINDER_HOURS } from '#core/viewings/plan-reminders.ts';
import { ADMINS, ownerOf } from './owner-of.ts';

/** The last reminder goes so long before a viewing. */
const LAST_REMINDER = `interval '${Math.min(...REMINDER_HOURS)} hours'`;

/** Whoever asked; where they were erased since, the first who is left on the deal. */
export const CLIENT_OF_MEETING = `coalesce(m.contact_id,
  (select k.contact_id from deal_contacts k where k.deal_id = m.deal_id order by k.position limit 1))`;
export const HOLDER = `(select c.held_by from portal_users p join chats c on c.portal_user_id = p.id
  where p.contact_id = w.contact_id and c.held_by is not null limit 1)`;
/** A client's messages that nobody answered, as one. */
const UNANSWERED = `
  select m.contact_id, min(m.at) as since from messages m
  where m.company_id = $1 and m.user_id is null and m.settled_at is null group by m.contact_id`;
/** Whoever wants to be reminded of a client later does not have them on their own list until then. */
const NOT_LATER = `
  not ($3::boolean and exists (
    select 1 from reminders r where r.user_id = $2::uuid and r.contact_id = w.contact_id and r.at > $4::timestamptz))`;

const ASKED_AT = 'coalesce(m.asked_at, m.created_at)';
const OF_MEETING = ownerOf({ known: 'm.owner_id', deal: 'm.deal_id', contact: 'm.contact_id' });

/** Requests, and wishes for another time. */
const VIEWINGS = `
  select case when m.status = 'pending' then 'request' else 'anotherTime' end as is, m.id,
    ${CLIENT_OF_MEETING} as contact_id, ${OF_MEETING} as owner, ${ASKED_AT} as since, ${ASKED_AT} as at
  from meetings m
  where m.company_id = $1
    and ((m.status = 'pending' and m.proposed_start is null) or (m.status = 'confirmed' and m.open_wish))`;
/*
 * Each arm: is, id, contact, owner, since, at. $1 company, $2 me, $3 whether only mine, $4 now, $5 overdue since,
 * $6 whether with erasures.
 */
const ARMS: Readonly<Record<Family, readonly string[]>> = {
  clock: [
    VIEWINGS,
    `select 'message', w.contact_id, w.contact_id, ${ownerOf({ contact: 'w.contact_id' })}, w.since, w.since
     from (${UNANSWERED}) w where ${HOLDER} is null and ${NOT_LATER}`,
    `select 'newLead', k.id, k.id, ${ownerOf({ known: 'k.assigned_to', contact: 'k.id' })}, k.new_since, k.new_since
     from contacts k where k.company_id = $1 and k.new_since is not null`,
    `select 'undelivered', d.id, p.contact_id, ${ownerOf({ contact: 'p.contact_id' })}, d.created_at, d.created_at
     from deliveries d join chats c on c.id = d.chat_id join portal_users p on p.id = c.portal_user_id
     where d.company_id = $1 and d.state = 'failed' and d.settled_at is null and d.kind in ('viewing', 'code')`,
    `select 'erasure', a.contact_id, a.contact_id, ${ownerOf({ contact: 'a.contact_id' })}, min(a.at), min(a.at)
     from activities a where a.company_id = $1 and a.type = 'erasure_requested' and $6::boolean group by a.contact_id`,
  ],
  fixed: [
    `select 'noAnswer' as is, m.id, ${CLIENT_OF_MEETING} as contact_id, ${OF_MEETING} as owner,
       m.start_date - ${LAST_REMINDER} as since, m.start_date as at
     from meetings m
     where m.company_id = $1 and m.status = 'confirmed' and m.attendance is null
       and m.start_date > $4::timestamptz and m.start_date <= $4::timestamptz + ${LAST_REMINDER}
       and coalesce((select max((line ->> 'at')::timestamptz) from jsonb_array_elements(m.history) line
                     where line ? 'start_date'), m.created_at) <= m.start_date - ${LAST_REMINDER}`,
    `select 'late', m.id, ${CLIENT_OF_MEETING}, ${OF_MEETING},
       coalesce((m.history -> -1 ->> 'at')::timestamptz, m.start_date), m.start_date
     from meetings m
     where m.company_id = $1 and m.status = 'confirmed' and m.attendance = 'late' and m.start_date > $4::timestamptz`,
    `select 'reminder', r.contact_id, r.contact_id, r.user_id, r.at, r.at
     from reminders r
     where r.company_id = $1 and r.user_id = $2::uuid and r.at <= $4::timestamptz
       and not exists (select 1 from messages m where m.company_id = $1 and m.contact_id = r.contact_id
                         and m.user_id is null and m.settled_at is null)`,
  ],
  quiet: [
    `select 'message' as is, w.contact_id as id, w.contact_id, ${HOLDER} as owner, w.since, w.since as at
     from (${UNANSWERED}) w where ${HOLDER} is not null and ${NOT_LATER}`,
  ],
};

/** Who looks after what its owner left too long: the one that the office named, else the first other Admin. */
const FALLBACK = `coalesce(
  (select f.fallback_user_id from companies f where f.id = $1 and f.fallback_user_id <> w.owner),
  (${ADMINS} and u.id <> w.owner order by u.seq limit 1))`;

const openOf = (family: Family, arms: readonly string[] = ARMS[family]) => `
  select w.is, w.id, w.contact_id as client, w.owner, w.since, w.at from (
    select o.is, o.id, o.contact_id, o.owner,
      date_trunc('milliseconds', o.since) as since, date_trunc('milliseconds', o.at) as at
    from (${arms.join(' union all ')}) o where o.contact_id is not null
  ) w
  where (not $3::boolean or w.owner = $2::uuid
    ${family === 'clock' ? `or (w.at <= $5::timestamptz and ${FALLBACK} = $2::uuid)` : ''})`;
const OPEN = { clock: openOf('clock'), fixed: openOf('fixed'), quiet: openOf('quiet') };
/** Says what each value is, also to a family that does not look at it. */
const ASKED = 'with asked as (select $1::uuid, $2::uuid, $3::boolean, $4::timestamptz, $5::timestamptz, $6::boolean)';
const listOf = (family: Family) => `
  ${ASKED} ${OPEN[family]} and ($10::uuid is null or w.contact_id = $10::uuid)
  and ($7::timestamptz is null or (w.at, w.id) > ($7::timestamptz, $8::uuid))
  order by w.at, w.id limit $9::int`;
/** The first of a family behind the place that is $7 and $8; $9 at most; only of the client $10 where there is one. */
export const LISTS = { clock: listOf('clock'), fixed: listOf('fixed'), quiet: listOf('quiet') };
/** Those of which a wish names one of the days $7. */
export const REQUESTS = `
  ${ASKED} ${openOf('clock', [VIEWINGS])} and w.is = 'request' and exists (
    select 1 from meetings m, jsonb_array_elements(m.preferred_dates) wish
    where m.id = w.id and wish ->> 'date' = any($7::text[]))
  order by w.at, w.id`;
export const COUNTS = `${ASKED} select every.is, count(*)::int as count from (${OPEN.clock} union all ${OPEN.fixed} union all ${OPEN.quiet}) every group by every.is`;
export const COUNT = `${ASKED} select count(*)::int as count from (${OPEN.clock} union all ${OPEN.fixed} union all ${OPEN.quiet}) every`;
