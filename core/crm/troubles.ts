import type { Channel } from '#core/chat/channels.ts';
import type { Failure } from '#core/chat/failure.ts';
import type { Message } from '#core/chat/message.ts';
import type { DeliveryKind } from '#core/chat/owed.ts';
import type { ContactId, DeliveryId, UserId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';

type Client = {
  readonly id: ContactId;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  /** Where they are signed in and can be reached. */
  readonly channels: readonly Channel[];
};

/** A message that did not reach a client, or may not have. */
export type LostMessage = {
  readonly id: DeliveryId;
  readonly kind: DeliveryKind;
  readonly channel: Channel;
  readonly isUncertain: boolean;
  /** Whether somebody of the office has dealt with it. */
  readonly isSettled: boolean;
  readonly failure: Failure;
  readonly at: Date;
  /** An agent's words, or what the bot said. */
  readonly said: string | Message;
  /** What the chat is spoken to in. */
  readonly language: Language;
  /** Null: nobody was signed in there. */
  readonly client: Client | null;
};

/** What came in and could not be handled. */
export type SetAside = {
  readonly id: string;
  readonly channel: Channel;
  readonly key: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly at: Date;
  readonly client: { readonly id: ContactId; readonly name: string } | null;
};

/** What a webhook did not take. */
export type Untaken = {
  readonly id: string;
  readonly webhook: string;
  readonly url: string;
  readonly event: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly at: Date;
};

/** Whose messages: those of that user's clients, or all where undefined. */
type Whose = UserId | undefined;

/** What went wrong and waits for somebody of the office, the newest first; one statement each. */
export interface Troubles {
  lost(whose: Whose, limit: number): Promise<readonly LostMessage[]>;
  find(delivery: DeliveryId): Promise<LostMessage | undefined>;
  setAside(limit: number): Promise<readonly SetAside[]>;
  /** What came in, as it came; undefined where it is not set aside. */
  bytes(event: string): Promise<Uint8Array | undefined>;
  untaken(limit: number): Promise<readonly Untaken[]>;
  /** How many there are; `system`: with what only Admins see to. */
  count(whose: Whose, system: boolean): Promise<number>;
  /** What is on its way to clients, and for how many seconds the oldest has been. */
  onTheirWay(): Promise<{ readonly count: number; readonly seconds: number }>;
}
