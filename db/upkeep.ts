import type { Upkeep } from '#core/delivery/upkeep.ts';
import { KNOWN_MS, TRIES_MS } from '#core/sessions/tries.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';

/** Rows at a time, so that nobody waits long for the embedded database's one connection. */
const BATCH = 5000;

const OLD_EVENTS = `
  delete from events where id in (
    select id from events where received_at < $1 and state in ('done', 'discarded') limit ${BATCH})
  returning 1`;
const OLD_TASKS = `delete from tasks where done_at < $1`;
const OVER = [
  'delete from drafts where saved_at < $1',
  'delete from onlookers where looked_at < $1',
  'delete from account_pages where expires_at < $1',
  'delete from invites where expires_at < $1',
  'delete from proofs where expires_at < $1',
  "delete from webhook_deliveries where state <> 'queued' and created_at < $1",
];
const WAYS_IN = [
  ['delete from sessions where ends_at <= $1', 0],
  ['delete from user_pages where expires_at <= $1', 0],
  ['delete from known_devices where seen_at <= $1', KNOWN_MS],
  ['delete from sign_in_tries where began_at <= $1', TRIES_MS],
] as const;
/** Sent by clients who went elsewhere before they said what becomes of it, photos that another one replaced, and those that a feed no longer has. */
const STRAY = `
  delete from media m
  where (m.owner_kind = 'chat'
      and not exists (select 1 from chats c where c.id = m.owner_id and strpos(c.step::text, m.id::text) > 0))
    or m.owner_kind = 'nothing'
    or (m.owner_kind = 'contact' and not exists (select 1 from contacts c where c.id = m.owner_id and c.photo = m.id))
  returning m.company_id as company, m.id`;
const OLD_KEYS = `
  delete from idempotency_keys where id in (
    select id from idempotency_keys where created_at < $1 limit ${BATCH})
  returning 1`;

export function createUpkeep({ systemScope, checkpoint, vacuum, shred }: Database): Upkeep {
  const dropAll = async (statement: string, day: Date) => {
    let dropped = 0;
    for (;;) {
      const { length } = await once(systemScope, statement, [day]);
      dropped += length;
      if (length < BATCH) return dropped;
    }
  };
  return {
    async dropEventsBefore(day) {
      // What was done later goes with the events that asked for it.
      await once(systemScope, OLD_TASKS, [day]);
      for (const statement of OVER) await once(systemScope, statement, [day]);
      return dropAll(OLD_EVENTS, day);
    },
    dropStrayFiles: () => once(systemScope, STRAY, []),
    dropIdempotencyKeysBefore: (day) => dropAll(OLD_KEYS, day),
    async dropWaysIn(now) {
      for (const [statement, ms] of WAYS_IN) await once(systemScope, statement, [new Date(now.getTime() - ms)]);
    },
    checkpoint,
    vacuum,
    shred,
  };
}
