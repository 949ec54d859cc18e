import { plainWords } from '#adapters/crm-api/plain-words.ts';
import type { FieldError } from '#core/crm/refusal.ts';
import type { FeedHome, FeedItem } from '#core/imports/feed.ts';

/** A part of a feed, whole. */
export type Element = {
  readonly name: string;
  readonly line: number;
  text: string;
  readonly children: Element[];
  /** Its attribute `id`: photos are numbered by it; NaN where it has none. */
  readonly order: number;
};

/** As the API takes them (adapters/crm-api/record-schemas.ts). */
const MOST = {
  reference: 100,
  name: 300,
  type: 100,
  title: 500,
  text: 20_000,
  part: 300,
  count: 10_000,
  area: 1e9,
  money: 1e12,
};
/** Kyero takes as many of a listing; more are left out. */
const MOST_PHOTOS = 50;
const MOST_FEATURES = 100;
const ENERGY = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
/** What `price_freq` says besides `sale`. */
const RENTS = ['month', 'week', 'day', 'year'];
/** Not in Kyero's own feeds, but some that call themselves so say of a home that it went. */
const GONE: Readonly<Record<string, FeedHome['status']>> = {
  sold: 'sold',
  rented: 'rented',
  off_market: 'off_market',
  withdrawn: 'off_market',
};

/** One listing of Kyero's version 3 as a home, or what of it can't be taken. */
export function itemOf(listing: Element): FeedItem {
  const errors: FieldError[] = [];
  const fail = (field: string, detail: string): undefined => void errors.push({ field, detail });
  const words = (name: string, most: number) => textOf(child(listing, name)).slice(0, most);
  const number = (of: Element | undefined, field: string, most: number): number | null => {
    const given = textOf(of);
    if (given === '') return null;
    const found = Number(given.replace(/\s/g, ''));
    if (Number.isFinite(found) && found >= 0 && found <= most) return found;
    fail(field, `must be a number from 0 to ${most}, not “${given.slice(0, 40)}”`);
    return null;
  };
  const whole = (name: string) => {
    const found = number(child(listing, name), name, MOST.count);
    return found === null ? null : Math.floor(found);
  };

  const reference = words('ref', MOST.reference + 1);
  if (reference === '') fail('ref', 'is missing: a home is known again by it');
  if (reference.length > MOST.reference) fail('ref', `must be at most ${MOST.reference} characters`);
  const price = number(child(listing, 'price'), 'price', MOST.money);
  if (price === null && !errors.some(({ field }) => field === 'price')) fail('price', 'is missing');
  if (price === 0) fail('price', 'must be more than 0');
  const type = keyOf(words('type', MOST.type));
  if (type === '') fail('type', 'is missing');
  const frequency = words('price_freq', 20).toLowerCase();
  if (frequency !== '' && frequency !== 'sale' && !RENTS.includes(frequency))
    fail('price_freq', `must be sale, ${RENTS.join(', ')}, not “${frequency}”`);
  const currency = words('currency', 10).toUpperCase();
  if (currency !== '' && !/^[A-Z]{3}$/.test(currency)) fail('currency', 'must be three letters, as EUR');
  const area = child(listing, 'surface_area');
  const home = {
    reference,
    name: nameOf(listing),
    status: statusOf(listing),
    type,
    transaction: RENTS.includes(frequency) ? ('for_rent' as const) : ('for_sale' as const),
    price: price ?? 0,
    currency: currency === '' ? undefined : currency,
    number_of_bedrooms: whole('beds'),
    number_of_bathrooms: whole('baths'),
    builded_area: number(child(area, 'built'), 'surface_area.built', MOST.area),
    useful_area: number(child(area, 'useable') ?? child(area, 'usable'), 'surface_area.useable', MOST.area),
    plot_size: number(child(area, 'plot'), 'surface_area.plot', MOST.area),
    energy_rating: energyOf(child(listing, 'energy_rating')),
    description: descriptionOf(listing),
    address: addressOf(listing),
    location: placeOf(child(listing, 'location')),
    features: featuresOf(listing),
    virtual_tour_url: addressIn(words('virtual_tour_url', 2000)) ?? null,
    cadastral_reference: words('catastral', MOST.reference) || words('cadastralRef', MOST.reference) || null,
  };
  const { line } = listing;
  if (errors.length > 0) return { is: 'refused', line, reference: reference || undefined, errors };
  return { is: 'home', line, home, photos: photosOf(child(listing, 'images')) };
}

