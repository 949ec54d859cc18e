import { dayOf } from '#core/clock.ts';
import { knownLanguage } from '#core/language.ts';
import type { Holes, PhraseKey } from '#locales/phrases.ts';

/** A moment with the zone it is shown in; the zone is always named with a time (rule 7). */
export type Moment = {
  readonly moment: string;
  readonly zone: string;
  /** As short as a card says it, `Tue 1 Dec, 11:00 (Madrid time)`; `bare` without the zone, where that was named before. */
  readonly as?: (typeof SHORT_MOMENTS)[number];
  /** Until when on the same day, in ISO 8601. */
  readonly until?: string;
  /** Whether a short one names its year. */
  readonly inYear?: boolean;
};
export const SHORT_MOMENTS = ['brief', 'bare'] as const;
/** A calendar day, with the part of it that somebody wished for. */
export type DayValue = {
  readonly day: string;
  readonly part?: PartOfDay;
  /** As short as a button wants it: `Thu 26 Nov`. */
  readonly brief?: boolean;
};
export const PARTS_OF_DAY = ['any', 'morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];
/** An amount in whole units of its currency (ISO 4217). */
export type Money = { readonly amount: number; readonly currency: string };
/** An area in m². */
export type Area = { readonly squareMetres: number };

/** What can fill each kind of hole in a phrase. */
type ValueOf = {
  words: string;
  number: number;
  moment: Moment;
  day: DayValue;
  money: Money;
  area: Area;
  text: Text;
};
export type Value = ValueOf[keyof ValueOf];
type ValuesOf<Key extends PhraseKey> = {
  readonly [Hole in keyof Holes[Key]]: ValueOf[Holes[Key][Hole] & keyof ValueOf];
};

/** Ours: put into words when it is sent, in the language of whoever reads it. */
export type Phrase = { readonly say: PhraseKey; readonly with?: Readonly<Record<string, Value>> };
/** A person's own words: never translated, always escaped by the channel. */
export type Verbatim = { readonly verbatim: string };
/** A text that the office keeps in several languages: the reader's, else English, else the first (rule 6). */
export type Translated = { readonly translated: readonly { readonly lang: string; readonly words: string }[] };
/** Several texts in a row, `by` between those that are there. */
export type Joined = { readonly join: readonly Text[]; readonly by: string };
export type Text = Phrase | Verbatim | Translated | Joined;

/** Builds a phrase; the compiler checks key and values against en.json. */
export function phrase<Key extends PhraseKey>(
  say: Key,
  ...values: keyof Holes[Key] extends never ? [] : [ValuesOf<Key>]
): Phrase {
  const [given] = values;
  return given ? { say, with: given as Readonly<Record<string, Value>> } : { say };
}

export const verbatim = (words: string): Verbatim => ({ verbatim: words });
export const joined = (by: string, join: readonly Text[]): Joined => ({ join, by });
export const moment = (at: Date, zone: string): Moment => ({ moment: at.toISOString(), zone });

/** The same in short, until its end where that is known, with its year where that is not the one of `now`. */
export function when({ start, end }: Span, zone: string, now: Date): Moment {
  const [year, thisYear] = [start, now].map((each) => dayOf(each, zone).slice(0, 4));
  return {
    ...moment(start, zone),
    as: 'brief',
    ...(end ? { until: end.toISOString() } : {}),
    ...(year === thisYear ? {} : { inYear: true }),
  };
}
type Span = { readonly start: Date; readonly end?: Date | null };

/** The same without its zone, which stands above it. */
export const bare = (at: Moment): Moment => ({ ...at, as: 'bare' });

/** Picks the words for a reader: the reader's language, else English, else the first (rule 6). */
export function wordsFor({ translated }: Translated, language: string): string {
  const of = (wanted: string) => translated.find(({ lang }) => (knownLanguage(lang) ?? lang) === wanted)?.words;
  return of(language) ?? of('en') ?? translated[0]?.words ?? '';
}
