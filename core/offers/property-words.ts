import { type CardLine, line } from '#core/chat/screen.ts';
import { shownStars } from '#core/chat/stars.ts';
import type { Text } from '#core/chat/text.ts';
import { joined, phrase, verbatim } from '#core/chat/text.ts';
import { dayOf } from '#core/clock.ts';
import { closedBy } from './group-of.ts';
import type { Offer, OfferedProperty } from './offer.ts';

export const TYPES = [
  'villa',
  'apartment',
  'townhouse',
  'finca',
  'penthouse',
  'studio',
  'chalet',
  'loft',
  'bungalow',
  'duplex',
  'house',
  'plot',
  'commercial',
] as const;

export const FEATURES = [
  'airConditioning',
  'heating',
  'fireplace',
  'seaView',
  'mountainView',
  'panoramicView',
  'pool',
  'communalPool',
  'garage',
  'parking',
  'terrace',
  'coveredTerrace',
  'roofTerrace',
  'balcony',
  'garden',
  'lift',
  'storageRoom',
  'furnished',
  'newConstruction',
  'solarPanels',
  'alarm',
  'petsAllowed',
  'wheelchairAccessible',
  'lakeView',
  'golfView',
  'patio',
  'pergola',
  'orchard',
  'well',
  'gym',
  'sauna',
  'internetIncluded',
  'closeToBeach',
  'closeToShops',
  'closeToTown',
  'closeToSchools',
  'closeToTransport',
] as const;

const REASONS = ['location', 'condition', 'size', 'layout', 'model', 'price', 'other'] as const;

/** What the office calls the property, in the reader's language. */
export function propertyName(property: Pick<OfferedProperty, 'description' | 'name'>): Text {
  const translated = property.description.flatMap(({ lang, title }) => (title ? [{ lang, words: title }] : []));
  return translated.length > 0 ? { translated } : verbatim(property.name);
}

/** A key of ours in the reader's language; the office's own key as it is. */
export function typeName(type: string): Text {
  const known = TYPES.find((each) => each === type.toLowerCase());
  return known ? phrase(`property.type.${known}`) : verbatim(readable(type));
}

export function featureName(feature: string): Text {
  const known = featureOf(feature);
  return known ? phrase(`feature.${known}`) : verbatim(readable(feature));
}

/** The feature of ours that a key of the office's means, however it is written: `sea_view`, `seaView`. */
export function featureOf(key: string): (typeof FEATURES)[number] | undefined {
  const camel = key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return FEATURES.find((each) => each === camel);
}

export function reasonName(reason: string): Text {
  const known = REASONS.find((each) => each === reason);
  return known ? phrase(`reason.${known}`) : verbatim(readable(reason));
}

export function placeName(property: Pick<OfferedProperty, 'city' | 'state'>): Text | undefined {
  const parts = new Set([property.city, property.state].filter((part) => part !== null && part !== ''));
  return parts.size > 0 ? verbatim([...parts].join(', ')) : undefined;
}

export function priceName({
  price,
  currency,
  transaction,
}: Pick<OfferedProperty, 'price' | 'currency' | 'transaction'>): Text | undefined {
  if (price <= 0) return undefined;
  const money = { amount: price, currency };
  return transaction === 'for_rent'
    ? phrase('property.perMonth', { price: money })
    : phrase('property.price', { price: money });
}

/** Type, bedrooms, bathrooms, areas and energy label on one line; what is missing is left out (rule 9). */
export function factsLine(property: OfferedProperty): Text {
  const { plotSize, energyRating } = property;
  return joined(' · ', [
    typeName(property.type),
    ...sizesOf(property, { baths: true }),
    ...(plotSize ? [phrase('property.plot', { size: { squareMetres: plotSize } })] : []),
    ...(energyRating?.consumption ? [phrase('property.energy', { consumption: energyRating.consumption })] : []),
  ]);
}

