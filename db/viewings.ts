import type { PartOfDay } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import type { ContactId, DealId, MediaId, OfferId, PropertyId, UserId, ViewingId } from '#core/ids.ts';
import { PAGE } from '#core/offers/offer.ts';
import type { Tab, TabCounts } from '#core/viewings/tabs.ts';
import type { LastChange, Viewing, ViewingStatus, Viewings } from '#core/viewings/viewing.ts';
import { OFFERED_AT_ONCE } from '#core/viewings/viewing.ts';
import { assignments } from './assignments.ts';
import { pointOf, type StoredPoint } from './point.ts';
import type { PortNeeds } from './port-needs.ts';
import { SHOWN_NAME } from './shown-name.ts';

const COLUMNS = `
  m.id, m.deal_id, m.status, m.preferred_dates, m.start_date, m.end_date, m.reason, m.owner_id,
  m.proposed_start, m.open_wish, m.attendance, m.late_minutes, m.ics_uid, m.ics_sequence,
  m.history -> -1 as last_change,
  m.contact_id, (select o.id from deal_properties o where o.deal_id = m.deal_id and o.property_id = m.property_id) as offer_id,
  (select jsonb_build_object('name', ${SHOWN_NAME}, 'phone', u.phone) from users u where u.id = m.owner_id) as agent,
  p.price::float8 as price, p.currency, p.transaction,
  p.id as property_id, p.name, p.description, p.tesoro_reference, p.status as property_status,
  p.address ->> 'city' as city, p.address ->> 'street' as street, p.location as point,
  (select f.id from media f where f.company_id = p.company_id and f.owner_kind = 'property' and f.owner_id = p.id
   order by f.sort, f.seq limit 1) as photo`;

/** Owner: the deal's user, else the contact's, else the company's first Admin (SPEC 2). */
const OPEN = `
  insert into meetings
    (id, company_id, deal_id, property_id, contact_id, owner_id, status, preferred_dates, location, history, ics_uid,
     created_at, asked_at)
  select $1::uuid, d.company_id, d.id, p.id, k.id,
    coalesce(d.assigned_to, k.assigned_to,
      (select u.id from users u where u.company_id = d.company_id and u.role = 'Admin' and u.status = 'Active'
       order by u.seq limit 1)),
    'pending', $5::jsonb,
    nullif(concat_ws(', ', p.address ->> 'street', p.address ->> 'zip_code', p.address ->> 'city'), ''),
    jsonb_build_array(jsonb_build_object(
      'at', $6::text, 'by', concat_ws(' ', k.first_name, k.last_name), 'from', null, 'to', 'pending')),
    $1::text || '@tesoro-chat', $6::timestamptz, $6::timestamptz
  from deals d join properties p on p.id = $3 join contacts k on k.id = $4
  where d.id = $2
  on conflict (deal_id, property_id) where status in ('pending', 'confirmed') do nothing
  returning id`;

const BY_ID = `select ${COLUMNS} from meetings m join properties p on p.id = m.property_id where m.id = $1`;
const OPEN_OF = `
  select ${COLUMNS} from meetings m join properties p on p.id = m.property_id
  where m.deal_id = $1 and m.property_id = $2 and m.status in ('pending', 'confirmed')`;
const CONFIRMED_OF = `
  select ${COLUMNS} from meetings m join properties p on p.id = m.property_id
  where m.deal_id = $1 and m.property_id = $2 and m.status in ('confirmed', 'completed')
  order by m.seq desc limit 1`;
const FIND = `
  select ${COLUMNS} from meetings m
  join deal_contacts c on c.deal_id = m.deal_id and c.contact_id = $1
  join properties p on p.id = m.property_id
  where m.id = $2 for no key update of m`;

/** A completed viewing changes no more, so the last line of its history is its completion. */
const COMPLETED_AT = "(m.history -> -1 ->> 'at')::timestamptz";
const LAST_COMPLETED = `
  with done as (
    select m.id, ${COMPLETED_AT} as at, max(${COMPLETED_AT}) over () as last
    from meetings m join deal_contacts c on c.deal_id = m.deal_id and c.contact_id = $1 where m.status = 'completed'
  )
  select ${COLUMNS} from done join meetings m on m.id = done.id join properties p on p.id = m.property_id
  where done.at > done.last - interval '1 day' order by done.at desc, m.seq desc`;

const ALL = `
  select ${COLUMNS} from deal_contacts c join meetings m on m.deal_id = c.deal_id
  join properties p on p.id = m.property_id
  where c.contact_id = $1 order by m.seq desc`;

