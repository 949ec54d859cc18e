import type { EventCounts, Events, StoredEvent } from '#core/delivery/events.ts';
import type { ChannelAccountId, CompanyId, NewId } from '#core/ids.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';

const STORE = `
  insert into events (id, company_id, channel_account_id, key, address, state, attempts, error, body, due_at)
  values ($1, $2, $3, $4, $5, 'pending', $6, $7, $8, now() + $9::float8 * interval '1 second')
  on conflict (channel_account_id, key) do nothing`;

const WAITS = `
  select 1 from events where channel_account_id = $1 and address = $2 and state = 'pending' limit 1`;

/** A head that is claimed stays the head, not due, so that those behind it wait. Without an address each is by itself. */
const CLAIM = `
  with head as (
    select e.id from events e
    where e.state = 'pending' and e.due_at <= now() and e.channel_account_id = any($1::uuid[])
      and not exists (
        select 1 from events before
        where before.channel_account_id = e.channel_account_id and before.address = e.address
          and before.state = 'pending' and before.seq < e.seq and before.id <> all($4::uuid[]))
    order by e.due_at, e.seq limit $2
    for update of e skip locked
  )
  update events e set due_at = now() + $3::float8 * interval '1 second'
  from head where head.id = e.id
  returning e.id, e.company_id, e.channel_account_id, e.key, e.address, e.body, e.attempts, e.seq`;

const EXTEND = `
  update events set due_at = now() + $2::float8 * interval '1 second'
  where id = any($1::uuid[]) and state = 'pending'`;

const FAILED = `
  update events set attempts = attempts + 1, error = $2,
    state = case when $3::float8 is null then 'quarantined' else 'pending' end,
    due_at = now() + $3::float8 * interval '1 second'
  where id = $1 and state = 'pending' returning company_id as company, state`;

const DONE =
  "update events set state = 'done', body = null, error = null, due_at = null where id = $1 and state = 'pending'";

const COUNT = `
  select count(*)::int as accepted,
    count(*) filter (where state in ('done', 'discarded'))::int as done,
    count(*) filter (where state = 'pending')::int as pending,
    count(*) filter (where state = 'quarantined')::int as quarantined
  from events`;

export function createEvents({ systemScope, nudge }: Database, { newId }: { readonly newId: NewId }): Events {
  return {
    async keep({ company, account, key, address, body, attempts, error }, dueAfterSeconds) {
      const what = [newId(), company, account, key, address ?? null, attempts, error ?? null, body, dueAfterSeconds];
      await once(systemScope, STORE, what);
    },

    async waits(account, address) {
      return (await once(systemScope, WAITS, [account, address])).length > 0;
    },

    async claim(accounts, limit, leaseSeconds, passed = []) {
      const rows = await once<EventRow>(systemScope, CLAIM, [accounts, limit, leaseSeconds, passed]);
      return rows.sort((one, other) => Number(one.seq) - Number(other.seq)).map(storedOf);
    },

    async extend(events, leaseSeconds) {
      await once(systemScope, EXTEND, [events, leaseSeconds]);
    },

    async failed(event, error, afterSeconds) {
      const values = [event, error, afterSeconds ?? null];
      const [failed] = await once<{ company: CompanyId; state: string }>(systemScope, FAILED, values);
      if (failed?.state === 'quarantined') nudge(failed.company, 'problems');
    },

    async done(event) {
      await once(systemScope, DONE, [event]);
    },

    async count() {
      const [counts] = await once<EventCounts>(systemScope, COUNT);
      if (!counts) throw new Error('counting answered nothing');
      return counts;
    },
  };
}

type EventRow = {
  id: string;
  company_id: CompanyId;
  channel_account_id: ChannelAccountId;
  key: string;
  address: string | null;
  body: Uint8Array;
  attempts: number;
  seq: string | number;
};

const storedOf = (row: EventRow): StoredEvent => ({
  id: row.id,
  company: row.company_id,
  account: row.channel_account_id,
  key: row.key,
  address: row.address ?? '',
  body: row.body,
  attempts: row.attempts,
});
