import type { Wish } from '#core/chat/wish.ts';
import type { ContactId, DealId, Id, MediaId, OfferId, PropertyId, ViewingId } from '#core/ids.ts';
import type { Offer, OfferedProperty } from '#core/offers/offer.ts';
import type { Viewing } from '#core/viewings/viewing.ts';

/**
 * Homes and viewings as awkward as an office can make them. What people wrote is in Greek, which is none of our languages:
 * whatever else is on a screen is ours.
 */

const id = <Kind extends string>(kind: number, number: number) =>
  `0192f1c4-000${kind}-7000-8000-${`${number}`.padStart(12, '0')}` as Id<Kind>;
export const photos = (count: number): readonly MediaId[] =>
  Array.from({ length: count }, (_, index) => id<'media'>(1, index));

/** 200 characters with all that a markup could trip over. */
export const LONG_TITLE = 'Σπίτι <b>δίπλα</b> & «στη» θάλασσα_*`[κήπος](δρόμος) 👩‍👩‍👧 '.repeat(5).slice(0, 200);
const LONG_STORY = Array.from(
  { length: 12 },
  (_, index) => `${index + 1}. ${'Ένα <όμορφο> σπίτι & αυλή. '.repeat(20)}`,
);

const FEATURES = [
  ...['air_conditioning', 'heating', 'fireplace', 'sea_view', 'mountain_view', 'panoramic_view', 'pool'],
  ...['communal_pool', 'garage', 'parking', 'terrace', 'covered_terrace', 'roof_terrace', 'balcony', 'garden', 'lift'],
  ...['storage_room', 'furnished', 'new_construction', 'solar_panels', 'alarm', 'pets_allowed'],
  ...['wheelchair_accessible', 'close_to_beach', 'close_to_shops', 'close_to_town', 'close_to_schools'],
  ...['lake_view', 'golf_view', 'patio', 'pergola', 'orchard', 'well', 'gym', 'sauna', 'internet_included'],
  ...['close_to_transport', 'αίθουσα_<χορού>'],
];
export const TYPES = [
  ...['villa', 'apartment', 'townhouse', 'finca', 'penthouse', 'studio', 'chalet', 'loft', 'bungalow', 'duplex'],
  ...['house', 'plot', 'commercial', 'μύλος'],
];

let count = 0;

/** A home of few words, offered and not yet opened. */
export function aHome({ property, ...more }: Partial<Omit<Offer, 'property'>> & { property?: Some } = {}): Offer {
  count += 1;
  return {
    id: id<'offer'>(2, count) as OfferId,
    status: 'proposed',
    favourite: false,
    visitedAt: null,
    rating: null,
    rejectReasons: [],
    rejectText: null,
    deal: { id: id<'deal'>(3, 1) as DealId, name: 'Αναζήτηση', type: 'Buy', status: 'open' },
    property: {
      id: id<'property'>(4, count) as PropertyId,
      status: 'active',
      reference: `Τ-${count}`,
      name: `Κατοικία ${count}`,
      type: 'villa',
      transaction: 'for_sale',
      price: 0,
      fellFrom: null,
      currency: 'EUR',
      bedrooms: null,
      bathrooms: null,
      builtArea: null,
      usefulArea: null,
      plotSize: null,
      energyRating: null,
      description: [],
      city: null,
      state: null,
      area: null,
      features: [],
      virtualTourUrl: null,
      photos: [],
      ...property,
    },
    viewing: null,
    ...more,
  };
}
type Some = Partial<OfferedProperty>;

/** One with everything, most of it too long. */
export const aPalace = (more: Parameters<typeof aHome>[0] = {}): Offer =>
  aHome({
    deal: { id: id<'deal'>(3, 2) as DealId, name: `Δεύτερη ${'αναζήτηση '.repeat(8)}`, type: 'Buy', status: 'open' },
    ...more,
    property: {
      price: 12_475_000,
      bedrooms: 12,
      bathrooms: 1,
      builtArea: 1450,
      usefulArea: 1200.5,
      plotSize: 21_000,
      energyRating: { consumption: 'A', emissions: 'G' },
      description: [{ lang: 'el', title: LONG_TITLE, text: LONG_STORY.join('\n\n') }],
      city: 'Θεσσαλονίκη <κέντρο>',
      state: 'Μακεδονία',
      area: { latitude: 40.635, longitude: 22.945 },
      features: FEATURES,
      virtualTourUrl: 'https://tour.example/360?a=1&b=2',
      photos: photos(10),
      ...more.property,
    },
  });

/** So many homes in a list: palaces and huts in turn. */
export const homes = (many: number): readonly Offer[] =>
  Array.from({ length: many }, (_, index) => (index % 2 === 0 ? aPalace() : aHome()));

export const WISHES: readonly Wish[] = [
  { date: '2026-11-26', partOfDay: 'morning' },
  { date: '2026-11-30', partOfDay: 'evening' },
  { date: '2027-02-20', partOfDay: 'any' },
];

export function aViewing(more: Partial<Viewing> = {}): Viewing {
  count += 1;
  return {
    id: id<'viewing'>(5, count) as ViewingId,
    offer: id<'offer'>(2, count) as OfferId,
    deal: id<'deal'>(3, 1) as DealId,
    property: {
      id: id<'property'>(4, count) as PropertyId,
      description: [{ lang: 'el', title: LONG_TITLE }],
      name: 'Κατοικία',
      reference: `Τ-${count}`,
      city: 'Θεσσαλονίκη',
      price: 415_000,
      currency: 'EUR',
      transaction: 'for_sale',
      status: 'active',
      point: { latitude: 40.63, longitude: 22.94 },
    },
    contact: id<'contact'>(6, 1) as ContactId,
    owner: null,
    agent: { name: 'Άννα <Παππά>', phone: '+302100000000' },
    status: 'pending',
    preferredDates: WISHES,
    start: null,
    end: null,
    street: 'Οδός <Ερμού> 7 & 8',
    reason: null,
    proposedStart: null,
    openWish: false,
    changed: null,
    attendance: null,
    calendar: { uid: 'viewing@example', sequence: 1 },
    ...more,
  };
}

export const START = new Date('2026-11-26T09:30:00Z');
/** What an agent gives as a reason, at length. */
export const LONG_REASON = 'Ο ιδιοκτήτης <λείπει> & επιστρέφει σύντομα. '.repeat(20).trim();
