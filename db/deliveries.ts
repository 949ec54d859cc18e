import type { Failure } from '#core/chat/failure.ts';
import { type DeliveryKind, RECEIPTS } from '#core/chat/owed.ts';
import type { Deliveries, DeliveryCounts, Due, Receipt, Settled } from '#core/delivery/deliveries.ts';
import type { ChannelAccountId, ChatId, CompanyId, DeliveryId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Nudge } from '#core/live.ts';
import type { Database } from './database.ts';
import { LAST_INBOUND } from './last-inbound.ts';
import { once } from './once.ts';
import { openedMessage, SENT_MESSAGE } from './sealed-message.ts';
import type { Sealing } from './sealing.ts';

/**
 * Claims come one at a time, of all processes: two at once could each take a message of the same chat, one of which
 * the other had not seen yet.
 */
const LOCK = 'select pg_advisory_xact_lock(7230189)';

const CUT: Failure = {
  code: 'cut',
  cause: 'The server stopped while it was sending this, so it may have arrived or not',
  nextStep: 'Ask the client, or send it again',
};

/** The heads of the chats that are due: a chat whose head waits, or of which one is being sent, waits as a whole. */
const CLAIM = `
  with head as (
    select d.id from deliveries d
    where d.state = 'queued' and d.due_at <= now() and d.channel_account_id = any($2::uuid[])
      and not exists (
        select 1 from deliveries before
        where before.chat_id = d.chat_id and before.state in ('queued', 'sending')
          and (before.state = 'sending' or (before.rank, before.seq) < (d.rank, d.seq)))
    order by d.due_at, d.seq limit $3
    for update of d skip locked
  ), taken as (
    update deliveries d set state = 'sending', attempts = d.attempts + 1, locked_by = $1::uuid,
      locked_until = now() + $4::float8 * interval '1 second'
    from head where head.id = d.id returning d.*
  )
  select t.id, t.company_id, t.channel_account_id, t.chat_id, c.address, c.language, ${LAST_INBOUND} as last_inbound,
    c.prompted_at is not null as prompted, t.message, t.kind, t.attempts,
    extract(epoch from now() - t.created_at)::float8 as age,
    coalesce(t.edits, e.platform_id, case when t.edits_delivery_id is not null then 'lost' end) as edits,
    coalesce(t.failure ->> 'code' = '${CUT.code}', false) as "wasCut",
    case when t.rank = 0 then null
      when not c.reachable then 'unreachable'
      when c.portal_user_id is null or p.status = 'Draft' then 'signedOut'
      when p.status = 'Blocked' then 'blocked'
      when not o.is_active then 'switchedOff'
      when c.pushes = 'stopped' then 'stopped'
    end as barred
  from taken t
  join chats c on c.id = t.chat_id
  join companies o on o.id = t.company_id
  left join portal_users p on p.id = c.portal_user_id
  left join deliveries e on e.id = t.edits_delivery_id
  order by t.due_at, t.seq`;

/** A receipt may come before the answer to the call that it is about: what it said stands. */
const TOLD = "('delivered', 'read', 'failed', 'held')";

/** What the desk is told of each that changed: whether it is a message of the office's own, and how it stands. */
const CHANGED = 'd.company_id as company, d.message_id is not null as "isOffices", d.state';
/** And how it stood: one that was thought lost may turn out to have been sent. */
const CHANGED_FROM = `${CHANGED}, was.state as before`;

/** What the platform said counts, even where the lease was lost meanwhile. States never run backwards. */
const SENT = `
  update deliveries d set platform_id = $2, sent_at = now(), message = ${SENT_MESSAGE}, locked_by = null, locked_until = null,
    failure = case when d.state in ('failed', 'held') then d.failure end,
    state = case when d.state in ${TOLD} then d.state else 'sent' end
  from (select id, state from deliveries where id = $1 for no key update) was
  where d.id = was.id returning ${CHANGED_FROM}`;

const ALL_SENT = `
  update deliveries d set platform_id = was.told_id, sent_at = now(), message = ${SENT_MESSAGE}, locked_by = null, locked_until = null,
    failure = case when d.state in ('failed', 'held') then d.failure end,
    state = case when d.state in ${TOLD} then d.state else 'sent' end
  from (
    select o.id, o.state, s.platform_id as told_id
    from unnest($1::uuid[], $2::text[]) as s (id, platform_id) join deliveries o on o.id = s.id
    for no key update of o) was
  where d.id = was.id
  returning ${CHANGED_FROM}`;

