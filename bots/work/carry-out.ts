import type { Log } from '#bots/log.ts';
import type { Clock } from '#core/clock.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { carryOut } from '#core/crm/tasks.ts';
import type { DueTask } from '#core/delivery/tasks.ts';
import type { Store } from '#core/store.ts';
import type { Words } from '#core/words.ts';

type Needs = {
  readonly store: Store<CrmKept>;
  readonly clock: Clock;
  readonly words: Words;
  readonly log: Log;
};

/** Carries out what was owed for later; asked again for the same task, it does nothing. */
export const createCarryOut =
  ({ store, clock, words, log }: Needs) =>
  ({ company, id, task }: DueTask): Promise<void> =>
    store.transaction(company, async (kept) => {
      if (!(await kept.owed.finish(id))) return;
      if (task) await carryOut({ ...kept, clock, words }, task);
      else log.error({ task: id }, 'a task that is due can not be read; nothing was done');
    });
