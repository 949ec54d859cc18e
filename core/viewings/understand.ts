import type { Language } from '#core/language.ts';
import { type DateWords, withoutOf } from './date-words.ts';
import { daysAhead } from './days-ahead.ts';
import { fold } from './fold.ts';
import { withoutNextWeek } from './next-week.ts';
import type { PartWords } from './part-words.ts';
import type { Said } from './piece.ts';
import type { Hours } from './read-hours.ts';
import { takePart } from './take-part.ts';

/** What was typed, and how it is read. */
export type About = {
  readonly known: DateWords;
  readonly parts: PartWords;
  readonly language: Language;
  readonly hours: Hours;
};

const MONTHS = 12;
const YEAR_FIRST = /(?<!\d)(\d{4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})\s*([/.-])\s*(\d{1,2})(?:\s*\2\s*(\d{4}|\d{2}))?(?!\d)/;

/** A day, a part of one, or both; undefined where a word of it is neither. */
export function understand(raw: string, about: About): Said | undefined {
  const { known, parts, hours, language } = about;
  const numeric = readNumeric(raw, language) ?? readAhead(raw, language) ?? readNextWeek(raw, language);
  const left = takePart(numeric?.rest ?? raw, { dates: known, parts, partOfHour: hours.partOf });
  for (const { words, ...part } of left) {
    const isAll = tokensOf(words, known).length === 0;
    if (isAll && !numeric && part.part !== undefined) return part;
    if (part.fromToday !== undefined) continue;
    const day = numeric ? withWeekday(numeric.said, words, known) : readNamed(words, known);
    if (day) return { ...day, ...part };
  }
  return undefined;
}

function readNumeric(raw: string, language: Language): { said: Said; rest: string } | undefined {
  const yearFirst = YEAR_FIRST.exec(raw);
  if (yearFirst) {
    const [found, year, , month, day] = yearFirst;
    return { said: { year: Number(year), month: Number(month), day: Number(day) }, rest: raw.replace(found, ' ') };
  }
  const dayFirst = DAY_FIRST.exec(raw);
  if (!dayFirst) return undefined;
  const [found, day, sign, month, year] = dayFirst;
  // A Swede may well write 26-11-05 for 5 November.
  if (language === 'sv' && sign === '-' && year?.length === 2) return undefined;
  // As Americans write it; there is no thirteenth month that it could be else.
  const isMonthFirst = sign === '/' && Number(month) > MONTHS && Number(day) <= MONTHS;
  const [inMonth, ofYear] = isMonthFirst ? [month, day] : [day, month];
  const said = { day: Number(inMonth), month: Number(ofYear), ...(year ? { year: fullYear(year) } : {}) };
  return { said, rest: raw.replace(found, ' ') };
}

function readAhead(raw: string, language: Language): { said: Said; rest: string } | undefined {
  const ahead = daysAhead(raw, language);
  return ahead && { said: { fromToday: ahead.days }, rest: ahead.rest };
}

function readNextWeek(raw: string, language: Language): { said: Said; rest: string } | undefined {
  const rest = withoutNextWeek(raw, language);
  return rest === undefined ? undefined : { said: { inNextWeek: true }, rest };
}

const fullYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** Beside a date in numbers only its weekday may stand. */
function withWeekday(said: Said, rest: string, known: DateWords): Said | undefined {
  const tokens = tokensOf(rest, known);
  if (tokens.length === 0) return said;
  const weekday = known.weekdays.get(tokens[0] ?? '');
  return tokens.length === 1 && weekday !== undefined ? { ...said, weekday } : undefined;
}

const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|re|e|eme|ste|de|ten|ter|ro|o|a|:e|:a|:en)?$/;

function readNamed(raw: string, known: DateWords): Said | undefined {
  const all = tokensOf(raw, known);
  const fromToday = known.fromToday.get(raw) ?? known.fromToday.get(all.join(' '));
  if (fromToday !== undefined) return { fromToday };
  if (known.weekend.has(withoutOf(raw))) return { weekend: true };
  const tokens = all.filter((token) => !known.next.has(token));
  const strengthened = tokens.length < all.length;
  const found: Record<keyof Found, number[]> = { weekday: [], day: [], month: [], year: [] };
  for (const [index, token] of tokens.entries()) {
    const meaning = meaningOf(token, tokens[index - 1], tokens, known);
    if (!meaning) return undefined;
    found[meaning.of].push(meaning.value);
  }
  return strengthened && found.weekday.length === 0 ? undefined : onceEach(found);
}

function meaningOf(
  token: string,
  before: string | undefined,
  all: readonly string[],
  known: DateWords,
): { of: keyof Found; value: number } | undefined {
  const month = known.months.get(token);
  const weekday = known.weekdays.get(token);
  const day = ORDINAL.exec(token)?.[1] ?? (known.first.has(token) ? '1' : undefined);
  if (weekday !== undefined && month !== undefined) {
    // "mar" is both in French, Spanish and Italian: a month after its day, a weekday alone or beside another month.
    if (before !== undefined && ORDINAL.test(before)) return { of: 'month', value: month };
    const clear = all.length === 1 || all.some((each) => known.months.has(each) && !known.weekdays.has(each));
    return clear ? { of: 'weekday', value: weekday } : undefined;
  }
  if (weekday !== undefined) return { of: 'weekday', value: weekday };
  if (month !== undefined) return { of: 'month', value: month };
  if (day !== undefined) return { of: 'day', value: Number(day) };
  return /^\d{4}$/.test(token) ? { of: 'year', value: Number(token) } : undefined;
}

type Found = Readonly<Record<'weekday' | 'day' | 'month' | 'year', readonly number[]>>;

function onceEach({ weekday, day, month, year }: Found): Said | undefined {
  const said = {
    ...(weekday[0] === undefined ? {} : { weekday: weekday[0] }),
    ...(day[0] === undefined ? {} : { day: day[0] }),
    ...(month[0] === undefined ? {} : { month: month[0] }),
    ...(year[0] === undefined ? {} : { year: year[0] }),
  };
  const tokens = weekday.length + day.length + month.length + year.length;
  return tokens > 0 && Object.keys(said).length === tokens ? said : undefined;
}

function tokensOf(words: string, { fillers }: DateWords): string[] {
  return fold(words.replace(/[()]/g, ' '))
    .split(' ')
    .filter((token) => token !== '' && !fillers.has(token));
}
