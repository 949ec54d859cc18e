import type { Channel } from '#core/chat/channels.ts';
import type { DeliveryKind } from '#core/chat/owed.ts';
import type { LostMessage, SetAside, Troubles, Untaken } from '#core/crm/troubles.ts';
import type { ContactId, DeliveryId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { messageWithoutSecrets } from '#db/sealed-message.ts';
import { ownerOf } from './owner-of.ts';

/** One that was sent once more since is as if it had not been lost. */
const OPEN = `d.company_id = $1 and d.state in ('failed', 'uncertain') and d.settled_at is null
  and (d.message_id is null or not exists (
    select 1 from deliveries later where later.message_id = d.message_id and later.seq > d.seq))`;
const WHOSE = `($2::uuid is null or (k.id is not null and ${ownerOf({ contact: 'k.id' })} = $2))`;
const OF_CLIENT = `
  from deliveries d join chats c on c.id = d.chat_id join channel_accounts a on a.id = d.channel_account_id
  left join messages m on m.id = d.message_id
  left join portal_users p on p.id = c.portal_user_id
  left join contacts k on k.id = coalesce(m.contact_id, p.contact_id)`;
const LOST = `
  select d.id, d.kind, a.channel, d.state, d.failure, d.created_at, d.settled_at, m.text, d.message, c.language,
    k.id as contact, k.first_name, k.last_name, k.email, k.phone, array(
      select distinct oa.channel from portal_users op join chats oc on oc.portal_user_id = op.id and oc.reachable
      join channel_accounts oa on oa.id = oc.channel_account_id and oa.ended_at is null
      where op.contact_id = k.id and op.status = 'Active') as channels
  ${OF_CLIENT}`;
const LIST = `${LOST} where ${OPEN} and ${WHOSE} order by d.created_at desc, d.id limit $3`;
const FIND = `${LOST} where d.company_id = $1 and d.id = $2 and d.state in ('failed', 'uncertain')`;
const SET_ASIDE = `
  select e.id, a.channel, e.key, e.attempts, e.error, e.received_at as at, k.id as contact,
    k.first_name || ' ' || k.last_name as name
  from events e join channel_accounts a on a.id = e.channel_account_id
  left join chats c on c.channel_account_id = e.channel_account_id and c.address = e.address
  left join portal_users p on p.id = c.portal_user_id
  left join contacts k on k.id = p.contact_id
  where e.company_id = $1 and e.state = 'quarantined' order by e.seq desc limit $2`;
const BYTES = "select body from events where company_id = $1 and id = $2 and state = 'quarantined'";
const UNTAKEN = `
  select d.id, d.webhook_id as webhook, w.url, d.event, d.attempts, d.last_error as error, d.created_at as at
  from webhook_deliveries d join webhooks w on w.id = d.webhook_id
  where d.company_id = $1 and d.state = 'failed' order by d.seq desc limit $2`;
const COUNT = `
  select (select count(*) ${OF_CLIENT} where ${OPEN} and ${WHOSE})::int
    + case when $3 then
      (select count(*) from events where company_id = $1 and state = 'quarantined')
      + (select count(*) from webhook_deliveries where company_id = $1 and state = 'failed')
    else 0 end::int as count`;
const ON_THEIR_WAY = `
  select count(*)::int as count,
    coalesce(extract(epoch from now() - min(least(d.due_at, now()))), 0)::float8 as seconds
  from deliveries d where d.company_id = $1 and d.state in ('queued', 'sending')`;

export function createTroubles({ tx }: PortNeeds): Troubles {
  return {
    async lost(whose, limit) {
      return (await tx.rows<LostRow>(LIST, [tx.company, whose ?? null, limit])).map(lostOf);
    },
    async find(delivery) {
      const [row] = await tx.rows<LostRow>(FIND, [tx.company, delivery]);
      return row && lostOf(row);
    },
    async setAside(limit) {
      const rows = await tx.rows<SetAsideRow>(SET_ASIDE, [tx.company, limit]);
      return rows.map(({ contact, name, ...row }) => ({
        ...row,
        client: contact && name !== null ? { id: contact, name } : null,
      }));
    },
    async bytes(event) {
      const [row] = await tx.rows<{ body: Uint8Array | null }>(BYTES, [tx.company, event]);
      return row?.body ?? undefined;
    },
    untaken: (limit) => tx.rows<Untaken>(UNTAKEN, [tx.company, limit]),
    async count(whose, system) {
      const [row] = await tx.rows<{ count: number }>(COUNT, [tx.company, whose ?? null, system]);
      return row?.count ?? 0;
    },
    async onTheirWay() {
      const [row] = await tx.rows<{ count: number; seconds: number }>(ON_THEIR_WAY, [tx.company]);
      return row ?? { count: 0, seconds: 0 };
    },
  };
}

type SetAsideRow = Omit<SetAside, 'client'> & { contact: ContactId | null; name: string | null };
type LostRow = {
  id: DeliveryId;
  kind: DeliveryKind;
  channel: Channel;
  state: 'failed' | 'uncertain';
  failure: { code: string; cause: string; next_step: string } | null;
  created_at: Date;
  settled_at: Date | null;
  text: string | null;
  message: unknown;
  language: Language;
  contact: ContactId | null;
  first_name: string;
  last_name: string;
  email: string | null;
  phone: string | null;
  channels: Channel[];
};

function lostOf(row: LostRow): LostMessage {
  const { id, kind, channel, language, failure, phone, channels } = row;
  const { code = row.state, cause = '', next_step: nextStep = '' } = failure ?? {};
  return {
    ...{ id, kind, channel, language, at: row.created_at, isUncertain: row.state === 'uncertain' },
    isSettled: row.settled_at !== null,
    failure: { code, cause, nextStep },
    said: row.text ?? messageWithoutSecrets(row.message) ?? '',
    client: row.contact && {
      ...{ id: row.contact, firstName: row.first_name, lastName: row.last_name },
      ...{ email: row.email ?? '', phone, channels },
    },
  };
}
