import { conflict } from './errors.ts';
import type { Fields } from './params.ts';

export type Pending = { readonly id: number; readonly chatId: number; readonly body: Fields };

/** The updates of one bot that nobody has confirmed yet, in order. */
export type Updates = {
  add(kind: string, chatId: number, body: Fields): void;
  /** Long polling; answers at once where something waits. A later poll ends an earlier one with 409. */
  poll(offset: number, limit: number, waitMs: number, gone: AbortSignal): Promise<Fields[]>;
  /** Ends a waiting poll with 409. */
  endPoll(reason: string): void;
  done(id: number): void;
  drop(): void;
  all(): Iterable<Pending>;
  /** Empty means the usual ones; stays until it is set again. */
  allow(kinds: readonly string[]): void;
  readonly allowed: readonly string[];
  readonly count: number;
};

/** Sent only to bots that ask for them (Bot API, getUpdates.allowed_updates). */
const UNUSUAL = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export function createUpdates(firstId: number, onAdd: (update: Pending) => void): Updates {
  const pending = new Map<number, Pending>();
  let nextId = firstId;
  let allowed: readonly string[] = [];
  let waiting: { wake: () => void; fail: (reason: string) => void } | undefined;

  const confirm = (offset: number) => {
    const from = offset < 0 ? ([...pending.keys()].at(offset) ?? 0) : offset;
    for (const id of pending.keys()) {
      if (id >= from) break;
      pending.delete(id);
    }
  };
  const taken = (limit: number) => {
    const bodies: Fields[] = [];
    for (const { body } of pending.values()) {
      if (bodies.length === limit) break;
      bodies.push(body);
    }
    return bodies;
  };

  return {
    add: (kind, chatId, body) => {
      if (allowed.length === 0 ? UNUSUAL.has(kind) : !allowed.includes(kind)) return;
      const update = { id: nextId, chatId, body: { update_id: nextId, [kind]: body } };
      nextId += 1;
      pending.set(update.id, update);
      onAdd(update);
      waiting?.wake();
    },
    poll: (offset, limit, waitMs, gone) => {
      waiting?.fail('terminated by other getUpdates request; make sure that only one bot instance is running');
      confirm(offset);
      if (pending.size > 0 || waitMs === 0) return Promise.resolve(taken(limit));
      return new Promise((resolve, reject) => {
        const end = () => {
          clearTimeout(timer);
          gone.removeEventListener('abort', wake);
          waiting = undefined;
        };
        const wake = () => {
          end();
          resolve(gone.aborted ? [] : taken(limit));
        };
        const timer = setTimeout(wake, waitMs);
        gone.addEventListener('abort', wake);
        waiting = {
          wake,
          fail: (reason) => {
            end();
            reject(conflict(reason));
          },
        };
      });
    },
    endPoll: (reason) => waiting?.fail(reason),
    done: (id) => pending.delete(id),
    drop: () => pending.clear(),
    all: () => pending.values(),
    allow: (kinds) => {
      allowed = kinds;
    },
    get allowed() {
      return allowed;
    },
    get count() {
      return pending.size;
    },
  };
}
