import { LANGUAGES, type Language } from '#core/language.ts';
import { countOf } from '#core/typed/count-of.ts';
import { fold } from './fold.ts';

/** How a language counts days from today, folded; alternatives stand between bars. */
type Row = { readonly before: string; readonly day: string; readonly week: string; readonly after?: string };

const ROWS: Readonly<Record<Language, Row>> = {
  en: { before: 'in', day: 'days?', week: 'weeks?', after: 'from now|from today' },
  nl: { before: 'over', day: 'dag|dagen', week: 'week|weken', after: 'vanaf nu|vanaf vandaag' },
  de: { before: 'in|heute in', day: 'tag|tagen?', week: 'wochen?', after: 'ab heute' },
  fr: { before: 'dans', day: 'jours?', week: 'semaines?' },
  es: { before: 'en|dentro de|de aqui a', day: 'dias?', week: 'semanas?' },
  pt: { before: 'em|dentro de|daqui a', day: 'dias?', week: 'semanas?' },
  it: { before: 'tra|fra', day: 'giorn[oi]', week: 'settiman[ae]' },
  pl: { before: 'za', day: 'dzien|dni', week: 'tydzien|tygodni|tygodnie' },
  sv: { before: 'om', day: 'dag|dagar', week: 'vecka|veckor' },
  no: { before: 'om', day: 'dag|dager|dagar', week: 'uke|uker|veke|veker' },
};

/**
 * Of "in eight days" many mean a week, and of "dans quinze jours" two (both days that it is counted from and to count);
 * others mean what they say.
 */
const UNSURE: Readonly<Partial<Record<Language, readonly number[]>>> = {
  de: [8],
  fr: [8, 15],
  es: [8, 15],
  pt: [8, 15],
  it: [8, 15],
};
const DAYS_A_WEEK = 7;

type Patterns = { readonly language: Language; readonly all: readonly RegExp[] };

const PATTERNS: ReadonlyMap<Language, Patterns> = new Map(
  LANGUAGES.map((language) => {
    const { before, day, week, after } = ROWS[language];
    const span = `(?:(?<count>\\d{1,2}|\\p{L}+) )?(?:(?<day>${day})|(?<week>${week}))`;
    const written = [`(?:${before}) ${span}`, ...(after ? [`${span} (?:${after})`] : [])];
    return [language, { language, all: written.map((each) => new RegExp(`(?<= )${each}(?= )`, 'u')) }];
  }),
);

/** "in 3 days", "over een week": how many days from today, and what else stands there, folded; undefined where no such is said. */
export function daysAhead(
  raw: string,
  language: Language,
): { readonly days: number; readonly rest: string } | undefined {
  const words = ` ${fold(raw)} `;
  for (const each of [PATTERNS.get(language), PATTERNS.get('en')]) {
    const found = each?.all.map((pattern) => pattern.exec(words)).find((match) => match !== null);
    if (!each || !found) continue;
    const days = daysOf(found.groups ?? {}, each.language);
    const isSure = days !== undefined && (found.groups?.week !== undefined || !UNSURE[language]?.includes(days));
    return isSure ? { days, rest: words.replace(found[0], ' ').trim() } : undefined;
  }
  return undefined;
}

function daysOf({ count, week }: Readonly<Record<string, string | undefined>>, language: Language): number | undefined {
  const number = count === undefined ? bareCount(language, week !== undefined) : numberOf(count, language);
  return number ? number * (week === undefined ? 1 : DAYS_A_WEEK) : undefined;
}

/** Polish needs no word for one: `za tydzień`. */
const bareCount = (language: Language, isWeeks: boolean) => (language === 'pl' && isWeeks ? 1 : undefined);

const numberOf = (count: string, language: Language): number | undefined => {
  if (/^\d/.test(count)) return Number(count);
  return language === 'en' && /^an?$/.test(count) ? 1 : countOf(count, language);
};
