import type { Task, TaskOf, Tasks } from '#core/chat/task.ts';
import type { Clock } from '#core/clock.ts';
import type { ChatId, ContactId, OfferId, PropertyId, ViewingId } from '#core/ids.ts';
import { keepTicked } from '#core/offers/reasons.ts';
import { aNumber, anId, aText, type Reader, recordOf } from '#core/reader.ts';
import type { Words } from '#core/words.ts';
import { refreshHome } from './change-property.ts';
import type { CrmKept } from './crm-kept.ts';
import { handBack } from './hand-back.ts';
import { askVisit, remind } from './remind.ts';
import { sendBundle } from './send-bundle.ts';

declare module '#core/chat/task.ts' {
  interface Tasks {
    /** Offers that were not pushed yet, as one message. */
    readonly bundle: { readonly contact: ContactId };
    /** `start`: as it was agreed when this was owed, ISO 8601; where it is another one now, nothing is done. */
    readonly remind: { readonly viewing: ViewingId; readonly start: string; readonly hours: number };
    /** `since`: when the chats were taken, ISO 8601; where they were taken anew since, nothing is done. */
    readonly handBack: { readonly contact: ContactId; readonly since: string };
    /** The cards of a home say what is so no more: what its price fell from. */
    readonly refreshHome: { readonly property: PropertyId };
    readonly askVisit: { readonly viewing: ViewingId; readonly start: string };
    /** Reasons that were ticked, and maybe never finished. */
    readonly keepReasons: { readonly chat: ChatId; readonly offer: OfferId };
  }
}

type TaskNeeds = CrmKept & { readonly clock: Clock; readonly words: Words };

/** One entry a task: what it needs, out of stored JSON, and what it does. */
export const TASKS: {
  readonly [Is in Task['is']]: {
    readonly read: Reader<Tasks[Is]>;
    readonly does: (needs: TaskNeeds, task: TaskOf<Is>) => Promise<void>;
  };
} = {
  bundle: { read: recordOf({ contact: anId<'contact'>() }), does: (needs, { contact }) => sendBundle(needs, contact) },
  remind: { read: recordOf({ viewing: anId<'viewing'>(), start: aText, hours: aNumber }), does: remind },
  handBack: { read: recordOf({ contact: anId<'contact'>(), since: aText }), does: handBack },
  refreshHome: {
    read: recordOf({ property: anId<'property'>() }),
    does: (needs, { property }) => refreshHome(needs, property),
  },
  askVisit: { read: recordOf({ viewing: anId<'viewing'>(), start: aText }), does: askVisit },
  keepReasons: { read: recordOf({ chat: anId<'chat'>(), offer: anId<'offer'>() }), does: keepTicked },
};

/** Does what was owed for later. */
export function carryOut(needs: TaskNeeds, task: Task): Promise<void> {
  const does: (needs: TaskNeeds, task: never) => Promise<void> = TASKS[task.is].does;
  return does(needs, task as never);
}