/** How large it is. */
export function sizesOf(property: OfferedProperty, { baths = false } = {}): readonly Text[] {
  const { bedrooms, bathrooms, builtArea } = property;
  return [
    ...(bedrooms ? [phrase('property.bedrooms', { count: bedrooms })] : []),
    ...(baths && bathrooms ? [phrase('property.bathrooms', { count: bathrooms })] : []),
    ...(builtArea ? [phrase('property.builtArea', { size: { squareMetres: builtArea } })] : []),
  ];
}

/** Where it stands, as short as a list wants it. */
export function markOf(offer: Offer): readonly Text[] {
  const closed = closedBy(offer);
  if (closed) return [phrase(`mark.${closed}`)];
  if (offer.visitedAt) {
    const stars = offer.rating === null ? [] : [verbatim(shownStars(offer.rating))];
    return [joined(' ', [phrase('mark.visited'), ...stars])];
  }
  switch (offer.status) {
    case 'approved':
      return [phrase('mark.approved')];
    case 'interested':
      return [verbatim('✓')];
    case 'rejected':
      return [verbatim('✗')];
    case 'proposed':
      return [verbatim('🆕')];
    default:
      return [];
  }
}

/** A name for people out of a key: `roof_terrace`, `roofTerrace` → "Roof terrace". */
function readable(key: string): string {
  const words = key
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Price and place, as far as they are known, and what the price fell from lately; undefined where neither is known. */
export function headlineOf(property: OfferedProperty): Text | undefined {
  const known = [priceName(property), placeName(property)].filter((part) => part !== undefined);
  if (known.length === 0) return undefined;
  const home = joined(' · ', known);
  const { fellFrom: amount, currency, price } = property;
  return amount === null || price <= 0 ? home : phrase('property.fallen', { home, was: { amount, currency } });
}

/**
 * What is so of an offer now: how the client judged it, or why that is no longer possible. `zone` (IANA) says on which
 * day a visit was.
 */
export function stateLines(offer: Offer, closed: string | undefined, zone: string): readonly CardLine[] {
  switch (closed) {
    case 'sold':
    case 'rented':
    case 'cancelled':
    case 'off_market':
      return [line(phrase(`state.${closed}`), 'notice'), line(phrase('state.gone'))];
    case 'dealWon':
    case 'dealLost':
      return [line(phrase(`state.${closed}`), 'notice')];
  }
  const reserved = offer.property.status === 'reserved' ? [line(phrase('state.reserved'), 'notice')] : [];
  const visited = offer.visitedAt ? [phrase('state.visited', { day: { day: dayOf(offer.visitedAt, zone) } })] : [];
  switch (offer.status) {
    case 'preselect':
    case 'rejected_by_agent':
      return [line(phrase('state.withdrawn'), 'notice')];
    default:
      return [...reserved, line(joined(' · ', [...visited, ...standingOf(offer, offer.status)]), 'status')];
  }
}

/** A visit says that the client has seen it, so that it is neither new nor waiting any more. */
function standingOf(
  offer: Offer,
  status: Exclude<Offer['status'], 'preselect' | 'rejected_by_agent'>,
): readonly Text[] {
  switch (status) {
    case 'approved':
      return [phrase('state.approved')];
    case 'interested':
      return [phrase('state.interested')];
    case 'rejected':
      return [rejectedLine(offer)];
    case 'proposed':
      return offer.visitedAt ? [] : [phrase('state.new')];
    case 'pending':
      return offer.visitedAt ? [] : [phrase('state.toRate')];
  }
}

function rejectedLine({ rejectReasons, rejectText }: Offer): Text {
  const reasons = [
    ...rejectReasons.filter((reason) => reason !== 'other' || !rejectText).map(reasonName),
    ...(rejectText ? [verbatim(rejectText)] : []),
  ];
  return reasons.length > 0
    ? phrase('state.rejectedBecause', { reasons: joined(', ', reasons) })
    : phrase('state.rejected');
}