/** The three tabs (SPEC 3.2), with the order of each; $2 is now. */
const TABS: Readonly<Record<Tab, readonly [stands: string, order: string]>> = {
  upcoming: ["m.status = 'confirmed' and m.start_date > $2", 'start_date, seq'],
  unconfirmed: ["m.status = 'pending' and $2::timestamptz is not null", 'seq desc'],
  recent: [
    "m.status <> 'pending' and not (m.status = 'confirmed' and m.start_date is not null and m.start_date > $2)",
    'coalesce(start_date, created_at) desc, seq desc',
  ],
};

const listOf = ([stands, order]: readonly [string, string]) => `
  with mine as materialized (
    select m.* from deal_contacts c join meetings m on m.deal_id = c.deal_id where c.contact_id = $1 and ${stands}
  ), page as (
    select *, row_number() over (order by ${order}) as place from mine order by ${order} limit ${PAGE} offset $3
  )
  select total.total, ${COLUMNS}
  from (select count(*)::int as total from mine) total
  left join (page m join properties p on p.id = m.property_id) on true
  order by m.place`;

const LISTS = {
  upcoming: listOf(TABS.upcoming),
  unconfirmed: listOf(TABS.unconfirmed),
  recent: listOf(TABS.recent),
} as const;

const COUNT = `
  select count(*) filter (where ${TABS.upcoming[0]})::int as upcoming,
    count(*) filter (where ${TABS.unconfirmed[0]})::int as unconfirmed,
    count(*) filter (where ${TABS.recent[0]})::int as recent
  from deal_contacts c join meetings m on m.deal_id = c.deal_id where c.contact_id = $1`;

/** One row without a viewing where none is ahead. */
const AHEAD = `
  with open as materialized (
    select m.* from deal_contacts c join meetings m on m.deal_id = c.deal_id
    where c.contact_id = $1 and m.status in ('pending', 'confirmed')
  ), near as (
    (select * from open m where ${TABS.upcoming[0]} order by start_date, seq limit 1)
    union all
    (select * from open where status = 'pending' and proposed_start > $2
     order by proposed_start, seq limit ${OFFERED_AT_ONCE})
  )
  select asked.requests, ${COLUMNS}
  from (select count(*)::int as requests from open
        where status = 'pending' and (proposed_start is null or proposed_start <= $2)) asked
  left join (near m join properties p on p.id = m.property_id) on true
  order by m.proposed_start, m.seq`;

/** The calendar file's number rises whenever what a calendar holds changes (rule 19). */
const changeOf = (set: string | undefined) => `
  update meetings set
    status = $3::text, ${set ? `${set},` : ''}
    ics_sequence = ics_sequence + case when $6::text is not null or $3::text = 'cancelled' then 1 else 0 end,
    history = history || jsonb_strip_nulls(jsonb_build_object(
      'at', $5::text, 'by', $4::text, 'by_id', $8::text, 'from', status, 'to', $3::text, 'start_date', $6::text, 'reason', $7::text))
  where id = $1 and status = any($2::text[])
  returning id`;

