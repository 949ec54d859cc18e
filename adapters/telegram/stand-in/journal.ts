import type { Changes } from './changes.ts';
import type { Fields } from './params.ts';

/** One call of the Bot API. Status 0: the connection was held or cut before an answer. */
type CallEntry = {
  readonly is: 'call';
  readonly at: number;
  readonly ms: number;
  readonly bot: number;
  readonly method: string;
  readonly chatId?: number;
  /** As sent; uploads are replaced by their name and size. */
  readonly params: Fields;
  readonly status: number;
  readonly description?: string;
  /** Of the messages in the result. */
  readonly messageIds: readonly number[];
};

/** One attempt to hand an update to a webhook. Status 0: no answer. */
type DeliveryEntry = {
  readonly is: 'delivery';
  readonly at: number;
  readonly ms: number;
  readonly bot: number;
  readonly updateId: number;
  readonly chatId: number;
  readonly attempt: number;
  readonly status: number;
  readonly problem?: string;
};

type Entry = CallEntry | DeliveryEntry;
export type Journal = {
  add(entry: Entry): void;
  entries(): readonly Entry[];
  calls(method?: string): readonly CallEntry[];
  deliveries(): readonly DeliveryEntry[];
  /** All that ever happened, also where only some is kept. */
  readonly count: number;
  clear(): void;
};

/** `keep` bounds how many entries are remembered, the newest ones. */
export function createJournal(keep: 'all' | number, changes: Changes): Journal {
  const most = keep === 'all' ? Number.POSITIVE_INFINITY : keep;
  let entries: Entry[] = [];
  let count = 0;
  const kept = () => (entries.length > most ? entries.slice(entries.length - most) : entries);
  return {
    add: (entry) => {
      count += 1;
      if (most > 0) entries.push(entry);
      // Trimmed by halves, so that bounding costs nothing per entry.
      if (entries.length > most * 2 + 64) entries = entries.slice(entries.length - most);
      changes.tell({ bot: entry.bot, what: entry.is });
    },
    entries: () => kept(),
    calls: (method) =>
      kept().filter((entry): entry is CallEntry => entry.is === 'call' && (!method || entry.method === method)),
    deliveries: () => kept().filter((entry): entry is DeliveryEntry => entry.is === 'delivery'),
    get count() {
      return count;
    },
    clear: () => {
      entries = [];
      count = 0;
    },
  };
}
