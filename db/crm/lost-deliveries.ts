import type { Channel } from '#core/chat/channels.ts';
import type { DeliveryKind } from '#core/chat/owed.ts';
import type { Lost, LostDeliveries, LostDelivery } from '#core/crm/lost-deliveries.ts';
import type { ContactId, DeliveryId, UserId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { messageWithoutSecrets } from '#db/sealed-message.ts';
import { ownerOf } from './owner-of.ts';
import { sliceOf } from './slice-of.ts';

const COLUMNS = `
  d.id, d.seq::int as seq, d.state, d.kind, d.message, d.failure, d.created_at, d.settled_at, d.settled_by,
  a.channel, c.language, k.id as contact_id, k.first_name, k.last_name`;
const FROM = `
  deliveries d join chats c on c.id = d.chat_id join channel_accounts a on a.id = d.channel_account_id
  left join portal_users p on p.id = c.portal_user_id left join contacts k on k.id = p.contact_id`;
const LIST = `
  select ${COLUMNS} from ${FROM}
  where d.company_id = $1 and d.state in ('failed', 'uncertain') and d.settled_at is null
    and ($2::text is null or d.state = $2) and ($3::bigint is null or d.seq < $3)
    and ($4::uuid is null or ${ownerOf({ contact: 'k.id' })} = $4::uuid)
  order by d.seq desc limit $5::int`;
const FIND = `
  select ${COLUMNS} from ${FROM} where d.company_id = $1 and d.id = $2 and d.state in ('failed', 'uncertain')`;
const SETTLE = 'update deliveries set settled_at = $3, settled_by = $2 where id = $1 and settled_at is null';

export const createLostDeliveries = ({ tx }: PortNeeds): LostDeliveries => ({
  async list({ state, owner }, span) {
    const values = [tx.company, state ?? null, span.before, owner ?? null, span.limit + 1];
    const { items, next } = sliceOf(await tx.rows<Row>(LIST, values), span);
    return { items: items.map(lostOf), next };
  },
  async find(id) {
    const [row] = await tx.rows<Row>(FIND, [tx.company, id]);
    return row && lostOf(row);
  },
  async settle(id, by, at) {
    tx.write(SETTLE, [id, by, at]);
    tx.nudge('problems', 'waits');
  },
});

type Row = {
  id: DeliveryId;
  seq: number;
  state: Lost;
  kind: DeliveryKind;
  message: unknown;
  failure: { code: string; cause: string; next_step: string } | null;
  created_at: Date;
  settled_at: Date | null;
  settled_by: UserId | null;
  channel: Channel;
  language: Language;
  contact_id: ContactId | null;
  first_name: string;
  last_name: string;
};

const lostOf = ({ failure, settled_at: settledAt, contact_id: contact, ...row }: Row): LostDelivery => ({
  id: row.id,
  state: row.state,
  kind: row.kind,
  channel: row.channel,
  contact: contact && { id: contact, firstName: row.first_name, lastName: row.last_name },
  message: messageWithoutSecrets(row.message),
  language: row.language,
  failure: failure && { code: failure.code, cause: failure.cause, nextStep: failure.next_step },
  at: row.created_at,
  settled: settledAt && { at: settledAt, by: row.settled_by },
});
