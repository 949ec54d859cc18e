import type { Wish } from '#core/chat/wish.ts';
import type { ContactId, DealId, MediaId, OfferId, PropertyId, UserId, ViewingId } from '#core/ids.ts';
import type { OfferedProperty, Page } from '#core/offers/offer.ts';
import type { Attendance, LateMinutes } from './attendance.ts';
import type { Tab, TabCounts } from './tabs.ts';

export type ViewingStatus = 'pending' | 'confirmed' | 'rejected' | 'cancelled' | 'completed';

/** A meeting of the CRM, as a client and its use cases see it. */
export type Viewing = {
  readonly id: ViewingId;
  readonly offer: OfferId | null;
  readonly deal: DealId;
  readonly property: {
    readonly id: PropertyId;
    readonly description: OfferedProperty['description'];
    readonly name: string;
    readonly reference: string;
    readonly city: string | null;
    readonly price: number;
    /** ISO 4217. */
    readonly currency: string;
    readonly transaction: OfferedProperty['transaction'];
    readonly status: string;
    /** In degrees; null where the office gave no point. */
    readonly point: { readonly latitude: number; readonly longitude: number } | null;
    /** The first of its photos; null where there is none. */
    readonly photo: MediaId | null;
  };
  /** The client who asked for it; null where they were erased since. */
  readonly contact: ContactId | null;
  readonly owner: UserId | null;
  /** Who of the office comes along. */
  readonly agent: { readonly name: string; readonly phone: string | null } | null;
  readonly status: ViewingStatus;
  readonly preferredDates: readonly Wish[];
  readonly start: Date | null;
  readonly end: Date | null;
  /** Street and number; shown from confirmation on (rule 9). */
  readonly street: string | null;
  /** The agent's words to how it stands: why it is rejected or cancelled, or beside a time that is offered or agreed. */
  readonly reason: string | null;
  /** A time that the agent offers instead of the wishes; the client accepts it or wishes anew. */
  readonly proposedStart: Date | null;
  /** Whether `preferredDates` ask for another time than the confirmed one, which stays until the agent moves it. */
  readonly openWish: boolean;
  /** What the client answered to a reminder of the present time. */
  readonly attendance: Attendance | null;
  /** How late they said to be; null where they did not, or come in time. */
  readonly lateMinutes: LateMinutes | null;
  /** When and by whom it was changed last; null where that is not known. */
  readonly changed: LastChange | null;
  readonly calendar: { readonly uid: string; readonly sequence: number };
};

/** Whose hand changed a viewing; a client has no id here. */
type Hand = { readonly id?: UserId; readonly name: string };
export type LastChange = { readonly at: Date; readonly by: { readonly id: UserId | null; readonly name: string } };

export type NewViewing = {
  readonly offer: OfferId;
  readonly deal: DealId;
  readonly property: PropertyId;
  readonly contact: ContactId;
  readonly wishes: readonly Wish[];
};

export type ViewingChange = {
  readonly status: ViewingStatus;
  readonly start?: Date;
  readonly end?: Date;
  /** The agent's words to it. They go with what they were said to: whoever changes the time or the status says them anew, or null. */
  readonly reason?: string | null;
  readonly proposedStart?: Date | null;
  /** The client's; they wait for an answer from then on. */
  readonly wishes?: readonly Wish[];
  readonly openWish?: boolean;
  readonly attendance?: Attendance | null;
  readonly lateMinutes?: LateMinutes | null;
};

/**
 * What is to come: times that an agent offers and that are not past, soonest first, at most `OFFERED_AT_ONCE`; the next
 * viewing that is agreed; and how many requests wait for an answer.
 */
export type Ahead = {
  readonly offered: readonly (Viewing & { readonly proposedStart: Date })[];
  readonly next?: Viewing & { readonly start: Date };
  readonly requests: number;
};
/** Lines that Home has room for. */
export const OFFERED_AT_ONCE = 3;

export interface Viewings {
  /** Opens one, owned by the deal's user, else the contact's, else the first Admin; undefined where one is open already (rule 16). */
  request(wanted: NewViewing, at: Date): Promise<Viewing | undefined>;
  /** The open one of the same deal property. */
  ongoingOf(deal: DealId, property: PropertyId): Promise<Viewing | undefined>;
  /** The last one of the same deal property that was confirmed, and not called off; completed ones too. */
  confirmedOf(deal: DealId, property: PropertyId): Promise<Viewing | undefined>;
  /** Taken for this transaction; undefined where missing or not of this contact's deals. */
  find(contact: ContactId, viewing: ViewingId): Promise<Viewing | undefined>;
  list(contact: ContactId, tab: Tab, page: number, now: Date): Promise<Page<Viewing>>;
  /** How many on this contact's deals stand in each tab. */
  count(contact: ContactId, now: Date): Promise<TabCounts>;
  /** What is to come on this contact's deals. */
  ahead(contact: ContactId, now: Date): Promise<Ahead>;
  /** All on this contact's deals, newest first. */
  all(contact: ContactId): Promise<readonly Viewing[]>;
  /** On this contact's deals, the one that was completed last, and those completed within a day before it; newest first. */
  lastCompleted(contact: ContactId): Promise<readonly Viewing[]>;
  /** Taken for this transaction, whoever's it is in the company. For agents. */
  get(viewing: ViewingId): Promise<Viewing | undefined>;
  /** Changes it where it still has one of the states `from`, and notes who did it in its history; false where it has not. */
  change(
    viewing: ViewingId,
    from: readonly ViewingStatus[],
    change: ViewingChange,
    by: Hand,
    at: Date,
  ): Promise<boolean>;
}

declare module '#core/store.ts' {
  interface Kept {
    readonly viewings: Viewings;
  }
}
