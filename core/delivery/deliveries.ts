import type { Failure } from '#core/chat/failure.ts';
import type { Message } from '#core/chat/message.ts';
import type { DeliveryKind } from '#core/chat/owed.ts';
import type { ChannelAccountId, ChatId, CompanyId, DeliveryId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';

/** One message that is due now, as it stands at the moment of sending. */
export type Due = {
  readonly id: DeliveryId;
  readonly company: CompanyId;
  readonly account: ChannelAccountId;
  readonly chat: ChatId;
  /** The chat, in the platform's terms. */
  readonly address: string;
  /** What the chat is spoken to in now. */
  readonly language: Language;
  /** Undefined where it can't be read: another version of the product owed it. */
  readonly message: Message | undefined;
  readonly kind: DeliveryKind;
  /** The platform's id of the message to edit; `lost` where that message never got one. */
  readonly edits?: string | 'lost';
  /** True of an edit that a process died over: it may have become a message of its own. */
  readonly wasCut?: true;
  /** When the person last did something in the chat. */
  readonly lastInbound: Date;
  /** Whether they were asked to write since, because the platform's window was closed. */
  readonly prompted: boolean;
  /** Tries so far, with this one. */
  readonly attempts: number;
  /** Since it was owed. */
  readonly ageSeconds: number;
  /** Why a push may no longer go out, found out now and not when it was owed (rules 2, 3, 26). Never set on an answer. */
  readonly barred?: 'stopped' | 'signedOut' | 'blocked' | 'switchedOff' | 'unreachable';
};

/** What became of a claimed delivery. */
export type Settled =
  | { readonly was: 'sent'; readonly platformId: string }
  /** Queued again, due that many seconds from now. `counts`: false where it was handed back untried, so the attempt is taken back. */
  | { readonly was: 'again'; readonly afterSeconds: number; readonly counts: boolean; readonly why?: string }
  /** Waits until the person does something in the chat; then it is queued again. */
  | { readonly was: 'held'; readonly failure: Failure; readonly prompted: boolean }
  | { readonly was: 'uncertain'; readonly failure: Failure }
  /** `unreachable`: the chat is marked so, and its waiting pushes fail with it. */
  | { readonly was: 'failed'; readonly failure: Failure; readonly unreachable: boolean };

/** What a platform tells of a message after it took it. */
export type Receipt = {
  readonly platformId: string;
  /** Where the platform gave our own id back: it may come before we know theirs. */
  readonly delivery?: DeliveryId;
} & (
  | { readonly was: 'delivered' | 'read' }
  | { readonly was: 'failed'; readonly failure: Failure; readonly unreachable: boolean }
  /** The platform took it, then found that its window was closed. */
  | { readonly was: 'held'; readonly failure: Failure }
);

export type Claim = {
  /** The worker that takes them, a UUID of this process. */
  readonly by: string;
  /** Only of these accounts: the ones that this process can send for right now. */
  readonly accounts: readonly ChannelAccountId[];
  readonly limit: number;
  readonly leaseSeconds: number;
};

/**
 * The queue of all companies' chat messages (system scope). Times are the database's own, so that processes with
 * different clocks agree.
 */
export interface Deliveries {
  /**
   * Takes what is due, at most one a chat: the first by (rank, seq) of its queued ones, where none of the chat is
   * `sending`. One in backoff holds back those behind it of the same rank. They become `sending`, with a lease.
   */
  claim(claim: Claim): Promise<readonly Due[]>;
  extend(by: string, deliveries: readonly DeliveryId[], leaseSeconds: number): Promise<void>;
  /** Where the lease was lost meanwhile, `sent` is still recorded (it is the truth), anything else is dropped. */
  settle(by: string, delivery: DeliveryId, settled: Settled): Promise<void>;
  /** Records many that were sent, in one go. It is the truth, even where a lease was lost meanwhile. */
  sent(all: readonly { readonly delivery: DeliveryId; readonly platformId: string }[]): Promise<void>;
  /** What platforms tell of messages later. States never run backwards; what is not ours says nothing. Answers how many were known. */
  receive(account: ChannelAccountId, receipts: readonly Receipt[]): Promise<number>;
  /**
   * Deals with leases that ran out, because their process died while sending: nobody knows whether they arrived.
   * Those of the kinds given are queued again, edits too; others become `uncertain`. Answers how many. `alone`: this process has just
   * begun and no other is on the database, so that every lease is a dead one's.
   */
  reclaim(repeated: readonly DeliveryKind[], alone?: boolean): Promise<number>;
  /** Whether nothing is queued and due, waits for more of its kind, or is being sent. */
  idle(): Promise<boolean>;
  /** The state of the queue (P9). */
  count(): Promise<DeliveryCounts>;
}

export type DeliveryCounts = {
  readonly queued: number;
  readonly held: number;
  readonly sending: number;
  readonly sent: number;
  readonly failed: number;
  readonly uncertain: number;
  readonly oldestQueuedSeconds: number;
};
