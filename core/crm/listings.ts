import type { ContactId, MediaId, PropertyId, ViewingId } from '#core/ids.ts';
import type { PropertyStatus } from '#core/offers/offer.ts';
import type { ViewingStatus } from '#core/viewings/viewing.ts';
import type { PropertyRecord } from './record.ts';
import type { Slice, Span } from './records.ts';

export type ListingFilter = {
  /** In its name, its place, or at the beginning of a reference; in any case. */
  readonly q?: string;
  readonly status?: PropertyStatus;
  readonly transaction?: PropertyRecord['transaction'];
};

/** A home in the office's list, with what came of it so far. */
export type Listing = Pick<
  PropertyRecord,
  'id' | 'name' | 'status' | 'reference' | 'tesoro_reference' | 'transaction' | 'price' | 'currency'
> & {
  readonly city: string | null;
  /** The first one. */
  readonly photo: MediaId | null;
} & Pick<Interest, 'offered' | 'interested'> & {
    /** Those that are to come. */
    readonly viewings: number;
  };

/** What clients made of a home: people, each counted once. Who is no longer on the deal does not count. */
export type Interest = {
  readonly offered: number;
  readonly opened: number;
  readonly interested: number;
  /** Those who said no since the day that was asked for, and why, the commonest reason first. */
  readonly declined: number;
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  /** Viewings that took place. */
  readonly viewed: number;
  /** Of visitors; each one's newest. Null where nobody gave any. */
  readonly stars: number | null;
  readonly visitors: number;
  /** The first one that is to come, where there is one. */
  readonly nextViewing: Date | null;
};

/** Who would see that it is no longer to be had. */
export type Reach = {
  /** Clients who have it among their homes. */
  readonly clients: number;
  /** Viewings that are asked for or confirmed. */
  readonly viewings: number;
};

export type ListedViewing = {
  readonly id: ViewingId;
  readonly status: ViewingStatus;
  readonly start: Date | null;
  readonly contact: { readonly id: ContactId; readonly name: string } | null;
  /** Who shows it. */
  readonly owner: string | null;
  readonly askedAt: Date;
};

/** The homes of one company as its office looks at them. */
export interface Listings {
  /** Newest first. */
  list(filter: ListingFilter, span: Span): Promise<Slice<Listing>>;
  count(filter: ListingFilter): Promise<number>;
  interest(property: PropertyId, now: Date, declinedSince: Date): Promise<Interest>;
  reach(property: PropertyId): Promise<Reach>;
  /** Newest first. */
  viewings(property: PropertyId, limit: number): Promise<readonly ListedViewing[]>;
}
