import type { ChatId, DeliveryId, OfferId } from '#core/ids.ts';
import type { Message } from './message.ts';
import type { Task } from './task.ts';

/**
 * What is owed to chats: written in the transaction that causes it, sent after the commit, in order per chat,
 * answers before pushes.
 */
export interface Owed {
  message(owed: OwedMessage): Promise<void>;
  /** Something to do later, once, however often it was asked for; `key` names it. A sweep carries it out. */
  later(task: Task, key: string, at: Date): Promise<void>;
  /** Ends such a task together with what it does; false where it was ended before, and nothing is to be done. */
  finish(task: string): Promise<boolean>;
  /** A mail in the recipient's language; its secret parts are in no log. */
  mail(mail: OwedMail): Promise<void>;
}

/** Which kind of news a message carries; decides whether an uncertain one is repeated (P5). */
export type DeliveryKind = 'screen' | 'code' | 'viewing' | 'offer' | 'reminder' | 'message';

export type OwedMessage = {
  readonly chat: ChatId;
  readonly message: Message;
  readonly rank: 'answer' | 'push';
  readonly kind: DeliveryKind;
  /** The platform's id of the message that this one takes the place of, where the channel can edit. */
  readonly edits?: string;
  /** The same, where that message is one of our deliveries. */
  readonly editsDelivery?: DeliveryId;
  /** The offer whose card this message shows. */
  readonly shows?: OfferId;
  /** The message of an agent that it carries. */
  readonly about?: string;
};

export type OwedMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};
