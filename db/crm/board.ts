import type { Board, BoardViewing, Fate, Lane, WeekViewing } from '#core/crm/board.ts';
import type { ContactId, DealId, UserId, ViewingId } from '#core/ids.ts';
import type { Attendance } from '#core/viewings/attendance.ts';
import type { ViewingStatus } from '#core/viewings/viewing.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { HOME, type HomeRow, homeOf } from './home-shown.ts';
import { CLIENT_OF_MEETING } from './open-matters.ts';
import { ownerOf } from './owner-of.ts';

const OWNER = ownerOf({ known: 'm.owner_id', deal: 'm.deal_id', contact: 'm.contact_id' });
const WHICH: Readonly<Record<Lane, { readonly where: string; readonly order: string }>> = {
  withClient: { where: "m.status = 'pending' and m.proposed_start is not null", order: 'm.proposed_start' },
  confirmed: {
    where: "m.status = 'confirmed' and m.start_date > asked.since",
    order: 'm.start_date',
  },
  done: {
    where: "m.status in ('completed', 'cancelled', 'rejected') and coalesce(m.start_date, m.created_at) > asked.since",
    order: 'm.seq desc',
  },
};

/** `beside`: what `where` reads besides a meeting. */
const shownOf = (where: string, beside = '') => ({
  columns: `
    select m.id, m.deal_id, m.status, m.start_date, m.end_date, m.proposed_start, m.open_wish, m.attendance, m.reason,
      m.owner, m.client, ${HOME}, p.price::float8 as price, p.currency, p.transaction = 'for_rent' as is_rent`,
  from: `
    from (select m.*, ${OWNER} as owner, ${CLIENT_OF_MEETING} as client from meetings m${beside}
          where m.company_id = $1 and ${where}) m
    join properties p on p.id = m.property_id`,
});

/** With what became of what the client was told last, which is looked for among all that was ever owed them. */
function toldOf(where: string, beside?: string): string {
  const { columns, from } = shownOf(where, beside);
  return `${columns}, t.state as told, t.at as told_at ${from}
  left join lateral (
    select d.state, coalesce(d.sent_at, d.created_at) as at
    from portal_users u join chats c on c.portal_user_id = u.id join deliveries d on d.chat_id = c.id
    where u.contact_id = m.client and d.kind = 'viewing' order by d.created_at desc limit 1
  ) t on true`;
}

const laneOf = (lane: Lane) => `
  ${toldOf(WHICH[lane].where, ', (select $3::timestamptz as since) asked')}
  where $2::uuid is null or m.owner = $2::uuid
  order by ${WHICH[lane].order} limit $4`;
const IN_SPAN = `m.id in (
    select a.id from meetings a where a.company_id = $1 and a.status in ('confirmed', 'completed')
      and a.start_date >= $2::timestamptz and a.start_date < $3::timestamptz
    union all
    select o.id from meetings o where o.company_id = $1 and o.status = 'pending'
      and o.proposed_start >= $2::timestamptz and o.proposed_start < $3::timestamptz)`;
const WEEK = shownOf(IN_SPAN);
const BETWEEN = `${WEEK.columns} ${WEEK.from} order by coalesce(m.start_date, m.proposed_start), m.id limit $4`;
const ONE = toldOf('m.id = $2::uuid');

type Row = HomeRow & {
  id: ViewingId;
  deal_id: DealId;
  status: ViewingStatus;
  start_date: Date | null;
  end_date: Date | null;
  proposed_start: Date | null;
  open_wish: boolean;
  attendance: Attendance | null;
  reason: string | null;
  owner: UserId | null;
  client: ContactId | null;
  price: number;
  currency: string;
  is_rent: boolean;
};
type ToldRow = Row & { told: Fate | null; told_at: Date | null };

export function createBoard({ tx }: PortNeeds): Board {
  return {
    lane: async (lane, { owner, since, limit }) =>
      (await tx.rows<ToldRow>(laneOf(lane), [tx.company, owner ?? null, since, limit])).map(toldViewingOf),
    between: async ({ from, until }, limit) =>
      (await tx.rows<Row>(BETWEEN, [tx.company, from, until, limit])).map(viewingOf),
    find: async (id) => (await tx.rows<ToldRow>(ONE, [tx.company, id])).map(toldViewingOf)[0],
  };
}

const viewingOf = (row: Row): WeekViewing => ({
  viewing: { id: row.id, deal: row.deal_id, start: row.start_date, end: row.end_date },
  status: row.status,
  proposedStart: row.proposed_start,
  openWish: row.open_wish,
  attendance: row.attendance,
  reason: row.reason,
  home: { ...homeOf(row), price: row.price, currency: row.currency, isRent: row.is_rent },
  client: row.client,
  owner: row.owner,
});

const toldViewingOf = (row: ToldRow): BoardViewing => ({
  ...viewingOf(row),
  told: row.told && row.told_at ? { state: row.told, at: row.told_at } : undefined,
});
