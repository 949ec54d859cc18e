import type { Database } from './database.ts';
import { once } from './once.ts';

/** What stands in one state of one queue, of all companies together. */
export type Backlog = {
  readonly queue: string;
  readonly state: string;
  readonly items: number;
  /** 0 where there is none. */
  readonly oldestSeconds: number;
};

/** Every state in which something waits or needs somebody, so that a queue that is empty is told of as well. */
const STATES = [
  ['deliveries', 'queued'],
  ['deliveries', 'sending'],
  ['deliveries', 'held'],
  ['events', 'pending'],
  ['events', 'quarantined'],
  ['webhooks', 'queued'],
  ['mails', 'queued'],
  ['photos', 'queued'],
  ['tasks', 'due'],
] as const;

const OLDEST = (column: string) =>
  `count(*)::int as items, coalesce(extract(epoch from now() - min(${column})), 0)::float8 as oldest`;

/** Each condition is that of an index over open rows alone: the queues' history is never read. */
const READ = `
  select 'deliveries' as queue, state, ${OLDEST('created_at')} from deliveries where state in ('queued', 'sending') group by state
  union all select 'deliveries', 'held', ${OLDEST('created_at')} from deliveries where state = 'held'
  union all select 'events', 'pending', ${OLDEST('received_at')} from events where state = 'pending'
  union all select 'events', 'quarantined', ${OLDEST('received_at')} from events where state = 'quarantined'
  union all select 'webhooks', 'queued', ${OLDEST('created_at')} from webhook_deliveries where state = 'queued'
  union all select 'mails', 'queued', ${OLDEST('created_at')} from mails where state = 'queued'
  union all select 'photos', 'queued', ${OLDEST('due_at')} from photo_fetches where state = 'queued'
  union all select 'tasks', 'due', ${OLDEST('due_at')} from tasks where done_at is null and due_at <= now()`;

type Row = { readonly queue: string; readonly state: string; readonly items: number; readonly oldest: number };

/** Reads how much stands in every queue, and for how long (system scope). */
export const createBacklog =
  ({ systemScope }: Database) =>
  async (): Promise<readonly Backlog[]> => {
    const rows = await once<Row>(systemScope, READ);
    return STATES.map(([queue, state]) => {
      const found = rows.find((row) => row.queue === queue && row.state === state);
      return { queue, state, items: found?.items ?? 0, oldestSeconds: Math.max(0, found?.oldest ?? 0) };
    });
  };
