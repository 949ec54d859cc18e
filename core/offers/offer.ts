import type { ContactId, DealId, MediaId, OfferId, PropertyId, ViewingId } from '#core/ids.ts';
import type { Point } from './area.ts';
import type { Group } from './groups.ts';

export type OfferStatus =
  | 'preselect'
  | 'rejected_by_agent'
  | 'proposed'
  | 'pending'
  | 'interested'
  | 'rejected'
  | 'approved';
/** `reserved`: somebody is about to take it. It can be judged, and viewings that are agreed stay; no other can be asked for. */
export type PropertyStatus = 'active' | 'reserved' | 'sold' | 'rented' | 'cancelled' | 'off_market';

/** One property in one deal, as a client may see it: no internal field is ever loaded on this path. */
export type Offer = {
  readonly id: OfferId;
  readonly status: OfferStatus;
  readonly favourite: boolean;
  readonly visitedAt: Date | null;
  readonly rating: number | null;
  readonly rejectReasons: readonly string[];
  readonly rejectText: string | null;
  readonly deal: {
    readonly id: DealId;
    readonly name: string;
    readonly type: string;
    readonly status: 'open' | 'won' | 'lost';
  };
  readonly property: OfferedProperty;
  /** The newest viewing of this property in this deal that is open or was completed. */
  readonly viewing: { readonly id: ViewingId; readonly status: 'pending' | 'confirmed' | 'completed' } | null;
};

export type OfferedProperty = {
  readonly id: PropertyId;
  readonly status: PropertyStatus;
  /** The one that clients see (`tesoro_reference`). */
  readonly reference: string;
  readonly name: string;
  readonly type: string;
  readonly transaction: 'for_sale' | 'for_rent';
  readonly price: number;
  /** What the price fell from, as long as that is said; null where it did not fall lately. */
  readonly fellFrom: number | null;
  readonly currency: string;
  readonly bedrooms: number | null;
  readonly bathrooms: number | null;
  readonly builtArea: number | null;
  readonly usefulArea: number | null;
  readonly plotSize: number | null;
  readonly energyRating: { readonly consumption: string | null; readonly emissions: string | null } | null;
  readonly description: readonly {
    readonly lang: string;
    readonly title?: string | undefined;
    readonly text?: string | undefined;
  }[];
  readonly city: string | null;
  readonly state: string | null;
  /** Never the point itself (rule 9). */
  readonly area: Point | null;
  readonly features: readonly string[];
  readonly virtualTourUrl: string | null;
  readonly photos: readonly MediaId[];
};

export type Counts = { readonly [group in Group]: number } & {
  readonly new: number;
  readonly favourites: number;
  readonly upcoming: number;
  readonly ratings: number;
};

/** `open` where any deal with visible offers is, or there is none; else `won` where one led to a home, or `lost`. */
export type Search = 'open' | 'won' | 'lost';

/** A page of a list, and whether more follows. */
export type Page<Item> = { readonly items: readonly Item[]; readonly total: number; readonly more: boolean };

/** The first of those that wait to be judged, and how many there are with it. */
export type Unjudged = { readonly first: Offer | undefined; readonly total: number };

export type OfferChange = {
  readonly status?: OfferStatus;
  readonly favourite?: boolean;
  readonly rejectReasons?: readonly string[];
  readonly rejectText?: string | null;
  readonly openedAt?: Date;
  readonly verdictAt?: Date;
  readonly proposedAt?: Date;
  readonly visitedAt?: Date;
  /** Stars, 1 to 5. */
  readonly rating?: number;
};

/** The offers of one contact: only visible ones, from Buy and Rent deals (rules 4, 8). */
export interface Offers {
  /** Taken for this transaction, so that two taps can't both count; undefined where missing, foreign or no longer visible. */
  find(contact: ContactId, offer: OfferId): Promise<Offer | undefined>;
  count(contact: ContactId, now: Date): Promise<Counts>;
  /** Newest first. `new`: proposed and not opened. Pages count from 0. */
  list(contact: ContactId, which: Group | 'new' | 'favourites', page: number): Promise<Page<Offer>>;
  /** All that the contact may see, of all groups, newest first. */
  all(contact: ContactId): Promise<readonly Offer[]>;
  /** Those proposed to the contact, not yet pushed, for a bundle; marks them as pushed. */
  takeUnpushed(contact: ContactId): Promise<readonly Offer[]>;
  change(offer: OfferId, change: OfferChange): Promise<void>;
  /** How the contact's search stands. */
  searchOf(contact: ContactId): Promise<Search>;
  /** The homes that can still be judged and are not, the newest that were not opened first, then the others. */
  unjudged(contact: ContactId): Promise<Unjudged>;
  /**
   * `severalDeals`: whether the contact has more than one deal with visible offers, so that the deal is named. `waits`:
   * whether a home can still be judged and is not.
   */
  around(contact: ContactId): Promise<{ readonly severalDeals: boolean; readonly waits: boolean }>;
}

/** Entries of a page in every list of offers and viewings (SPEC 5: 5 to 10). */
export const PAGE = 5;

declare module '#core/store.ts' {
  interface Kept {
    readonly offers: Offers;
  }
}
