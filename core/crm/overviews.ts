import type { Channel } from '#core/chat/channels.ts';
import type { ContactId, DealId, MediaId, OfferId, PropertyId, UserId, ViewingId } from '#core/ids.ts';
import type { OfferStatus, PropertyStatus } from '#core/offers/offer.ts';
import type { ViewingStatus } from '#core/viewings/viewing.ts';
import type { DealRecord } from './record.ts';

/** How many there are, counted no further than this: counting all of very many would take longer than reading a page. */
export const COUNTED_TO = 10_000;

/** The newest line of a timeline. */
export type LastAction = {
  readonly type: string;
  readonly title: string;
  readonly at: Date;
  readonly home: string | null;
};

/** What a list of contacts shows beside each one's record. */
export type ContactOverview = {
  readonly owner: string | null;
  /** Where they are signed in. */
  readonly channels: readonly Channel[];
  /** False where they are signed in and none of their chats takes messages. */
  readonly isReachable: boolean;
  readonly last: LastAction | null;
};

/** A chat in which a contact is signed in. */
export type OpenChat = {
  readonly channel: Channel;
  readonly since: Date;
  readonly language: string;
  readonly pushes: 'on' | 'stopped';
  readonly isReachable: boolean;
  readonly takenOverBy: { readonly id: UserId; readonly name: string } | null;
};

export type Account = {
  readonly status: 'Draft' | 'Active' | 'Blocked';
  readonly lastSignIn: Date | null;
};

/** How many homes stand in each lane of a deal; lanes without any are missing. */
export type LaneCounts = { readonly [Lane in OfferStatus]?: number };

export type Person = { readonly id: ContactId; readonly name: string; readonly photo: MediaId | null };

export type DealOverview = {
  readonly people: readonly Person[];
  readonly owner: string | null;
  readonly lanes: LaneCounts;
  readonly last: LastAction | null;
};

/** What pages show of a home, nothing that stays within the office but its price and state. */
export type HomeLine = {
  readonly id: PropertyId;
  readonly name: string;
  readonly reference: string;
  readonly status: PropertyStatus;
  readonly transaction: 'for_sale' | 'for_rent';
  readonly price: number;
  /** What the price fell from lately; null where it did not. */
  readonly fellFrom: number | null;
  readonly currency: string;
  readonly city: string | null;
  readonly bedrooms: number | null;
  /** Built, in square metres. */
  readonly area: number | null;
  readonly photo: MediaId | null;
};

/** Everything about one contact that stands beside their timeline. */
export type ContactPage = {
  readonly account: Account | null;
  readonly chats: readonly OpenChat[];
  /** The contact's own newest line. */
  readonly lastAction: Date | null;
  readonly deals: readonly DealId[];
  readonly feedback: number;
  readonly viewings: number;
  readonly next: {
    readonly id: ViewingId;
    readonly deal: DealId;
    readonly start: Date;
    readonly attendance: 'coming' | 'late' | null;
    readonly home: HomeLine;
  } | null;
};

/** One home in a deal. */
export type DealHome = {
  readonly offer: OfferId;
  readonly lane: OfferStatus;
  readonly home: HomeLine;
  readonly proposedAt: Date | null;
  /** When the clients were told; null: not yet. */
  readonly pushedAt: Date | null;
  readonly openedAt: Date | null;
  readonly visitedAt: Date | null;
  readonly rejectReasons: readonly string[];
  readonly rejectText: string | null;
  readonly isFavourite: boolean;
  readonly rating: number | null;
  /** Of the message that showed it; null where none did by itself. */
  readonly delivery: string | null;
  /** The one that is asked for or agreed. */
  readonly viewing: { readonly status: ViewingStatus; readonly start: Date | null } | null;
};

/** What one client did with one home of a deal since it was last offered, from the timeline (rule 24). */
export type Opinion = {
  readonly contact: ContactId;
  readonly property: PropertyId;
  readonly verdict: 'interested' | 'rejected' | null;
  readonly verdictAt: Date | null;
  /** Reasons and own words as they were told. */
  readonly words: string | null;
  readonly opened: number;
  readonly isFavourite: boolean;
  readonly stars: number | null;
};

export type FileLine = { readonly id: MediaId; readonly mime: string; readonly seconds: number | null };

/** Counts by status, each no further than `COUNTED_TO`. */
export type Many = { readonly contacts: number; readonly leads: number };

/** What pages of the desk show of many records at once, each in one statement or few, however many rows they show. */
export interface Overviews {
  countPeople(): Promise<Many>;
  contacts(ids: readonly ContactId[]): Promise<ReadonlyMap<ContactId, ContactOverview>>;
  contact(id: ContactId): Promise<ContactPage>;
  /** Names and faces. */
  people(ids: readonly ContactId[]): Promise<ReadonlyMap<ContactId, Person>>;
  deals(ids: readonly DealId[]): Promise<ReadonlyMap<DealId, DealOverview>>;
  homes(ids: readonly PropertyId[]): Promise<ReadonlyMap<PropertyId, HomeLine>>;
  /** Those of a deal by lane, newest first, at most so many a lane; `lanes` counts all. */
  dealHomes(deal: DealId, most: number): Promise<readonly DealHome[]>;
  opinions(deal: DealId): Promise<readonly Opinion[]>;
  /** How many of a deal's feedback, viewings. */
  dealCounts(deal: DealId): Promise<{ readonly feedback: number; readonly viewings: number }>;
  /** Homes on the market whose name, place or reference has the words, newest first; those in the deal are left out. */
  findHomes(words: string, deal: Pick<DealRecord, 'id' | 'type'>, most: number): Promise<readonly HomeLine[]>;
  files(ids: readonly MediaId[]): Promise<ReadonlyMap<MediaId, FileLine>>;
  /** Names of people of the office who are at work, for choosing one. */
  colleagues(): Promise<readonly { readonly id: UserId; readonly name: string }[]>;
}
