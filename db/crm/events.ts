import type { EventChanged, EventRecord, EventRecords } from '#core/crm/events.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { sliceOf } from './slice-of.ts';

const COLUMNS = `e.id, a.channel, a.id as account, e.key, e.received_at, e.state, e.attempts, e.error, e.seq`;
const LIST = `
  select ${COLUMNS} from events e join channel_accounts a on a.id = e.channel_account_id
  where e.company_id = $1 and ($4::text is null or e.state = $4) and ($2::bigint is null or e.seq < $2)
  order by e.seq desc limit $3`;
const FIND = `
  select ${COLUMNS} from events e join channel_accounts a on a.id = e.channel_account_id
  where e.company_id = $1 and e.id = $2`;
const REPLAY = `
  update events set state = 'pending', attempts = 0, error = null, due_at = now()
  where company_id = $1 and id = $2 and state = 'quarantined'`;
const DISCARD = `
  update events set state = 'discarded', body = null, due_at = null
  where company_id = $1 and id = $2 and state = 'quarantined'`;

export function createEventRecords({ tx }: PortNeeds): EventRecords {
  const change = async (id: string, statement: string): Promise<EventChanged> => {
    tx.nudge('problems');
    const changed = await tx.rows(`${statement} returning id`, [tx.company, id]);
    const [row] = await tx.rows<Row>(FIND, [tx.company, id]);
    if (!row) return { was: 'missing' };
    return changed.length > 0 ? { was: 'changed', event: recordOf(row) } : { was: 'otherStatus', state: row.state };
  };
  return {
    async list(state, span) {
      const rows = await tx.rows<Row>(LIST, [tx.company, span.before, span.limit + 1, state ?? null]);
      const { items, next } = sliceOf(rows, span);
      return { items: items.map(recordOf), next };
    },
    replay: (id) => change(id, REPLAY),
    discard: (id) => change(id, DISCARD),
  };
}

type Row = Omit<EventRecord, 'received_at'> & { received_at: Date; seq: number };

const recordOf = ({ id, channel, account, key, received_at, state, attempts, error }: Row): EventRecord => ({
  ...{ id, channel, account, key, state, attempts, error },
  received_at: received_at.toISOString(),
});
