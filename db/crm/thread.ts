import type { MessageRecord, Thread } from '#core/crm/thread.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { messageWithoutSecrets } from '#db/sealed-message.ts';

/** What the client and the agents wrote, and what the bot said, as one; its place in it is the millisecond, then the order of arrival. */
const LIST = `
  select * from (
    select m.id, m.at, case when m.user_id is null then 'client' else 'user' end as from, m.text, m.media, null::jsonb as message,
      m.channel, c.language, d.state, d.platform_id, d.failure,
      floor(extract(epoch from m.at) * 1000)::bigint * 1000 as place
    from messages m join chats c on c.id = m.chat_id left join lateral (
      select state, platform_id, failure from deliveries where message_id = m.id order by seq desc limit 1
    ) d on true
    where m.contact_id = $1
    union all
    select d.id, d.created_at, 'bot', null, '[]'::jsonb, d.message, a.channel, c.language, d.state, d.platform_id, d.failure,
      floor(extract(epoch from d.created_at) * 1000)::bigint * 1000 + d.seq % 1000
    from portal_users p join chats c on c.portal_user_id = p.id
    join channel_accounts a on a.id = c.channel_account_id
    join deliveries d on d.chat_id = c.id and d.message_id is null and not d.message @> $5::jsonb
      and not d.message @> '{"onlyEdits": true}'
    where p.contact_id = $1
  ) t where ($2::bigint is null or place < $2) and ($4::uuid is null or id = $4)
  order by place desc limit $3`;
/** Our question whether to send what the client wrote: until they do, their words are nobody's. */
const DRAFT = { choices: [{ is: 'press', intent: encodeIntent({ to: 'sendMessage' }) }] };
/** What is sent again is dealt with. */
const RESEND = `
  with lost as (
    select * from deliveries where (id = $2 or message_id = $2) and state in ('failed', 'uncertain') order by seq desc limit 1
  ), dealt as (
    update deliveries d set settled_at = coalesce(d.settled_at, $3::timestamptz) from lost where d.id = lost.id
  )
  insert into deliveries (id, company_id, chat_id, channel_account_id, rank, kind, message, shows_offer_id, shows_viewing_id,
    message_id)
  select $1, company_id, chat_id, channel_account_id, rank, kind, message, shows_offer_id, shows_viewing_id, message_id
  from lost
  returning coalesce(message_id, id) as id,
    (select p.contact_id from chats c join portal_users p on p.id = c.portal_user_id where c.id = chat_id) as contact`;

export function createThread({ tx, clock, newId }: PortNeeds): Thread {
  const rows = (values: readonly unknown[]) => tx.rows<Row>(LIST, [...values, DRAFT]);
  return {
    async list(contact, { before, limit }) {
      const found = await rows([contact, before, limit + 1, null]);
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return { items: items.map(recordOf), next: found.length > limit && last ? Number(last.place) : null };
    },
    async find(contact, id) {
      const [row] = await rows([contact, null, 1, id]);
      return row && recordOf(row);
    },
    async resend(id) {
      const [again] = await tx.rows<{ id: string; contact: never }>(RESEND, [newId(), id, clock.now()]);
      if (again) tx.wake('owed');
      tx.nudge('messages', 'problems');
      return again;
    },
  };
}

type Row = Omit<MessageRecord, 'at' | 'said' | 'state'> & {
  at: Date;
  text: string | null;
  message: unknown;
  state: MessageRecord['state'];
  place: string | number;
};

const recordOf = (row: Row): MessageRecord => {
  const { id, from, language, channel, state, platform_id, failure, at, message, text, media } = row;
  const said = messageWithoutSecrets(message) ?? text ?? '';
  return { id, at: at.toISOString(), from, said, media, language, channel, state, platform_id, failure };
};
