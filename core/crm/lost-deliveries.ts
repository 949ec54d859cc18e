import type { Channel } from '#core/chat/channels.ts';
import type { Failure } from '#core/chat/failure.ts';
import type { Message } from '#core/chat/message.ts';
import type { DeliveryKind } from '#core/chat/owed.ts';
import type { ContactId, DeliveryId, UserId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Slice, Span } from './records.ts';

/** How something did not arrive: it surely did not, or nobody knows. */
export const LOST = ['failed', 'uncertain'] as const;
export type Lost = (typeof LOST)[number];

/** A message that did not arrive. */
export type LostDelivery = {
  readonly id: DeliveryId;
  readonly state: Lost;
  readonly kind: DeliveryKind;
  readonly channel: Channel;
  /** Null where nobody is signed in to the chat any more. */
  readonly contact: { readonly id: ContactId; readonly firstName: string; readonly lastName: string } | null;
  /** What it would have shown, for `language`; undefined where that can't be read any more. */
  readonly message: Message | undefined;
  readonly language: Language;
  readonly failure: Failure | null;
  readonly at: Date;
  readonly settled: { readonly at: Date; readonly by: UserId | null } | null;
};

/** Whose failures: those that a user owns, or the whole office's. */
export type LostFilter = { readonly state?: Lost; readonly owner?: UserId };

/** What did not arrive, until somebody of the office has dealt with it. */
export interface LostDeliveries {
  /** Those that nobody dealt with, newest first. */
  list(filter: LostFilter, span: Span): Promise<Slice<LostDelivery>>;
  find(id: DeliveryId): Promise<LostDelivery | undefined>;
  /** Notes that it is dealt with, where nobody has. */
  settle(id: DeliveryId, by: UserId, at: Date): Promise<void>;
}