export function createViewings({ tx, newId }: PortNeeds): Viewings {
  const one = async (text: string, values: readonly unknown[]) => {
    const [row] = await tx.rows<ViewingRow>(text, values);
    return row && viewingOf(row);
  };

  return {
    async request({ deal, property, contact, wishes }, at) {
      const id = newId<'viewing'>();
      const [opened] = await tx.rows(OPEN, [id, deal, property, contact, preferredOf(wishes), at.toISOString()]);
      return opened ? one(BY_ID, [id]) : undefined;
    },

    ongoingOf: (deal, property) => one(OPEN_OF, [deal, property]),
    confirmedOf: (deal, property) => one(CONFIRMED_OF, [deal, property]),
    find: (contact, viewing) => one(FIND, [contact, viewing]),
    lastCompleted: async (contact) => (await tx.rows<ViewingRow>(LAST_COMPLETED, [contact])).map(viewingOf),
    all: async (contact) => (await tx.rows<ViewingRow>(ALL, [contact])).map(viewingOf),
    get: (viewing) => one(`${BY_ID} for no key update of m`, [viewing]),

    async list(contact, tab, page, now) {
      const rows = await tx.rows<(ViewingRow | { id: null }) & { total: number }>(LISTS[tab], [
        contact,
        now,
        page * PAGE,
      ]);
      const items = rows.flatMap((row) => (row.id === null ? [] : [viewingOf(row)]));
      const total = rows[0]?.total ?? 0;
      return { items, total, more: total > (page + 1) * PAGE };
    },

    async ahead(contact, now) {
      const rows = await tx.rows<(ViewingRow | { id: null }) & { requests: number }>(AHEAD, [contact, now]);
      const near = rows.flatMap((row) => (row.id === null ? [] : [viewingOf(row)]));
      const next = near.filter(isAgreed).at(0);
      return { offered: near.filter(isOffered), ...(next ? { next } : {}), requests: rows[0]?.requests ?? 0 };
    },

    async count(contact, now) {
      const [counts] = await tx.rows<TabCounts>(COUNT, [contact, now]);
      if (!counts) throw new Error('counting answered nothing');
      return counts;
    },

    async change(viewing, from, change, by, at) {
      const { status, start, end, reason, proposedStart, wishes, openWish, attendance, lateMinutes } = change;
      const time = start?.toISOString() ?? null;
      const values: unknown[] = [viewing, from, status, by.name, at.toISOString(), time, reason ?? null, by.id ?? null];
      const set = assignments(values, {
        start_date: start,
        end_date: end,
        reason,
        proposed_start: proposedStart,
        preferred_dates: wishes && preferredOf(wishes),
        asked_at: wishes && at,
        open_wish: openWish,
        attendance,
        late_minutes: lateMinutes,
      });
      return (await tx.rows(changeOf(set), values)).length > 0;
    },
  };
}

const isAgreed = (viewing: Viewing): viewing is Viewing & { readonly start: Date } =>
  viewing.status === 'confirmed' && viewing.start !== null;
const isOffered = (viewing: Viewing): viewing is Viewing & { readonly proposedStart: Date } =>
  viewing.status === 'pending' && viewing.proposedStart !== null;

const preferredOf = (wishes: readonly Wish[]) =>
  wishes.map(({ partOfDay, ...wish }) => ({ ...wish, part_of_day: partOfDay }));

/** A wish as it is stored. */
export type StoredWish = Omit<Wish, 'partOfDay'> & { readonly part_of_day: PartOfDay };
export const wishOf = ({ part_of_day: partOfDay, ...wish }: StoredWish): Wish => ({ ...wish, partOfDay });

type ViewingRow = {
  id: ViewingId;
  deal_id: DealId;
  status: ViewingStatus;
  preferred_dates: StoredWish[];
  start_date: Date | null;
  end_date: Date | null;
  reason: string | null;
  proposed_start: Date | null;
  open_wish: boolean;
  attendance: Viewing['attendance'];
  late_minutes: Viewing['lateMinutes'];
  last_change: { at: string; by: string; by_id?: UserId } | null;
  ics_uid: string;
  ics_sequence: number;
  owner_id: UserId | null;
  contact_id: ContactId | null;
  offer_id: OfferId | null;
  property_id: PropertyId;
  name: string;
  tesoro_reference: string;
  description: Viewing['property']['description'];
  property_status: string;
  price: number;
  currency: string;
  transaction: Viewing['property']['transaction'];
  agent: Viewing['agent'];
  city: string | null;
  street: string | null;
  point: StoredPoint | null;
  photo: MediaId | null;
};

const changeOfRow = ({ at, by, by_id: id }: NonNullable<ViewingRow['last_change']>): LastChange => ({
  at: new Date(at),
  by: { id: id ?? null, name: by },
});

const viewingOf = (row: ViewingRow): Viewing => ({
  id: row.id,
  offer: row.offer_id,
  deal: row.deal_id,
  property: {
    id: row.property_id,
    description: row.description,
    name: row.name,
    reference: row.tesoro_reference,
    city: row.city,
    price: row.price,
    currency: row.currency,
    transaction: row.transaction,
    status: row.property_status,
    point: pointOf(row.point),
    photo: row.photo,
  },
  contact: row.contact_id,
  owner: row.owner_id,
  agent: row.agent,
  status: row.status,
  preferredDates: row.preferred_dates.map(wishOf),
  start: row.start_date,
  end: row.end_date,
  street: row.street,
  reason: row.reason,
  proposedStart: row.proposed_start,
  openWish: row.open_wish,
  attendance: row.attendance,
  lateMinutes: row.late_minutes,
  changed: row.last_change && changeOfRow(row.last_change),
  calendar: { uid: row.ics_uid, sequence: row.ics_sequence },
});
