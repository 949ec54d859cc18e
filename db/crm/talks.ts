import type { Channel, Transport } from '#core/chat/channels.ts';
import type { AboutClient, Holder, LastWords, SaidFile, SaidMore, Stand, Talk, Talks } from '#core/crm/talks.ts';
import type { ChatId, ContactId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import { LAST_INBOUND } from '#db/last-inbound.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { messageWithoutSecrets } from '#db/sealed-message.ts';
import { firstPhotoOf } from './first-photo.ts';
import { ownerOf } from './owner-of.ts';

/** How many of the newest messages and chats a list is made from. */
const NEAR = { messages: 1000, chats: 300 };
/** How many of the newest messages are searched for words. */
const SEARCHED = 20_000;

const WAITING = `
  select contact_id, min(at) as since from messages
  where company_id = $1 and user_id is null and settled_at is null group by contact_id`;
/** With whom something was said or done lately, below the place that a list goes on from. */
const LATELY = `
  select contact_id from waiting where $3::timestamptz is null
  union
  select contact_id from (
    select contact_id from messages where company_id = $1 and ($3::timestamptz is null or at < $3)
    order by at desc limit ${NEAR.messages}) m
  union
  select p.contact_id from (
    select portal_user_id from chats
    where company_id = $1 and portal_user_id is not null and ($3::timestamptz is null or last_inbound_at < $3)
    order by last_inbound_at desc nulls last limit ${NEAR.chats}) c
  join portal_users p on p.id = c.portal_user_id`;
const SOUGHT = `
  select id as contact_id from contacts
  where company_id = $1 and position(lower($5) in lower(first_name || ' ' || last_name)) > 0
    and (exists (select 1 from portal_users p where p.contact_id = contacts.id)
      or exists (select 1 from messages m where m.contact_id = contacts.id))
  union
  select contact_id from (
    select contact_id, text from messages where company_id = $1 order by at desc limit ${SEARCHED}) m
  where position(lower($5) in lower(text)) > 0`;

/** Our question whether to send what the client wrote: until they do, their words are nobody's. */
const DRAFT = JSON.stringify({ choices: [{ is: 'press', intent: encodeIntent({ to: 'sendMessage' }) }] });

const LIST = (near: string) => `
  with waiting as (${WAITING}), near as (${near}), page as (
    select o.*, greatest(
      (select max(at) from messages where contact_id = o.contact_id),
      (select max(c.last_inbound_at) from portal_users p join chats c on c.portal_user_id = p.id
       where p.contact_id = o.contact_id),
      (select created_at from contacts where id = o.contact_id and $5::text is not null)) as place
    from (
      select n.contact_id, w.since
      from near n left join waiting w on w.contact_id = n.contact_id
    ) o
    where case $2 when 'waiting' then o.since is not null when 'mine' then ${ownerOf({ contact: 'o.contact_id' })} = $6::uuid else true end
  ), shown as (
    select * from page where place is not null and ($3::timestamptz is null or (since is null and place < $3))
    order by since nulls last, place desc limit $4
  )
  select s.contact_id as contact, k.first_name, k.last_name, s.since, s.place, l.*, h.held_by, hu.name as held_by_name
  from shown s join contacts k on k.id = s.contact_id
  left join lateral (
    select c.held_by from portal_users p join chats c on c.portal_user_id = p.id
    where p.contact_id = s.contact_id and c.held_by is not null limit 1) h on true
  left join users hu on hu.id = h.held_by
  left join lateral (
    select * from (
      (select m.at, m.user_id, u.name as user_name, m.text, jsonb_array_length(m.media) as files, null::jsonb as message,
        c.language, m.channel, d.state
      from messages m join chats c on c.id = m.chat_id left join users u on u.id = m.user_id
      left join lateral (select state from deliveries where message_id = m.id order by seq desc limit 1) d on true
      where m.contact_id = s.contact_id and (s.since is null or m.user_id is null) order by m.at desc limit 1)
      union all
      (select d.created_at, null, null, null, 0, d.message, c.language, a.channel, d.state
      from portal_users p join chats c on c.portal_user_id = p.id
      join channel_accounts a on a.id = c.channel_account_id
      join lateral (
        select * from deliveries x
        where x.chat_id = c.id and x.message_id is null and not x.message @> '${DRAFT}'::jsonb
        order by x.created_at desc limit 1) d on true
      where p.contact_id = s.contact_id and s.since is null order by d.created_at desc limit 1)
    ) t order by t.at desc limit 1
  ) l on true
  order by s.since nulls last, s.place desc`;

const COUNT = `
  select count(distinct contact_id)::int as count from messages
  where company_id = $1 and user_id is null and settled_at is null`;

const CHATS = `
  select c.id, a.channel, a.transport, ${LAST_INBOUND} as last_inbound, c.pushes = 'stopped' as is_stopped, c.reachable, p.status,
    c.held_by, u.name as held_by_name, c.held_since
  from portal_users p
  left join (chats c join channel_accounts a on a.id = c.channel_account_id and a.ended_at is null)
    on c.portal_user_id = p.id
  left join users u on u.id = c.held_by
  where p.contact_id = $1 order by c.last_inbound_at desc nulls last`;
const ANSWERED = `
  select u.id, u.name, m.at,
    (select min(at) from messages where contact_id = $1 and user_id is null and settled_at is null) as since
  from (select 1) one
  left join lateral (
    select user_id, at from messages where contact_id = $1 and user_id is not null order by at desc limit 1) m on true
  left join users u on u.id = m.user_id`;

const HOME = (id: string) => `
  (select jsonb_build_object('id', p.id, 'name', p.name, 'city', p.address ->> 'city', 'photo', ${firstPhotoOf('p')})
   from properties p where p.id = ${id})`;
const ABOUT = `
  select
    (select jsonb_build_object('id', d.id, 'name', d.name, 'type', d.type, 'stage', d.stage, 'counts', (
       select coalesce(jsonb_object_agg(o.status, o.count), '{}') from (
         select status, count(*) from deal_properties where deal_id = d.id group by status
         union all select 'visited', count(*) from deal_properties where deal_id = d.id and visited_at is not null) o))
     from deal_contacts k join deals d on d.id = k.deal_id
     where k.contact_id = $1 and d.status = 'open' order by d.seq desc limit 1) as deal,
    (select jsonb_build_object('id', m.id, 'start', m.start_date, 'attendance', m.attendance, 'openWish', m.open_wish,
       'home', ${HOME('m.property_id')})
     from deal_contacts k join meetings m on m.deal_id = k.deal_id
     where k.contact_id = $1 and m.status = 'confirmed' and m.start_date > $2 order by m.start_date limit 1) as viewing,
    (select ${HOME('m.property_id')} from messages m
     where m.contact_id = $1 and m.user_id is null and m.property_id is not null order by m.at desc limit 1) as asked`;

const MORE = `
  select m.id, u.id as user_id, u.name as user_name, p.id as home_id, p.name as home_name, d.due_at
  from messages m left join users u on u.id = m.user_id left join properties p on p.id = m.property_id
  left join lateral (
    select case when state = 'queued' then due_at end as due_at from deliveries
    where message_id = m.id order by seq desc limit 1) d on true
  where m.id = any($1::uuid[])
  union all
  select id, null, null, null, null, due_at from deliveries
  where id = any($1::uuid[]) and message_id is null and state = 'queued'`;
const FILES = 'select id, mime, duration_seconds as seconds, size from media where id = any($1::uuid[])';

export function createTalks({ tx }: PortNeeds): Talks {
  return {
    async list({ filter, me, search, before, limit }) {
      const values = [tx.company, filter, before ?? null, limit, search ?? null, me];
      const rows = await tx.rows<TalkRow>(LIST(search ? SOUGHT : LATELY), values);
      return rows.map(talkOf);
    },
    async countWaiting() {
      const [row] = await tx.rows<{ count: number }>(COUNT, [tx.company]);
      return row?.count ?? 0;
    },
    async stand(contact) {
      const chats = await tx.rows<ChatRow>(CHATS, [contact]);
      const [answered] = await tx.rows<AnsweredRow>(ANSWERED, [contact]);
      return standOf(chats, answered);
    },
    async about(contact, now) {
      const [row] = await tx.rows<AboutRow>(ABOUT, [contact, now]);
      const viewing = row?.viewing ? { ...row.viewing, start: new Date(row.viewing.start) } : null;
      return { deal: row?.deal ?? null, asked: row?.asked ?? null, viewing };
    },
    async more(messages) {
      const rows = messages.length === 0 ? [] : await tx.rows<MoreRow>(MORE, [messages]);
      return new Map(rows.map((row) => [row.id, moreOf(row)]));
    },
    async files(media) {
      const rows = media.length === 0 ? [] : await tx.rows<SaidFile>(FILES, [media]);
      return new Map(rows.map((row) => [row.id, { ...row, size: Number(row.size) }]));
    },
  };
}

const holderOf = (id: Holder['id'] | null, name: string | null): Holder | null =>
  id && name !== null ? { id, name } : null;

type TalkRow = {
  contact: ContactId;
  first_name: string;
  last_name: string;
  since: Date | null;
  place: Date;
  held_by: Holder['id'] | null;
  held_by_name: string | null;
  at: Date | null;
  user_id: Holder['id'] | null;
  user_name: string | null;
  text: string | null;
  files: number;
  message: unknown;
  language: Language;
  channel: Channel;
  state: string | null;
};

const talkOf = (row: TalkRow): Talk => ({
  contact: row.contact,
  firstName: row.first_name,
  lastName: row.last_name,
  last: lastOf(row),
  waitingSince: row.since,
  heldBy: holderOf(row.held_by, row.held_by_name),
  place: row.place,
});

function lastOf(row: TalkRow): LastWords | null {
  if (!row.at) return null;
  const user = holderOf(row.user_id, row.user_name);
  const { text, message, files, language, at, channel, state } = row;
  const from = text === null ? 'bot' : user ? 'user' : 'client';
  return { from, user, said: text ?? messageWithoutSecrets(message) ?? '', files, language, at, channel, state };
}

type ChatRow = {
  id: ChatId | null;
  channel: Channel;
  transport: Transport;
  last_inbound: Date;
  is_stopped: boolean;
  reachable: boolean;
  status: Stand['account'];
  held_by: Holder['id'] | null;
  held_by_name: string | null;
  held_since: Date | null;
};
type AnsweredRow = { id: Holder['id'] | null; name: string | null; at: Date | null; since: Date | null };

function standOf(rows: readonly ChatRow[], answered: AnsweredRow | undefined): Stand {
  const holding = rows.find((row) => row.held_by !== null);
  const holder = holding && holderOf(holding.held_by, holding.held_by_name);
  const user = answered && holderOf(answered.id, answered.name);
  return {
    chats: rows.flatMap(({ id, channel, transport, last_inbound: lastInbound, is_stopped: isStopped, reachable }) =>
      id ? [{ id, channel, transport, lastInbound, isStopped, isReachable: reachable }] : [],
    ),
    account: rows[0]?.status ?? null,
    heldBy: holder ? { ...holder, since: holding.held_since } : null,
    waitingSince: answered?.since ?? null,
    answered: user && answered.at ? { ...user, at: answered.at } : null,
  };
}

type AboutRow = {
  deal: AboutClient['deal'];
  viewing: (Omit<NonNullable<AboutClient['viewing']>, 'start'> & { start: string }) | null;
  asked: AboutClient['asked'];
};

type MoreRow = {
  id: string;
  user_id: Holder['id'] | null;
  user_name: string | null;
  home_id: NonNullable<SaidMore['home']>['id'] | null;
  home_name: string | null;
  due_at: Date | null;
};
const moreOf = (row: MoreRow): SaidMore => ({
  user: holderOf(row.user_id, row.user_name),
  home: row.home_id && row.home_name !== null ? { id: row.home_id, name: row.home_name } : null,
  dueAt: row.due_at,
});
