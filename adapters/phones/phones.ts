import type { CountryCode } from 'libphonenumber-js/min';
import { findPhoneNumbersInText, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { knownLanguage, type Language } from '#core/language.ts';
import type { Phones } from '#core/typed/phones.ts';
import { seenOf } from '#core/typed/plain-of.ts';

/** A sentence with a number in it; the library refuses more than 250 characters too. */
const LONGEST = 200;

/** Google's rules for the numbers of each country, as libphonenumber-js has them. */
export const phones: Phones = {
  read: (words, near = {}) => {
    // With the other form of "international" that keyboards without a plus have.
    const seen = seenOf(words)
      .replace(/^\W*00(?=[1-9])/u, '+')
      .replace(/^tel:/iu, '');
    if (seen.length > LONGEST) return undefined;
    if (seen.includes('+')) return numberIn(seen);
    const own = near.phone ? parsePhoneNumberFromString(near.phone)?.country : undefined;
    return numberIn(seen, own) ?? numberIn(seen, regionOf(near.timeZone));
  },
  languagesOf: (number) => {
    const parsed = parsePhoneNumberFromString(number);
    // Several countries share a code at times; the one that it belongs to first stands first.
    const region = parsed?.country ?? parsed?.getPossibleCountries()[0];
    return region === undefined ? [] : (SEVERAL[region] ?? mostSpokenIn(region));
  },
};

/** Where many speak another of our languages than most do. */
const SEVERAL: Partial<Readonly<Record<CountryCode, readonly Language[]>>> = {
  BE: ['nl', 'fr', 'de'],
  CA: ['en', 'fr'],
  CH: ['de', 'fr', 'it'],
  LU: ['fr', 'de', 'pt'],
  /** Catalan, which we don't speak, and then these. */
  AD: ['es', 'fr', 'pt'],
};

/** What most speak, by CLDR's likely subtags; nothing where it is none of ours. */
function mostSpokenIn(region: CountryCode): readonly Language[] {
  const language = knownLanguage(new Intl.Locale(`und-${region}`).maximize().language);
  return language ? [language] : [];
}

function numberIn(words: string, region?: CountryCode): string | undefined {
  const given = region === undefined ? {} : { defaultCountry: region };
  if (!/\p{L}/u.test(words)) {
    const parsed = parsePhoneNumberFromString(words, given);
    // A number whose country is a guess has to be one there.
    return parsed && (region === undefined ? parsed.isPossible() : parsed.isValid()) ? parsed.number : undefined;
  }
  const found = new Set(findPhoneNumbersInText(words, given).map(({ number }) => number.number));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

let regions: ReadonlyMap<string, CountryCode> | undefined;

/** The country that a zone is in; undefined where the runtime does not know. */
function regionOf(timeZone: string | undefined): CountryCode | undefined {
  regions ??= new Map(getCountries().flatMap((region) => zonesOf(region).map((zone) => [zone, region] as const)));
  return timeZone === undefined ? undefined : regions.get(timeZone);
}

/** By CLDR. */
function zonesOf(region: string): readonly string[] {
  try {
    const locale: Intl.Locale & { getTimeZones?(): readonly string[] | undefined } = new Intl.Locale(`und-${region}`);
    return locale.getTimeZones?.() ?? [];
  } catch {
    return [];
  }
}
