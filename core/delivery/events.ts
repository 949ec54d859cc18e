import type { ChannelAccountId, CompanyId } from '#core/ids.ts';

/** An inbound thing stored by itself, because its turn failed or had to wait behind one that did. */
export type StoredEvent = {
  readonly id: string;
  readonly company: CompanyId;
  readonly account: ChannelAccountId;
  /** The platform's own unique id. */
  readonly key: string;
  readonly address: string;
  readonly body: Uint8Array;
  /** Failed turns so far. */
  readonly attempts: number;
};

export type NewEvent = {
  readonly company: CompanyId;
  readonly account: ChannelAccountId;
  readonly key: string;
  /** The chat in the platform's terms; undefined where the bytes don't say. */
  readonly address?: string;
  /** The exact bytes, without what looks like a password. */
  readonly body: Uint8Array;
  readonly attempts: number;
  readonly error?: string;
};

/**
 * Events that are not done (system scope). `Chats.take` of a turn whose event is `pending` here turns it `done` and
 * drops its bytes in the same transaction; it says `seen` of `done`, `quarantined` and `discarded` ones.
 */
export interface Events {
  /** Stores one as `pending`, due after that many seconds; nothing where its key is known already. */
  keep(event: NewEvent, dueAfterSeconds: number): Promise<void>;
  /** Whether the chat has pending ones, which come first (P3). */
  waits(account: ChannelAccountId, address: string): Promise<boolean>;
  /**
   * Takes the due heads of chats: the first pending one (by seq) of each chat, where it is due, of these accounts.
   * They are not due again before the lease ends. Those of `passed` hold nobody of their chat back any more.
   */
  claim(
    accounts: readonly ChannelAccountId[],
    limit: number,
    leaseSeconds: number,
    passed?: readonly string[],
  ): Promise<readonly StoredEvent[]>;
  /** Holds claimed ones for longer: their turns are still under way. */
  extend(events: readonly string[], leaseSeconds: number): Promise<void>;
  /** One more failed turn. `afterSeconds` undefined: `quarantined` from now on. */
  failed(event: string, error: string, afterSeconds: number | undefined): Promise<void>;
  /** Ends one that the turn did not end, because it says nothing to us. */
  done(event: string): Promise<void>;
  count(): Promise<EventCounts>;
}

export type EventCounts = {
  readonly accepted: number;
  /** Discarded ones count as done. */
  readonly done: number;
  readonly pending: number;
  readonly quarantined: number;
};
