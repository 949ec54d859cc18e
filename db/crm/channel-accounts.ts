import type { ChannelAccountRecord, ChannelAccountRecords, LastMessages } from '#core/crm/channel-accounts.ts';
import { ACCOUNT_ENDED } from '#core/delivery/failures.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import { assignments } from '#db/assignments.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { sliceOf } from './slice-of.ts';

const COLUMNS = 'id, channel, transport, name, external_id, handle, from_settings, created_at, seq';
const LIVE = `select ${COLUMNS} from channel_accounts where company_id = $1 and ended_at is null`;
const LIST = `${LIVE} and ($2::bigint is null or seq < $2) order by seq desc limit $3`;
const NAMED = 'company_id = $1 and channel = $2 and external_id = $3';
const HAS = `select 1 from channel_accounts where ${NAMED} and ended_at is null`;
/** The row of another company is in the way unseen: then nothing is added, and nothing is told of it. */
const ADD = `
  insert into channel_accounts (id, company_id, channel, transport, name, external_id, credentials)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (channel, external_id) where ended_at is null do nothing
  returning ${COLUMNS}`;
const ENDED = `select id from channel_accounts where ${NAMED} and ended_at is not null order by seq desc limit 1`;
const RESUME = `
  update channel_accounts set ended_at = null, from_settings = false, transport = $2, name = $3, credentials = $4
  where id = $1 returning ${COLUMNS}`;
const END = `
  update channel_accounts set ended_at = now(), credentials = null, polled_by = null, polled_until = null
  where id = $1 and company_id = $2`;
const FAIL = `
  update deliveries set state = 'failed', failure = $2, locked_by = null, locked_until = null
  where channel_account_id = $1 and state in ('queued', 'held')`;
const SET_ASIDE = `
  update events set state = 'quarantined', error = 'the channel account has ended', due_at = null
  where channel_account_id = $1 and state = 'pending'`;
const LAST = `
  select a.id,
    (select max(c.last_inbound_at) from chats c where c.company_id = $1 and c.channel_account_id = a.id) as "cameAt",
    (select max(d.sent_at) from deliveries d
     where d.company_id = $1 and d.channel_account_id = a.id and d.sent_at is not null) as "wentAt"
  from channel_accounts a where a.company_id = $1 and a.id = any($2::uuid[])`;

export function createChannelAccountRecords({ tx, newId }: PortNeeds): ChannelAccountRecords {
  return {
    async list(span) {
      const rows = await tx.rows<Row>(LIST, [tx.company, span.before, span.limit + 1]);
      const { items, next } = sliceOf(rows, span);
      return { items: items.map(recordOf), next };
    },

    async find(id) {
      const [row] = await tx.rows<Row>(`${LIVE} and id = $2`, [tx.company, id]);
      return row && recordOf(row);
    },

    async lastMessages(ids) {
      const rows = await tx.rows<LastMessages & { id: ChannelAccountId }>(LAST, [tx.company, ids]);
      return new Map(rows.map(({ id, cameAt, wentAt }) => [id, { cameAt, wentAt }]));
    },

    async add({ channel, transport, name, externalId, credentials }) {
      const named = [tx.company, channel, externalId];
      const fresh = newId<'channel account'>();
      const [made] = await tx.rows<Row>(ADD, [fresh, tx.company, channel, transport, name, externalId, credentials]);
      if (!made) return (await tx.rows(HAS, named)).length > 0 ? 'already' : 'taken';
      tx.wake('channel_accounts');
      tx.nudge('settings');
      const [before] = await tx.rows<{ id: ChannelAccountId }>(ENDED, named);
      if (!before) return recordOf(made);
      // The new row has kept the bot from everybody else until here.
      await tx.rows('delete from channel_accounts where id = $1', [fresh]);
      const [resumed] = await tx.rows<Row>(RESUME, [before.id, transport, name, credentials]);
      return recordOf(resumed ?? made);
    },

    async change(id, { name, credentials }) {
      const values: unknown[] = [id, tx.company];
      const set = assignments(values, { name, credentials });
      if (set) await tx.rows(`update channel_accounts set ${set} where id = $1 and company_id = $2`, values);
      tx.wake('channel_accounts');
      tx.nudge('settings');
    },

    async end(id) {
      const { code, cause, nextStep } = ACCOUNT_ENDED;
      await tx.rows(END, [id, tx.company]);
      await tx.rows(FAIL, [id, { code, cause, next_step: nextStep }]);
      await tx.rows(SET_ASIDE, [id]);
      tx.wake('channel_accounts');
      tx.nudge('settings', 'problems', 'messages');
    },
  };
}

type Row = Omit<ChannelAccountRecord, 'created_at'> & { created_at: Date; seq: number };

const recordOf = ({ id, channel, transport, name, external_id, handle, from_settings, created_at }: Row) => ({
  ...{ id, channel, transport, name, external_id, handle, from_settings },
  created_at: created_at.toISOString(),
});
