import type { ChannelAccountId, CompanyId, DeliveryId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Failure } from './failure.ts';
import type { Message } from './message.ts';
import type { DeliveryKind } from './owed.ts';

/** One message on its way to a chat. */
export type Outgoing = {
  /** Ours; a platform that can carry it gives it back with its receipts. */
  readonly delivery: DeliveryId;
  readonly kind: DeliveryKind;
  readonly company: CompanyId;
  readonly account: ChannelAccountId;
  /** The chat, in the platform's terms. */
  readonly address: string;
  readonly message: Message;
  readonly language: Language;
  /** The platform's id of the message that it takes the place of. A channel that can't edit sends a new one. */
  readonly edits?: string;
  /** It was cut before, and may have become a message of its own: it changes that one, or nothing. */
  readonly wasCut?: true;
  /** When the person last did something in this chat: some platforms let us write freely only for a while after it. */
  readonly lastInbound: Date;
  /** Whether the person was asked to write since then, by what such a platform allows meanwhile. */
  readonly prompted: boolean;
};

/** What became of it (P5). */
export type Sent =
  | { readonly was: 'sent'; readonly platformId: string }
  /** It did not arrive and may be sent again. `pauses`: who else must wait as long. */
  | {
      readonly was: 'notYet';
      readonly afterSeconds?: number;
      readonly pauses: 'message' | 'chat' | 'account';
      readonly why: string;
    }
  /** It may go only once the person has done something again; then it is sent by itself. `prompted`: they were asked to. */
  | { readonly was: 'held'; readonly why: Failure; readonly prompted: boolean }
  /** Cut after the request was written: it may have arrived. */
  | { readonly was: 'uncertain'; readonly why: string }
  /** Final. `unreachable`: pushes to this chat end. */
  | {
      readonly was: 'refused';
      readonly code: string;
      readonly cause: string;
      readonly nextStep: string;
      readonly unreachable: boolean;
    };

/** A channel account brought to life, as the delivery loop needs it. Never throws for what a platform answers. */
export interface Sender {
  send(outgoing: Outgoing): Promise<Sent>;
}
