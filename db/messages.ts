import type { AgentCard, HeldChat, LastChat, Messages, NewMessage } from '#core/messages/messages.ts';
import { readShown } from '#core/turns/stored.ts';
import { LAST_INBOUND } from './last-inbound.ts';
import type { PortNeeds } from './port-needs.ts';
import { SHOWN_NAME } from './shown-name.ts';

/** Owner: the deal's user, else the contact's, else the company's first Admin (T). */
const AGENT = `
  select u.id, ${SHOWN_NAME} as name, u.job_title as "jobTitle", u.phone, u.photo from users u where u.id = coalesce(
    (select d.assigned_to from deal_properties o join deals d on d.id = o.deal_id where o.id = $2),
    (select d.assigned_to from deal_contacts k join deals d on d.id = k.deal_id
     where k.contact_id = $1 and $2::uuid is null and d.status = 'open' and d.assigned_to is not null
     order by d.seq desc limit 1),
    (select assigned_to from contacts where id = $1),
    (select a.id from users a where a.company_id = $3 and a.role = 'Admin' and a.status = 'Active' order by a.seq limit 1))`;
const ADD = `
  insert into messages (id, company_id, contact_id, chat_id, channel, user_id, property_id, text, media, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const CHAT_FOR = `
  select c.id, a.channel, a.transport, c.shown, ${LAST_INBOUND} as "lastInbound" from portal_users p
  join chats c on c.portal_user_id = p.id
  join channel_accounts a on a.id = c.channel_account_id
  where p.contact_id = $1 and p.status = 'Active' and c.reachable and a.ended_at is null
    and ($2::text is null or a.channel = $2)
  order by c.last_inbound_at desc nulls last limit 1`;
const HOLD = `
  with before as (
    select c.id, c.shown, c.held_since as since from portal_users p join chats c on c.portal_user_id = p.id
    where p.contact_id = $1 and c.held_by is distinct from $2::uuid for no key update of c
  )
  update chats c set
    held_by = $2::uuid,
    held_since = case when $2::uuid is not null then $3::timestamptz end,
    shown = (case when $2::uuid is null then c.shown - 'talkedAt' else c.shown end) || '{"spoke": true}'
  from before where before.id = c.id
  returning before.id, before.shown, before.since`;
const TAKEN_OVER = `
  select min(c.held_since) as since, (select max(m.at) from messages m where m.contact_id = $1) as "lastWords"
  from portal_users p join chats c on c.portal_user_id = p.id
  where p.contact_id = $1 and c.held_by is not null
  having min(c.held_since) is not null`;

export function createMessages({ tx, clock, newId }: PortNeeds): Messages {
  const add = async ({ contact, chat, channel, property, text, media }: NewMessage, user: string | null) => {
    const id: string = newId();
    tx.nudge('messages', `contact-${contact}`);
    await tx.rows(ADD, [
      id,
      tx.company,
      contact,
      chat,
      channel,
      user,
      property ?? null,
      text,
      media ?? [],
      clock.now(),
    ]);
    return id;
  };
  return {
    async agentOf(contact, offer) {
      const [agent] = await tx.rows<AgentCard>(AGENT, [contact, offer ?? null, tx.company]);
      return agent;
    },
    addFromClient: (message) => add(message, null),
    addFromUser: (message) => add(message, message.user),
    async chatFor(contact, channel) {
      const [chat] = await tx.rows<LastChat>(CHAT_FOR, [contact, channel ?? null]);
      return chat && { ...chat, shown: readShown(chat.shown) };
    },
    async takenOver(contact) {
      const [found] = await tx.rows<{ since: Date; lastWords: Date | null }>(TAKEN_OVER, [contact]);
      return found;
    },
    async setTakenOver(contact, by) {
      const changed = await tx.rows<HeldChat>(HOLD, [contact, by, clock.now()]);
      if (changed.length > 0) tx.nudge('messages', `contact-${contact}`);
      return changed.map((chat) => ({ ...chat, shown: readShown(chat.shown) }));
    },
  };
}
