import type { PropertyRecord } from '#core/crm/record.ts';
import type { FieldError } from '#core/crm/refusal.ts';

/** What a feed says of a home; all of it, so that what it leaves out is empty. */
export type FeedHome = Pick<
  PropertyRecord,
  | 'name'
  | 'status'
  | 'type'
  | 'transaction'
  | 'price'
  | 'number_of_bedrooms'
  | 'number_of_bathrooms'
  | 'builded_area'
  | 'useful_area'
  | 'plot_size'
  | 'energy_rating'
  | 'description'
  | 'address'
  | 'location'
  | 'features'
  | 'virtual_tour_url'
  | 'cadastral_reference'
> & {
  /** The office's own, by which a home is known again. */
  readonly reference: string;
  /** ISO 4217; undefined where the feed says none: the company's. */
  readonly currency: string | undefined;
};

/** One listing of a feed, by the line on which it begins. */
export type FeedItem =
  | {
      readonly is: 'home';
      readonly line: number;
      readonly home: FeedHome;
      /** Where its photos are, in their order. */
      readonly photos: readonly string[];
    }
  /** It can't be taken; the others can. */
  | {
      readonly is: 'refused';
      readonly line: number;
      readonly reference: string | undefined;
      readonly errors: readonly FieldError[];
    };

/** The listings of a feed, one after the other. Throws BrokenFeed where it can't be read on. */
export type Feed = AsyncIterable<FeedItem>;

export class BrokenFeed extends Error {
  readonly line: number;

  constructor(detail: string, line: number) {
    super(detail);
    this.line = line;
  }
}