const MINE = "where id = $1 and locked_by = $2 and state = 'sending'";
const AGAIN = `
  update deliveries set state = 'queued', due_at = now() + $3::float8 * interval '1 second',
    attempts = attempts - $4::int, locked_by = null, locked_until = null,
    failure = case when failure ->> 'code' = '${CUT.code}' then failure else coalesce($5::jsonb, failure) end ${MINE}`;
const ENDED = `
  update deliveries d set state = $3, failure = $4, locked_by = null, locked_until = null ${MINE} returning ${CHANGED}`;

const UNREACHABLE = `
  with unreached as (
    update chats set reachable = false where id = (select chat_id from deliveries where id = $1) returning id
  )
  update deliveries d set state = 'failed', failure = $2
  from unreached where chat_id = unreached.id and state = 'queued' and rank > 0 returning ${CHANGED}`;

const PROMPTED = 'update chats set prompted_at = now() where id = (select chat_id from deliveries where id = $1)';

/** States never run backwards: what was read is not delivered again, what was delivered did not fail. */
const RECEIVE = `
  update deliveries d set state = $4, failure = coalesce($5::jsonb, d.failure), platform_id = coalesce(d.platform_id, $2)
  from (
    select id, state from deliveries
    where channel_account_id = $1 and (id = $3::uuid or ($3::uuid is null and platform_id = $2))
    order by seq desc limit 1) was
  where d.id = was.id and d.state = any($6::text[])
  returning d.id, ${CHANGED_FROM}`;
const KNOWN = `
  select 1 from deliveries
  where channel_account_id = $1 and (id = $3::uuid or ($3::uuid is null and platform_id = $2)) limit 1`;
/** What each receipt may follow. */
const BEFORE = {
  delivered: ['sending', 'sent', 'uncertain', 'held', 'failed'],
  read: ['sending', 'sent', 'uncertain', 'held', 'failed', 'delivered'],
  failed: ['sending', 'sent', 'uncertain'],
  held: ['sending', 'sent', 'uncertain'],
} as const satisfies Record<Receipt['was'], readonly string[]>;

/** An edit is repeated too, known for one that was cut: where the message to edit was gone it may have become one of its own. */
const RECLAIM = `
  update deliveries d set locked_by = null, locked_until = null,
    state = case when lost.again or lost.changes then 'queued' else 'uncertain' end,
    due_at = case when lost.again or lost.changes then now() else d.due_at end,
    failure = case when lost.again then d.failure else $2::jsonb end
  from (
    select d.id, d.kind = any($1::text[]) as again, (d.edits is not null or d.edits_delivery_id is not null) as changes
    from deliveries d
    where d.state = 'sending' and ($3 or d.locked_until < now())
    for update of d skip locked
  ) lost
  where lost.id = d.id
  returning ${CHANGED}`;

const IDLE = `
  select not exists (
    select 1 from deliveries
    where state = 'sending' or (state = 'queued' and (due_at <= now() or (kind = any($1::text[]) and attempts = 0)))
  ) as idle`;

const COUNT = `
  select ${['queued', 'held', 'sending', 'failed', 'uncertain']
    .map((state) => `count(*) filter (where state = '${state}')::int as ${state}`)
    .join(', ')},
    count(*) filter (where state in ('sent', 'delivered', 'read'))::int as sent,
    coalesce(extract(epoch from now() - min(created_at) filter (where state = 'queued')), 0)::float8
      as "oldestQueuedSeconds"
  from deliveries`;

