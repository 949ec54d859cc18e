import type { ChatId, DeliveryId, OfferId, ViewingId } from '#core/ids.ts';
import type { Letter } from '#core/letter.ts';
import type { Message } from './message.ts';
import type { Task } from './task.ts';

/**
 * What is owed to chats: written in the transaction that causes it, sent after the commit, in order per chat,
 * answers before pushes.
 */
export interface Owed {
  message(owed: OwedMessage): Promise<void>;
  /** Drops what waits to be sent as a card of the viewing in that chat: something newer takes its place. */
  dropCards(chat: ChatId, viewing: ViewingId): Promise<void>;
  /** Something to do later, once, however often it was asked for; `key` names it. A sweep carries it out. */
  later(task: Task, key: string, at: Date): Promise<void>;
  /** Ends such a task together with what it does; false where it was ended before, and nothing is to be done. */
  finish(task: string): Promise<boolean>;
  /** A mail in the recipient's language; its secret parts are in no log. */
  mail(mail: OwedMail): Promise<void>;
}

/** Which kind of news a message carries; decides whether an uncertain one is repeated (P5). */
export type DeliveryKind = 'screen' | 'code' | 'viewing' | 'offer' | 'reminder' | 'message' | Receipt;

/** What is said of a file that came: kept, offered as a message, or refused. */
export const RECEIPTS = ['saved', 'offered', 'refused'] as const;
export type Receipt = (typeof RECEIPTS)[number];

/** What is gathered waits for so long after each further file, and for so long at most. */
export type Gathering = { readonly seconds: number; readonly mostSeconds: number };
/** Files that are sent together come within it. */
export const GATHERING: Gathering = { seconds: 2, mostSeconds: 10 };

export type OwedMessage = {
  readonly chat: ChatId;
  readonly message: Message;
  readonly rank: 'answer' | 'push';
  readonly kind: DeliveryKind;
  /**
   * It waits a little for more of its kind: a newer one takes its place where nothing else was owed to the chat since, and
   * another answer sends it at once.
   */
  readonly isGathered?: boolean;
  /** True where it is known that none of the chat waits for more of its kind, so that none has to be looked for. */
  readonly nothingGathers?: boolean;
  /** The platform's id of the message that this one takes the place of, where the channel can edit. */
  readonly edits?: string;
  /** The same, where that message is one of our deliveries. */
  readonly editsDelivery?: DeliveryId;
  /** The offer whose card this message shows. */
  readonly shows?: OfferId;
  /** The viewing whose card it is. */
  readonly showsViewing?: ViewingId;
  /** The message of an agent that it carries. */
  readonly about?: string;
};

export type OwedMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same words with their shape, for mailboxes that show it. */
  readonly letter?: Letter;
};
