import type { Channel } from '#core/chat/channels.ts';
import type { Failure } from '#core/chat/failure.ts';
import type { Message } from '#core/chat/message.ts';
import type { ContactId, MediaId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Slice, Span } from './records.ts';

/** One message of the two-way thread with a client. `state` and what follows: of its delivery; null for what a client wrote. */
export type MessageRecord = {
  readonly id: string;
  readonly at: string;
  readonly from: 'client' | 'user' | 'bot';
  /** A person's words, or what the bot showed. */
  readonly said: string | Message;
  /** What a client sent along. */
  readonly media: readonly MediaId[];
  /** What the bot's words are put in. */
  readonly language: Language;
  readonly channel: Channel;
  readonly state: string | null;
  readonly platform_id: string | null;
  readonly failure: Failure | null;
};

export interface Thread {
  /** Newest first. */
  list(contact: ContactId, span: Span): Promise<Slice<MessageRecord>>;
  find(contact: ContactId, message: string): Promise<MessageRecord | undefined>;
  /** Owes a failed or uncertain message once more; undefined where there is none such. */
  resend(message: string): Promise<{ readonly id: string; readonly contact: ContactId } | undefined>;
}
