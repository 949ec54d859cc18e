import type { Channel } from '#core/chat/channels.ts';
import type { Slice, Span } from './records.ts';

export const EVENT_STATES = ['pending', 'done', 'quarantined', 'discarded'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** One inbound thing, as operators see it: what became of it, and never what it said. */
export type EventRecord = {
  readonly id: string;
  readonly channel: Channel;
  /** The channel account that it came to. */
  readonly account: string;
  /** The platform's own id. */
  readonly key: string;
  readonly received_at: string;
  readonly state: EventState;
  /** Failed turns so far. */
  readonly attempts: number;
  readonly error: string | null;
};

/** What became of something asked of a set-aside event: where it is no longer set aside, nothing. */
export type EventChanged =
  | { readonly was: 'changed'; readonly event: EventRecord }
  | { readonly was: 'otherStatus'; readonly state: EventState }
  | { readonly was: 'missing' };

/** What came in for one company (P4). */
export interface EventRecords {
  /** Newest first. */
  list(state: EventState | undefined, span: Span): Promise<Slice<EventRecord>>;
  /** Takes a set-aside one again, from its first try; it has its effect after what its chat has sent since. */
  replay(id: string): Promise<EventChanged>;
  /** Ends a set-aside one without any effect; its bytes are dropped. */
  discard(id: string): Promise<EventChanged>;
}
