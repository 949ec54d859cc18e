import type { DealId } from '#core/ids.ts';
import type { DealRefused } from './add-deal.ts';
import { refusePeople } from './add-deal.ts';
import type { CrmKept } from './crm-kept.ts';
import type { DealRecord } from './record.ts';
import type { DealChange } from './records.ts';

export type DealChanged =
  | { readonly was: 'changed'; readonly deal: DealRecord }
  | { readonly was: 'missing' }
  /** A stage that says won or lost, and a status that says otherwise. */
  | { readonly was: 'contradiction' }
  | DealRefused;

type Needs = Pick<CrmKept, 'records' | 'announcements'>;

/** Changes a deal. Stage and status go together: Won is won, Lost is lost, every other stage is open. */
export async function changeDeal(needs: Needs, id: DealId, wanted: DealChange): Promise<DealChanged> {
  const { records } = needs;
  const before = await records.deals.take(id);
  if (!before) return { was: 'missing' };
  const refused = await refusePeople(needs, wanted);
  if (refused) return refused;
  const standing = standingOf(before, wanted);
  if (!standing) return { was: 'contradiction' };
  const deal = await records.deals.change(id, { ...wanted, ...standing });
  if (deal.status !== before.status)
    await needs.announcements.add({
      event: 'deal.status_changed',
      record: id,
      previous: { status: before.status, stage: before.stage },
    });
  return { was: 'changed', deal };
}

type Standing = Pick<DealRecord, 'stage' | 'status'>;

function standingOf(before: Standing, { stage, status }: DealChange): Standing | undefined {
  if (stage && status) return statusAt(stage) === status ? { stage, status } : undefined;
  if (stage) return { stage, status: statusAt(stage) };
  if (!status || status === before.status) return { stage: before.stage, status: before.status };
  if (status === 'won') return { stage: 'Won', status };
  if (status === 'lost') return { stage: 'Lost', status };
  return { stage: 'Knowing Property', status };
}

/** The status that a stage implies. */
const statusAt = (stage: DealRecord['stage']): DealRecord['status'] =>
  stage === 'Won' ? 'won' : stage === 'Lost' ? 'lost' : 'open';
