import type { Channel } from '#core/chat/channels.ts';
import type { Failure } from '#core/chat/failure.ts';
import type { DeliveryKind } from '#core/chat/owed.ts';
import type { Day } from '#core/clock.ts';
import type { ContactId, DealId, DeliveryId, MediaId, PropertyId, UserId, ViewingId } from '#core/ids.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import type { Slot, WishTime } from './time-for-wish.ts';

/** A client, as far as whoever answers them needs to know. */
export type Waiting = {
  readonly id: ContactId;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: string | null;
  readonly phone: string | null;
  /** Where they are signed in, the one used last first. */
  readonly channels: readonly Channel[];
};

/** A home, as lists of the office show it. */
export type HomeShown = {
  readonly id: PropertyId;
  readonly name: string;
  readonly reference: string;
  readonly city: string | null;
  readonly photo: MediaId | null;
};

type Owner = { readonly id: UserId; readonly name: string };

/** What a client said last of what nobody answered. */
export type Unanswered = {
  readonly words: string;
  readonly media: readonly MediaId[];
  readonly at: Date;
  /** How many messages are unanswered. */
  readonly count: number;
  readonly channel: Channel;
  /** Until when the channel takes free words; null where it always does. */
  readonly windowClosesAt: Date | null;
  /** The home that was open when it was written. */
  readonly home: HomeShown | null;
  /** Who took the chat from the bot. */
  readonly takenOverBy: UserId | null;
};

export type Undelivered = {
  readonly delivery: DeliveryId;
  readonly kind: DeliveryKind;
  readonly channel: Channel;
  readonly failure: Failure;
};

type About<Kind extends string, More = object> = { readonly is: Kind } & More;
export type ViewingShown = Pick<Viewing, 'id' | 'start' | 'end'> & { readonly deal: DealId };
type OfViewing = { readonly viewing: ViewingShown; readonly home: HomeShown };

/** What waits for the office. */
export type Matter =
  | About<
      /** A viewing was asked for. */
      'request',
      OfViewing & {
        readonly wishes: readonly WishTime[];
        /** The next time that is free and none of those that fit the wishes; undefined where none is. */
        readonly otherwise: Slot | undefined;
        /** Other dates were asked for, after the first did not suit. */
        readonly isAgain: boolean;
      }
    >
  /** Another time was asked for, while the agreed one stands. */
  | About<'anotherTime', OfViewing & { readonly wishes: readonly WishTime[] }>
  | About<'message', Unanswered>
  /** The last reminder of a viewing has no answer. */
  | About<'noAnswer', OfViewing>
  | About<'late', OfViewing>
  | About<'newLead', { readonly source: string | null }>
  | About<'undelivered', Undelivered>
  | About<'erasure'>
  /** Somebody wanted to be reminded of the client by now. */
  | About<'reminder', { readonly remindAt: Date }>;

/** One thing that somebody waits for. */
export type Wait = Matter & {
  /** Of the record that it is about: a viewing, a delivery, a contact. */
  readonly id: string;
  readonly client: Waiting;
  /** Whose it is: the deal's user, else the contact's, else the first Admin. */
  readonly owner: Owner | null;
  readonly since: Date;
  /** When it is to be answered; null where no clock runs. */
  readonly due: Date | null;
  readonly isOverdue: boolean;
};

/**
 * How a matter's due time comes about: `clock`, counted from its beginning by the office's time, so that what began first is
 * due first; `fixed`, at a time of its own; `quiet`, never, since somebody is at it.
 */
export const FAMILIES = ['clock', 'fixed', 'quiet'] as const;
export type Family = (typeof FAMILIES)[number];

/** A place in the order of one family: the matter's time, then its id. */
export type Place = { readonly at: Date; readonly id: string };
/** Where a list of waits goes on; a family that is not there begins at its first. */
export type WaitsPlace = { readonly [Of in Family]?: Place };

/** A matter before what it is about is looked up. `at`: its place in its family's order, since when or by when. */
export type OpenMatter = {
  readonly is: Matter['is'];
  readonly id: string;
  readonly client: ContactId;
  readonly owner: UserId | null;
  readonly at: Date;
  readonly since: Date;
};

export type WaitsWanted = {
  readonly me: UserId;
  /** Only what is mine: I own it, or its owner left it too long and I am the one who looks after it then. */
  readonly isMine: boolean;
  readonly withErasures: boolean;
  /** Only what one client waits for; it is not counted so. */
  readonly contact?: ContactId;
  readonly now: Date;
  /** What began by then waits too long; null where nothing does. */
  readonly overdueSince: Date | null;
};

/** A viewing of which something waits. */
export type WaitingViewing = {
  readonly viewing: ViewingShown;
  readonly owner: UserId | null;
  readonly home: HomeShown;
  readonly preferredDates: Viewing['preferredDates'];
  /** Asked for with other dates before. */
  readonly isAgain: boolean;
};

/** All that waits for the office; a bounded number of statements, however much it is. */
export interface Waits {
  /** The first of a family behind that place, in its order. */
  open(family: Family, wanted: WaitsWanted, after: Place | undefined, limit: number): Promise<readonly OpenMatter[]>;
  /** Every viewing that was asked for and is wished for on one of these days, in the order of `open`. */
  requests(wanted: WaitsWanted, days: readonly Day[]): Promise<readonly OpenMatter[]>;
  count(wanted: WaitsWanted): Promise<number>;
  /** The same by kind; none of a kind where it is not there. */
  counts(wanted: WaitsWanted): Promise<ReadonlyMap<Matter['is'], number>>;
  clients(ids: readonly ContactId[]): Promise<ReadonlyMap<string, Waiting>>;
  viewings(ids: readonly ViewingId[]): Promise<ReadonlyMap<string, WaitingViewing>>;
  messages(contacts: readonly ContactId[]): Promise<ReadonlyMap<string, Unanswered>>;
  deliveries(ids: readonly DeliveryId[]): Promise<ReadonlyMap<string, Undelivered>>;
  /** Where leads came from. */
  sources(leads: readonly ContactId[]): Promise<ReadonlyMap<string, string | null>>;
  owners(ids: readonly UserId[]): Promise<ReadonlyMap<string, Owner>>;
  /** The client's messages wait no longer; how many did. */
  settle(contact: ContactId, at: Date): Promise<number>;
  /** Reminds the user of the client then, and no more at any time set before; null: not at all. */
  remind(user: UserId, contact: ContactId, at: Date | null): Promise<void>;
  /** A new lead was taken up by somebody. */
  takeUp(lead: ContactId): Promise<void>;
}
