import type { Channel, Transport } from '#core/chat/channels.ts';
import type { Message } from '#core/chat/message.ts';
import type { ChatId, ContactId, DealId, MediaId, PropertyId, UserId, ViewingId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { OfferStatus } from '#core/offers/offer.ts';
import type { Attendance } from '#core/viewings/attendance.ts';
import type { DealRecord } from './record.ts';

/** `waiting`: what a client wrote has no answer. `mine`: of clients whom the user looks after. */
export const TALK_FILTERS = ['waiting', 'mine', 'all'] as const;
export type TalkFilter = (typeof TALK_FILTERS)[number];

export type Holder = { readonly id: UserId; readonly name: string };

/** What was said last between a client and the office. */
export type LastWords = {
  readonly from: 'client' | 'user' | 'bot';
  readonly user: Holder | null;
  readonly said: string | Message;
  /** How many files came with it. */
  readonly files: number;
  readonly language: Language;
  readonly at: Date;
  readonly channel: Channel;
  /** Of its delivery; null for what a client wrote. */
  readonly state: string | null;
};

/** All that a client and the office say to each other, on every channel, as a list shows it. */
export type Talk = {
  readonly contact: ContactId;
  readonly firstName: string;
  readonly lastName: string;
  /** Of the client where they wait. */
  readonly last: LastWords | null;
  /** When the oldest message was written that waits; null where none does. */
  readonly waitingSince: Date | null;
  readonly heldBy: Holder | null;
  /** Its place in the order: when somebody last did something. */
  readonly place: Date;
};

export type TalksAsked = {
  readonly filter: TalkFilter;
  readonly me: UserId;
  /** A part of the client's name, or of what was written. */
  readonly search?: string;
  /** Where a list goes on: below this place. */
  readonly before?: Date;
  readonly limit: number;
};

/** A chat in which the client is signed in. */
export type TalkChat = {
  readonly id: ChatId;
  readonly channel: Channel;
  readonly transport: Transport;
  readonly lastInbound: Date;
  /** Whether the client asked for no more messages there; answers go out all the same. */
  readonly isStopped: boolean;
  readonly isReachable: boolean;
};

/** How things stand between a client and the office. */
export type Stand = {
  /** The one used last first. */
  readonly chats: readonly TalkChat[];
  readonly account: 'Draft' | 'Active' | 'Blocked' | null;
  readonly heldBy: (Holder & { readonly since: Date | null }) | null;
  readonly waitingSince: Date | null;
  /** The newest word of somebody of the office. */
  readonly answered: (Holder & { readonly at: Date }) | null;
};

type Home = {
  readonly id: PropertyId;
  readonly name: string;
  readonly city: string | null;
  readonly photo: MediaId | null;
};

/** What the office knows of a client beside what they say. */
export type AboutClient = {
  readonly deal:
    | (Pick<DealRecord, 'name' | 'type' | 'stage'> & {
        readonly id: DealId;
        readonly counts: Readonly<Partial<Record<OfferStatus | 'visited', number>>>;
      })
    | null;
  readonly viewing: {
    readonly id: ViewingId;
    readonly start: Date;
    readonly attendance: Attendance | null;
    readonly openWish: boolean;
    readonly home: Home;
  } | null;
  /** The home that was open when the client last wrote. */
  readonly asked: Home | null;
};

/** What a log shows of messages besides their records. */
export type SaidMore = {
  readonly user: Holder | null;
  readonly home: { readonly id: PropertyId; readonly name: string } | null;
  /** When what waits goes out; null where it waits for no time. */
  readonly dueAt: Date | null;
};
export type SaidFile = {
  readonly id: MediaId;
  readonly mime: string;
  readonly seconds: number | null;
  readonly size: number;
};

/** The office's view of what clients and the office say to each other; each answer is a bounded number of statements. */
export interface Talks {
  /** Waiting ones first, who waits longest first of all; then the newest. */
  list(asked: TalksAsked): Promise<readonly Talk[]>;
  /** How many clients wait for an answer to what they wrote. */
  countWaiting(): Promise<number>;
  stand(contact: ContactId): Promise<Stand>;
  about(contact: ContactId, now: Date): Promise<AboutClient>;
  /** By the ids of messages. */
  more(messages: readonly string[]): Promise<ReadonlyMap<string, SaidMore>>;
  files(media: readonly MediaId[]): Promise<ReadonlyMap<string, SaidFile>>;
}
