import { type Channel, type Transport, windowEnd } from '#core/chat/channels.ts';
import type {
  Matter,
  OpenMatter,
  Place,
  Unanswered,
  Undelivered,
  Waiting,
  WaitingViewing,
  Waits,
  WaitsWanted,
} from '#core/crm/waits.ts';
import type { ContactId, DealId, MediaId, UserId, ViewingId } from '#core/ids.ts';
import { LAST_INBOUND } from '#db/last-inbound.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { type StoredWish, wishOf } from '#db/viewings.ts';
import { HOME, type HomeRow, homeOf } from './home-shown.ts';
import { COUNT, COUNTS, HOLDER, LISTS, REQUESTS } from './open-matters.ts';

const CLIENTS = `
  select k.id, k.first_name as "firstName", k.last_name as "lastName", k.language, k.phone, array(
    select a.channel from portal_users p join chats c on c.portal_user_id = p.id
    join channel_accounts a on a.id = c.channel_account_id
    where p.contact_id = k.id and p.status = 'Active' and a.ended_at is null
    group by a.channel order by max(c.last_inbound_at) desc nulls last) as channels
  from contacts k where k.id = any($1::uuid[])`;

const VIEWINGS = `
  select m.id, m.deal_id, m.owner_id, m.start_date, m.end_date, m.preferred_dates,
    jsonb_array_length(m.history) > 1 as is_again, ${HOME}
  from meetings m join properties p on p.id = m.property_id where m.id = any($1::uuid[])`;

/** The newest of what is unanswered, and how much it is. */
const MESSAGES = `
  select n.contact_id, n.text, n.media, n.at, w.count, a.channel, a.transport, ${LAST_INBOUND} as last_inbound, ${HOME},
    ${HOLDER} as held_by
  from (
    select m.contact_id, count(*)::int as count from messages m
    where m.company_id = $1 and m.contact_id = any($2::uuid[]) and m.user_id is null and m.settled_at is null
    group by m.contact_id
  ) w
  join lateral (
    select * from messages m where m.contact_id = w.contact_id and m.user_id is null and m.settled_at is null
    order by m.at desc limit 1
  ) n on true
  join chats c on c.id = n.chat_id
  join channel_accounts a on a.id = c.channel_account_id
  left join properties p on p.id = n.property_id`;

const DELIVERIES = `
  select d.id, d.kind, a.channel, d.failure
  from deliveries d join channel_accounts a on a.id = d.channel_account_id where d.id = any($1::uuid[])`;
const SOURCES = 'select id, lead_source as source from contacts where id = any($1::uuid[])';
const OWNERS = 'select id, name from users where id = any($1::uuid[])';
const SETTLE = `
  update messages set settled_at = $2 where contact_id = $1 and user_id is null and settled_at is null returning id`;
const REMIND = `
  insert into reminders (id, company_id, user_id, contact_id, at) values ($1, $2, $3, $4, $5)
  on conflict (user_id, contact_id) do update set at = excluded.at`;
const FORGET = 'delete from reminders where user_id = $1 and contact_id = $2';
const TAKE_UP = 'update contacts set new_since = null where id = $1 and new_since is not null';

export function createWaits({ tx, newId }: PortNeeds): Waits {
  const valuesOf = ({ me, isMine, now, overdueSince, withErasures }: WaitsWanted) => [
    tx.company,
    me,
    isMine,
    now,
    overdueSince,
    withErasures,
  ];
  const byId = async <Row extends { readonly id: string }>(text: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : tx.rows<Row>(text, [[...new Set(ids)]]);
  const mapOf = async <Row extends { readonly id: string }>(text: string, ids: readonly string[]) =>
    new Map((await byId<Row>(text, ids)).map((row) => [row.id, row]));

  return {
    open: (family, wanted, after: Place | undefined, limit) =>
      tx.rows<OpenMatter>(LISTS[family], [
        ...valuesOf(wanted),
        after?.at ?? null,
        after?.id ?? null,
        limit,
        wanted.contact ?? null,
      ]),
    requests: (wanted, days) => tx.rows<OpenMatter>(REQUESTS, [...valuesOf(wanted), days]),
    async count(wanted) {
      const [row] = await tx.rows<{ count: number }>(COUNT, valuesOf(wanted));
      return row?.count ?? 0;
    },
    async counts(wanted) {
      const rows = await tx.rows<{ is: Matter['is']; count: number }>(COUNTS, valuesOf(wanted));
      return new Map(rows.map(({ is, count }) => [is, count]));
    },
    clients: (ids) => mapOf<Waiting>(CLIENTS, ids),
    async viewings(ids) {
      return new Map((await byId<ViewingRow>(VIEWINGS, ids)).map((row) => [row.id, viewingOf(row)]));
    },
    async messages(contacts) {
      if (contacts.length === 0) return new Map();
      const rows = await tx.rows<MessageRow>(MESSAGES, [tx.company, contacts]);
      return new Map(rows.map((row) => [row.contact_id, unansweredOf(row)]));
    },
    async deliveries(ids) {
      const rows = await byId<DeliveryRow>(DELIVERIES, ids);
      return new Map(
        rows.map(({ id, kind, channel, failure }) => {
          const { code, cause, next_step: nextStep } = failure;
          return [id, { delivery: id, kind, channel, failure: { code, cause, nextStep } }];
        }),
      );
    },
    async sources(leads) {
      const rows = await byId<{ id: string; source: string | null }>(SOURCES, leads);
      return new Map(rows.map(({ id, source }) => [id, source]));
    },
    owners: (ids) => mapOf<{ id: UserId; name: string }>(OWNERS, ids),
    settle: async (contact, at) => (await tx.rows(SETTLE, [contact, at])).length,
    async remind(user, contact, at) {
      if (at) tx.write(REMIND, [newId(), tx.company, user, contact, at]);
      else tx.write(FORGET, [user, contact]);
    },
    async takeUp(lead) {
      tx.write(TAKE_UP, [lead]);
    },
  };
}

type ViewingRow = HomeRow & {
  id: ViewingId;
  deal_id: DealId;
  owner_id: UserId | null;
  start_date: Date | null;
  end_date: Date | null;
  preferred_dates: StoredWish[];
  is_again: boolean;
};
const viewingOf = (row: ViewingRow): WaitingViewing => ({
  viewing: { id: row.id, deal: row.deal_id, start: row.start_date, end: row.end_date },
  owner: row.owner_id,
  home: homeOf(row),
  preferredDates: row.preferred_dates.map(wishOf),
  isAgain: row.is_again,
});

type MessageRow = (HomeRow | { home_id: null }) & {
  contact_id: ContactId;
  text: string;
  media: MediaId[];
  at: Date;
  count: number;
  channel: Channel;
  transport: Transport;
  last_inbound: Date;
  held_by: UserId | null;
};
function unansweredOf(row: MessageRow): Unanswered {
  return {
    words: row.text,
    media: row.media,
    at: row.at,
    count: row.count,
    channel: row.channel,
    windowClosesAt:
      windowEnd({ channel: row.channel, transport: row.transport, lastInbound: row.last_inbound }) ?? null,
    home: row.home_id === null ? null : homeOf(row),
    takenOverBy: row.held_by,
  };
}

type DeliveryRow = {
  id: Undelivered['delivery'];
  kind: Undelivered['kind'];
  channel: Channel;
  failure: { code: string; cause: string; next_step: string };
};