/** `sealing`: what secrets in messages that wait are sealed with. */
export function createDeliveries({ systemScope, nudge }: Database, sealing?: Sealing): Deliveries {
  const tell = (changed: readonly Changed[]) => {
    for (const [company, rows] of Map.groupBy(changed, (row) => row.company)) nudge(company, ...namesOf(rows));
  };
  return {
    async claim({ by, accounts, limit, leaseSeconds }) {
      const { answer } = await systemScope(async ({ rows, write }) => {
        write(LOCK);
        return { answer: rows<DueRow>(CLAIM, [by, accounts, limit, leaseSeconds]) };
      });
      return (await answer).map((row) => dueOf(row, sealing));
    },

    async extend(by, deliveries, leaseSeconds) {
      await once(
        systemScope,
        `update deliveries set locked_until = now() + $3::float8 * interval '1 second'
         where id = any($2::uuid[]) and locked_by = $1 and state = 'sending'`,
        [by, deliveries, leaseSeconds],
      );
    },

    async settle(by, delivery, settled) {
      tell(await systemScope(({ rows }) => settle(rows, by, delivery, settled)));
    },

    async sent(all) {
      const ids = [all.map(({ delivery }) => delivery), all.map(({ platformId }) => platformId)];
      tell(await once<Changed>(systemScope, ALL_SENT, ids));
    },

    async receive(account, receipts) {
      const { known, all } = await systemScope(async ({ rows }) => {
        let known = 0;
        const all: Changed[] = [];
        for (const receipt of receipts) {
          const failure = 'failure' in receipt ? stored(receipt.failure) : null;
          const key = [account, receipt.platformId, receipt.delivery ?? null];
          const values = [...key, receipt.was, failure, BEFORE[receipt.was]];
          const [changed] = await rows<Changed & { id: string }>(RECEIVE, values);
          if (changed) all.push(changed);
          if (changed && receipt.was === 'failed' && receipt.unreachable)
            all.push(...(await rows<Changed>(UNREACHABLE, [changed.id, failure])));
          if (changed || (await rows(KNOWN, key)).length > 0) known += 1;
        }
        return { known, all };
      });
      tell(all);
      return known;
    },

    async reclaim(repeated, alone = false) {
      const reclaimed = await once<Changed>(systemScope, RECLAIM, [repeated, stored(CUT), alone]);
      tell(reclaimed);
      return reclaimed.length;
    },

    async idle() {
      const [row] = await once<{ idle: boolean }>(systemScope, IDLE, [RECEIPTS]);
      return row?.idle ?? true;
    },

    async count() {
      const [counts] = await once<DeliveryCounts>(systemScope, COUNT);
      if (!counts) throw new Error('counting answered nothing');
      return counts;
    },
  };
}

type Rows = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** Answers what the desk may show otherwise now. */
async function settle(rows: Rows, by: string, delivery: DeliveryId, settled: Settled): Promise<readonly Changed[]> {
  switch (settled.was) {
    case 'sent':
      return rows<Changed>(SENT, [delivery, settled.platformId]);
    case 'again': {
      const why = settled.why
        ? stored({ code: 'not_yet', cause: settled.why, nextStep: 'It is sent again by itself' })
        : null;
      await rows(AGAIN, [delivery, by, settled.afterSeconds, settled.counts ? 0 : 1, why]);
      return [];
    }
    case 'held': {
      const ended = await rows<Changed>(ENDED, [delivery, by, 'held', stored(settled.failure)]);
      if (settled.prompted && ended.length > 0) await rows(PROMPTED, [delivery]);
      return ended;
    }
    case 'uncertain':
      return rows<Changed>(ENDED, [delivery, by, 'uncertain', stored(settled.failure)]);
    case 'failed': {
      const failure = stored(settled.failure);
      const ended = await rows<Changed>(ENDED, [delivery, by, 'failed', failure]);
      if (!settled.unreachable || ended.length === 0) return ended;
      return [...ended, ...(await rows<Changed>(UNREACHABLE, [delivery, failure]))];
    }
  }
}

/** `before`: where it is known. */
type Changed = {
  readonly company: CompanyId;
  readonly isOffices: boolean;
  readonly state: string;
  readonly before?: string;
};
/** What stands among the problems of the desk. */
const TROUBLE: readonly (string | undefined)[] = ['failed', 'uncertain'];

function namesOf(rows: readonly Changed[]): readonly Nudge[] {
  const isTrouble = rows.some(({ state, before }) => TROUBLE.includes(state) || TROUBLE.includes(before));
  return [
    ...(rows.some(({ isOffices }) => isOffices) ? ['messages' as const] : []),
    ...(isTrouble ? ['problems' as const] : []),
  ];
}

const stored = ({ code, cause, nextStep }: Failure) => ({ code, cause, next_step: nextStep });

type DueRow = {
  id: DeliveryId;
  company_id: CompanyId;
  channel_account_id: ChannelAccountId;
  chat_id: ChatId;
  address: string;
  language: Language;
  message: unknown;
  kind: DeliveryKind;
  last_inbound: Date;
  prompted: boolean;
  attempts: number;
  age: number;
  edits: string | null;
  wasCut: boolean;
  barred: NonNullable<Due['barred']> | null;
};

const dueOf = (row: DueRow, sealing: Sealing | undefined): Due => ({
  id: row.id,
  company: row.company_id,
  account: row.channel_account_id,
  chat: row.chat_id,
  address: row.address,
  language: row.language,
  message: openedMessage(row.message, sealing),
  kind: row.kind,
  lastInbound: row.last_inbound,
  prompted: row.prompted,
  attempts: row.attempts,
  ageSeconds: row.age,
  ...(row.edits === null ? {} : { edits: row.edits }),
  ...(row.wasCut ? { wasCut: true } : {}),
  ...(row.barred === null ? {} : { barred: row.barred }),
});
