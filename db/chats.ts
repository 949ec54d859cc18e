import { type Channel, isNumbered, type Transport } from '#core/chat/channels.ts';
import type { Chat, ChatChange, Chats, Client, ListeningChat } from '#core/chat/chat.ts';
import type { Turn } from '#core/chat/turn.ts';
import type { Company } from '#core/company.ts';
import type { ChannelAccountId, ChatId, CompanyId, ContactId, DeliveryId, PortalUserId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { knownLanguage } from '#core/language.ts';
import { readShown, readStep, readStoredMessage, storedShown, storedStep } from '#core/turns/stored.ts';
import { assignments } from './assignments.ts';
import type { PortNeeds } from './port-needs.ts';

/** A chat that nobody used for so long is signed out (SPEC 8). */
const SIGNED_IN_DAYS = 180;

/**
 * Marks the event and, only where that is new, takes the chat's row, which the next turn of this chat then waits for.
 * Unique keys decide which of two twins is the one that counts.
 */
const TAKE = `
  with mark as (
    insert into events (id, company_id, channel_account_id, key, address, state, received_at)
    values ($1, $2, $3, $4, $5, 'done', $6)
    on conflict (channel_account_id, key)
      do update set state = 'done', body = null, error = null, due_at = null where events.state = 'pending'
    returning 1
  )
  insert into chats (id, company_id, channel_account_id, address, language, last_inbound_at)
  select $7::uuid, $2, $3, $5, coalesce(
    (select default_language from companies where id = $2 and (default_language = any($8::text[]) or $8::text[] = '{}')),
    ($8::text[])[1], 'en'), $6 from mark
  on conflict (channel_account_id, address) do update set
    last_inbound_at = excluded.last_inbound_at,
    prompted_at = null,
    reachable = true,
    portal_user_id = case when chats.last_inbound_at < $9 then null else chats.portal_user_id end
  returning id, xmax = 0 as fresh`;

/** The company, as `companyOf` reads it. */
const COMPANY = `
  o.name as company_name, o.time_zone, o.currency, o.is_active, o.default_language, o.reject_reasons, o.quiet_hours,
  o.offer_bundle_times, o.viewing_minutes, o.invite_code`;

/** A statement of its own, so that it sees what the turn before this one committed while this one waited for it. */
const LOAD = `
  select c.id, c.invited, c.language, c.pushes, c.noticed, c.held_by is not null as is_taken_over, a.transport, c.step,
    c.shown,
    ${COMPANY},
    p.id as portal_user, p.status, k.id as contact, k.kind, k.first_name, k.last_name, k.language as contact_language,
    exists (select 1 from webhooks w where w.company_id = c.company_id and w.disabled_at is null) as has_webhooks,
    exists (select 1 from deliveries d where d.chat_id = c.id and d.state = 'held') as has_held
  from chats c
  join companies o on o.id = c.company_id
  join channel_accounts a on a.id = c.channel_account_id
  left join portal_users p on p.id = c.portal_user_id
  left join contacts k on k.id = p.contact_id
  where c.channel_account_id = $1 and c.address = $2`;

/** What waited for the person to do something may go now. */
const RELEASE =
  "update deliveries set state = 'queued', due_at = now(), failure = null where chat_id = $1 and state = 'held'";

const MESSAGE_ON = `
  select message from deliveries
  where channel_account_id = (select channel_account_id from chats where id = $1) and platform_id = $2 and chat_id = $1
  order by seq desc limit 1`;

/** Whoever writes from the new id before the platform tells of it has a chat there already. */
const MOVE_ACCOUNT = `
  update chats c set portal_user_id = old.portal_user_id, invited = old.invited or c.invited, language = old.language,
    pushes = old.pushes
  from chats old
  where old.id = $1 and c.channel_account_id = old.channel_account_id and c.address = $2 and c.id <> old.id
    and c.portal_user_id is null
  returning c.id`;
const SIGN_OUT = 'update chats set portal_user_id = null where id = $1';
const MOVE = `
  update chats set address = $2 where id = $1 and not exists (
    select 1 from chats c where c.channel_account_id = chats.channel_account_id and c.address = $2)
  returning id`;
const REPLACE_IDENTITY = `
  with gone as (delete from identities where chat_id = $2)
  insert into identities (id, company_id, channel_account_id, kind, value, chat_id)
  select $1, company_id, channel_account_id, $3, $4, id from chats where id = $2
  on conflict do nothing`;

const FOUND = `
  select c.id, c.channel_account_id as account, a.channel, c.language, c.step, ${COMPANY}, p.contact_id as contact,
    k.first_name, k.last_name
  from chats c join channel_accounts a on a.id = c.channel_account_id
  join companies o on o.id = c.company_id
  left join portal_users p on p.id = c.portal_user_id
  left join contacts k on k.id = p.contact_id
  where c.id = $1 for no key update of c`;

const LISTENING = `
  select c.id, c.channel_account_id, a.channel, c.language, c.shown
  from portal_users p
  join chats c on c.portal_user_id = p.id
  join channel_accounts a on a.id = c.channel_account_id
  where p.contact_id = $1 and p.status = 'Active' and c.reachable and c.pushes = 'on' and a.ended_at is null
  order by c.seq`;

/** Cards of one offer in one chat that are brought up to date: older ones are far up, and answer with what is so now. */
const CARDS_PER_CHAT = 5;

/** Only where the chat still belongs to somebody of the offer's deal. A message that was edited counts as one. */
const CARDS = `
  select * from (
    select s.*, row_number() over (partition by s.id order by s.seq desc) as nth from (
      select distinct on (d.chat_id, coalesce(d.platform_id, d.id::text))
        d.id as delivery, d.message, d.seq, p.contact_id as contact, c.id, c.channel_account_id, a.channel, c.language,
        c.shown
      from deliveries d
      join chats c on c.id = d.chat_id
      join channel_accounts a on a.id = c.channel_account_id
      join portal_users p on p.id = c.portal_user_id and p.status = 'Active'
      join deal_properties o on o.id = d.shows_offer_id
      join deal_contacts k on k.deal_id = o.deal_id and k.contact_id = p.contact_id
      where d.shows_offer_id = $1 and d.state <> 'failed' and c.reachable and a.ended_at is null
      order by d.chat_id, coalesce(d.platform_id, d.id::text), d.seq desc
    ) s
  ) newest where nth <= ${CARDS_PER_CHAT} order by seq`;

export function createChats({ tx, clock, newId, learned }: PortNeeds): Chats {
  return {
    async take(turn, ofNumber = []) {
      const now = clock.now();
      const unused = new Date(now.getTime() - SIGNED_IN_DAYS * 24 * 3600 * 1000);
      const told = knownLanguage(turn.person.language);
      const spoken = told ? [told] : ofNumber;
      const place = [turn.account, turn.address];
      const [taken, loaded] = await Promise.all([
        tx.rows<{ id: string; fresh: boolean }>(TAKE, [
          newId(),
          turn.company,
          turn.account,
          turn.event,
          turn.address,
          now,
          newId(),
          spoken,
          unused,
        ]),
        tx.rows<LoadedRow>(LOAD, place),
      ]);
      const [chat] = taken;
      const [row] = loaded;
      if (!chat || !row) return 'seen';
      learned.hasWebhooks = row.has_webhooks;
      if (chat.fresh) rememberPerson(turn, row.id);
      if (row.has_held) tx.write(RELEASE, [row.id]);
      return chatOf(turn, row);
    },

    async change(chat, change) {
      const values: unknown[] = [chat];
      const set = assignments(values, columnsOf(change));
      if (set) tx.write(`update chats set ${set} where id = $1`, values);
      if (change.client)
        tx.write('update portal_users set last_sign_in_at = $2 where id = $1', [change.client, clock.now()]);
    },

    async find(chat) {
      const [row] = await tx.rows<FoundRow>(FOUND, [chat]);
      if (!row) return undefined;
      const { id, account, channel, language, contact } = row;
      const company = companyOf(tx.company, row);
      const step = readStep(row.step);
      const client = contact ? { contact, name: `${row.first_name} ${row.last_name}` } : undefined;
      const known = client ? { contact: client.contact, client } : {};
      return { id, account, channel, language, company, ...known, ...(step ? { step } : {}) };
    },

    async messageOn(chat, platformId) {
      const [found] = await tx.rows<{ message: unknown }>(MESSAGE_ON, [chat, platformId]);
      return readStoredMessage(found?.message);
    },

    async move(chat, { identity, address }) {
      const [moved] = await tx.rows(MOVE, [chat, address]);
      if (moved) {
        tx.write(REPLACE_IDENTITY, [newId(), chat, identity.kind, identity.id]);
        return;
      }
      const [taken] = await tx.rows(MOVE_ACCOUNT, [chat, address]);
      if (taken) tx.write(SIGN_OUT, [chat]);
    },

    async listening(contact) {
      return (await tx.rows<ListeningRow>(LISTENING, [contact])).map(listeningOf);
    },

    async cardsOf(offer) {
      const rows = await tx.rows<CardRow>(CARDS, [offer]);
      return rows.flatMap((row) => {
        const message = readStoredMessage(row.message);
        const { contact, delivery } = row;
        return message ? [{ ...listeningOf(row), contact, delivery, message }] : [];
      });
    },
  };

  function rememberPerson(turn: Turn, chat: ChatId) {
    const { kind, id } = turn.person.identity;
    tx.write(
      `insert into identities (id, company_id, channel_account_id, kind, value, chat_id)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [newId(), turn.company, turn.account, kind, id, chat],
    );
  }
}

const columnsOf = (change: ChatChange) => ({
  portal_user_id: change.client,
  invited: change.invited,
  language: change.language,
  pushes: change.pushes,
  noticed: change.noticed,
  step: change.step && storedStep(change.step),
  shown: change.shown && storedShown(change.shown),
  reachable: change.reachable,
});

type CompanyRow = {
  company_name: string;
  time_zone: string;
  currency: string;
  is_active: boolean;
  default_language: Language;
  reject_reasons: string[];
  quiet_hours: Company['quietHours'];
  offer_bundle_times: string[];
  viewing_minutes: number;
  invite_code: string;
};

type FoundRow = CompanyRow & {
  id: ChatId;
  account: ChannelAccountId;
  channel: Channel;
  language: Language;
  step: unknown;
  contact: ContactId | null;
  first_name: string | null;
  last_name: string | null;
};

type LoadedRow = CompanyRow & {
  id: ChatId;
  invited: boolean;
  language: Language;
  pushes: 'on' | 'stopped';
  noticed: boolean;
  is_taken_over: boolean;
  transport: Transport;
  step: unknown;
  shown: unknown;
  has_webhooks: boolean;
  has_held: boolean;
} & (
    | { portal_user: null; contact: null }
    | {
        portal_user: PortalUserId;
        status: Client['status'];
        contact: ContactId;
        kind: Client['kind'];
        first_name: string;
        last_name: string;
        contact_language: string | null;
      }
  );

function chatOf(turn: Turn, row: LoadedRow): Chat {
  const step = readStep(row.step);
  return {
    id: row.id,
    account: turn.account,
    channel: turn.channel,
    company: companyOf(turn.company, row),
    ...(row.portal_user ? { client: clientOf(row) } : {}),
    invited: row.invited,
    language: row.language,
    pushes: row.pushes,
    noticed: row.noticed,
    isTakenOver: row.is_taken_over,
    isNumbered: isNumbered(turn.channel, row.transport),
    ...(step ? { step } : {}),
    shown: readShown(row.shown),
  };
}

const companyOf = (id: CompanyId, row: CompanyRow): Company => ({
  id,
  name: row.company_name,
  timeZone: row.time_zone,
  currency: row.currency,
  isActive: row.is_active,
  defaultLanguage: row.default_language,
  rejectReasons: row.reject_reasons,
  quietHours: row.quiet_hours,
  offerBundleTimes: row.offer_bundle_times,
  viewingMinutes: row.viewing_minutes,
  inviteCode: row.invite_code,
});

const clientOf = (row: LoadedRow & { portal_user: PortalUserId }): Client => ({
  portalUser: row.portal_user,
  contact: row.contact,
  status: row.status,
  kind: row.kind,
  firstName: row.first_name,
  name: `${row.first_name} ${row.last_name}`,
  language: row.contact_language,
});

type ListeningRow = {
  id: ChatId;
  channel_account_id: ChannelAccountId;
  channel: Channel;
  language: Language;
  shown: unknown;
};

type CardRow = ListeningRow & { contact: ContactId; delivery: DeliveryId; message: unknown };

const listeningOf = (row: ListeningRow): ListeningChat => ({
  id: row.id,
  account: row.channel_account_id,
  channel: row.channel,
  language: row.language,
  shown: readShown(row.shown),
});
