import type { Clock } from '#core/clock.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { askVisit, remind } from '#core/crm/remind.ts';
import { sendBundle } from '#core/crm/send-bundle.ts';
import type { DueTask } from '#core/delivery/tasks.ts';
import type { Store } from '#core/store.ts';

type Needs = { readonly store: Store<CrmKept>; readonly clock: Clock };

/** Carries out what was owed for later; asked again for the same task, it does nothing. */
export const createCarryOut =
  ({ store, clock }: Needs) =>
  ({ company, id, task }: DueTask): Promise<void> =>
    store.transaction(company, async (kept) => {
      if (!(await kept.owed.finish(id))) return;
      switch (task.is) {
        case 'bundle':
          return sendBundle({ ...kept, clock }, task.contact);
        case 'remind':
          return remind({ ...kept, clock }, task);
        case 'askVisit':
          return askVisit({ ...kept, clock }, task);
      }
    });