const child = (of: Element | undefined, name: string): Element | undefined =>
  of?.children.find((each) => each.name.toLowerCase() === name.toLowerCase());
const textOf = (of: Element | undefined): string =>
  plainWords((of?.text ?? '').replaceAll('\0', '').toWellFormed()).trim();

/** `Country House` is `country_house`. */
const keyOf = (words: string) =>
  words
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');

/** Its own title, else what it is and where. */
function nameOf(listing: Element): string {
  const titles = child(listing, 'title');
  const title = textOf(child(titles, 'en') ?? titles?.children[0] ?? titles);
  const type = textOf(child(listing, 'type'));
  const town = textOf(child(listing, 'town'));
  const plain = [`${type.slice(0, 1).toUpperCase()}${type.slice(1)}`, town].filter(Boolean).join(', ');
  return (title || plain).slice(0, MOST.name);
}

function statusOf(listing: Element): FeedHome['status'] {
  if (isSaid(child(listing, 'sold'))) return 'sold';
  return GONE[keyOf(textOf(child(listing, 'status')))] ?? 'active';
}

const isSaid = (of: Element | undefined) => /^(1|true|yes)$/i.test(textOf(of));

/** Both words at least for a rating that is none of the seven (exempt, in process): it has none then. */
function energyOf(rating: Element | undefined): FeedHome['energy_rating'] {
  const [consumption = null, emissions = null] = ['consumption', 'emissions'].map((name) => {
    const letter = textOf(child(rating, name)).toUpperCase();
    return ENERGY.includes(letter) ? letter : null;
  });
  return consumption || emissions ? { consumption, emissions } : null;
}

function descriptionOf(listing: Element): FeedHome['description'] {
  const titles = child(listing, 'title');
  const texts = child(listing, 'desc');
  const languages = new Set([...(titles?.children ?? []), ...(texts?.children ?? [])].map(({ name }) => name));
  return [...languages]
    .filter((name) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(name))
    .map((lang) => {
      const title = textOf(child(titles, lang)).slice(0, MOST.title);
      const text = textOf(child(texts, lang)).slice(0, MOST.text);
      return { lang: lang.toLowerCase(), ...(title ? { title } : {}), ...(text ? { text } : {}) };
    })
    .filter(({ title, text }) => title || text);
}

function addressOf(listing: Element): FeedHome['address'] {
  const parts = {
    street: 'address',
    address_line_2: 'location_detail',
    city: 'town',
    state: 'province',
    zip_code: 'postcode',
    country: 'country',
  };
  const found = Object.entries(parts)
    .map(([field, name]) => [field, textOf(child(listing, name)).slice(0, MOST.part)] as const)
    .filter(([, value]) => value !== '');
  return found.length > 0 ? Object.fromEntries(found) : null;
}

/** Nowhere where it is at 0, 0: that is how feeds say that they don't know. */
function placeOf(location: Element | undefined): FeedHome['location'] {
  const [longitude = Number.NaN, latitude = Number.NaN] = ['longitude', 'latitude'].map((name) => {
    const given = textOf(child(location, name));
    return given === '' ? Number.NaN : Number(given);
  });
  const isSomewhere = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && !(longitude === 0 && latitude === 0);
  return isSomewhere ? { type: 'Point', coordinates: [longitude, latitude] } : null;
}

function featuresOf(listing: Element): FeedHome['features'] {
  const named = (child(listing, 'features')?.children ?? []).map((feature) =>
    keyOf(textOf(feature)).slice(0, MOST.type),
  );
  const all = [
    ...(isSaid(child(listing, 'pool')) ? ['pool'] : []),
    ...(isSaid(child(listing, 'new_build')) ? ['new_construction'] : []),
    ...named,
  ];
  return Object.fromEntries(
    [...new Set(all)]
      .filter(Boolean)
      .slice(0, MOST_FEATURES)
      .map((feature) => [feature, true]),
  );
}

/** In the order of their numbers. */
function photosOf(images: Element | undefined): readonly string[] {
  const all = (images?.children ?? []).map((image, index) => ({
    at: Number.isNaN(image.order) ? index : image.order,
    url: addressIn(textOf(child(image, 'url')) || textOf(image)),
  }));
  const urls = all.toSorted((one, other) => one.at - other.at).flatMap(({ url }) => (url ? [url] : []));
  return [...new Set(urls)].slice(0, MOST_PHOTOS);
}

function addressIn(words: string): string | undefined {
  const url = URL.parse(words);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
