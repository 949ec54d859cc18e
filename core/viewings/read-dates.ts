import type { PartOfDay } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import { addDays, type Day, isDay } from '#core/clock.ts';
import type { Language } from '#core/language.ts';
import { seenOf } from '#core/typed/plain-of.ts';
import { withoutThanks } from '#core/typed/without-manners.ts';
import { type DateWords, dateWords } from './date-words.ts';
import { fold } from './fold.ts';
import { type PartWords, partWords } from './part-words.ts';
import { type Hours, readHours } from './read-hours.ts';
import { takePart } from './take-part.ts';

/**
 * The days that somebody typed, each with its part of the day, in the client's language or in English, the day before the
 * month; `part` where only a part was said. What is not understood for certain comes back as it was written, and nothing of
 * the rest is taken, since a word that we do not know may be a "not". Past, far or doubled days are for the caller to judge.
 */
export type ReadDates = readonly Wish[] | { readonly part: PartOfDay } | { readonly unreadable: string };

export function readDates(words: string, language: Language, today: Day): ReadDates {
  const known = dateWords(language);
  const hours = readHours(readable(words), language, (word) => known.months.has(word));
  const about = { known, parts: partWords(language), language, today, hours };
  const read = readList(about);
  if (!('unreadable' in read)) return read;
  // A small word may mean something in both: Dutch "of" is "or", but not in "26th of November".
  const again = readList({ ...about, known: { ...known, between: dateWords('en').between } });
  return 'unreadable' in again ? read : again;
}

/** What was typed, and how it is read. */
type About = {
  readonly known: DateWords;
  readonly parts: PartWords;
  readonly language: Language;
  readonly today: Day;
  readonly hours: Hours;
};

/** What a piece between two commas says; a day without a month may get it from a later piece ("26 and 27 November"). */
type Piece = {
  readonly raw: string;
  /** Whether a comma, not "and", stood before it: only then can "Thursday, 26 November" be one date. */
  readonly afterComma: boolean;
  readonly part?: PartOfDay;
  readonly fromToday?: number;
  readonly weekday?: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
};
type Said = Omit<Piece, 'raw' | 'afterComma'>;

function readList(about: About): ReadDates {
  const { known, today, hours } = about;
  const pieces: Piece[] = [];
  for (const { raw, afterComma } of split(hours.words, known)) {
    const said = understand(raw, about);
    if (!said) return { unreadable: hours.shown(raw) };
    // "26/11, 16h" is one.
    const before = pieces.at(-1);
    if (before && isPart(said)) pieces[pieces.length - 1] = { ...before, part: partOfBoth(before.part, said.part) };
    else pieces.push({ raw, afterComma, ...said });
  }
  const [only] = pieces;
  if (only && pieces.length === 1 && isPart(only)) return { part: only.part };
  const wishes: Wish[] = [];
  for (const piece of withParts(withWeekdays(lendMonths(withYears(pieces)), today))) {
    const date = dayOfPiece(piece, today);
    if (!date) return { unreadable: hours.shown(piece.raw) };
    wishes.push({ date, partOfDay: piece.part ?? 'any' });
  }
  return wishes.length > 0 ? wishes : { unreadable: hours.shown(hours.words) };
}

/** Whether it names no day. */
const isPart = (said: Said | Piece): said is (Said | Piece) & { readonly part: PartOfDay } =>
  said.part !== undefined &&
  [said.fromToday, said.weekday, said.day, said.month, said.year].every((each) => each === undefined);

/** "morning or afternoon" is any time. */
const partOfBoth = (one: PartOfDay | undefined, other: PartOfDay): PartOfDay =>
  one === undefined || one === other ? other : 'any';

/** A part that is said once, before all or at the end, holds for every day: "Friday and Saturday afternoon". */
function withParts(pieces: readonly Piece[]): readonly Piece[] {
  const [part, another] = pieces.flatMap((piece) => piece.part ?? []);
  if (part === undefined || another !== undefined) return pieces;
  const days = pieces.filter((piece) => !isPart(piece));
  const isForAll = days.length < pieces.length || pieces.at(-1)?.part !== undefined;
  return isForAll ? days.map((piece) => ({ ...piece, part })) : days;
}

function split(words: string, { between }: DateWords): { raw: string; afterComma: boolean }[] {
  const and = `(?:${between.join('|')})`;
  const parts = words.split(new RegExp(`(\\s*[,;、،؛&+\\n\\r]\\s*(?:${and}\\s+)?|\\s+${and}\\s+)`, 'iu'));
  return parts
    .map((raw, index) => ({
      raw: raw.replace(/^[\s•*·-]+|[\s!]+$/gu, ''),
      afterComma: index > 0 && (parts[index - 1] ?? '').trim() === ',',
    }))
    .filter(({ raw }, index) => index % 2 === 0 && withoutThanks(fold(raw)) !== '');
}

/** Portuguese numbers its days of the week, from `2.ª feira`, Monday. */
const FEIRAS = ['segunda', 'terça', 'quarta', 'quinta', 'sexta'];

/** Ordinal signs go, before they would become letters; so do signs that nobody sees, and quotes around the whole. */
const readable = (words: string): string =>
  seenOf(
    words
      .replace(/\b([2-6])\s*\.?\s*[ªºa]?[\s-]*feira/giu, (_, number) => `${FEIRAS[Number(number) - 2]}-feira`)
      .replace(/(\p{Nd}\.?)[ºª°]/gu, '$1')
      .replace(/\p{Extended_Pictographic}/gu, ' ')
      // "In the morning: Thursday, Friday".
      .replace(/(?<!\p{Nd}):(?=\s)/gu, ','),
  ).replace(/^["'“”„«»(]+|["'“”«»)]+$/gu, '');

const YEAR_FIRST = /(?<!\d)(\d{4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})\s*([/.-])\s*(\d{1,2})(?:\s*\2\s*(\d{4}|\d{2}))?(?!\d)/;

/** A day, a part of one, or both; undefined where a word of it is neither. */
function understand(raw: string, about: About): Said | undefined {
  const { known, parts, hours, language } = about;
  const numeric = readNumeric(raw, language);
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
  const said = { day: Number(day), month: Number(month), ...(year ? { year: fullYear(year) } : {}) };
  return { said, rest: raw.replace(found, ' ') };
}

const fullYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** Beside a numeric date only its weekday may stand. */
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

/** In "November 26, 2026" the year goes to the day before it. */
function withYears(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.month !== undefined && last.year === undefined && piece.afterComma && isOnly(piece, 'year')) {
      joined[joined.length - 1] = { ...last, ...piece, raw: `${last.raw}, ${piece.raw}`, afterComma: last.afterComma };
    } else joined.push(piece);
  }
  return joined;
}

/** "Thursday, 26 November" is one date where that day is a Thursday, else it can only be two. */
function withWeekdays(pieces: readonly Piece[], today: Day): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const one = last && { ...last, ...piece, raw: `${last.raw}, ${piece.raw}` };
    const fits = one && piece.afterComma && isOnly(last, 'weekday') && startsDate(piece) && dayOfPiece(one, today);
    if (one && fits) joined[joined.length - 1] = one;
    else joined.push(piece);
  }
  return joined;
}

const startsDate = (piece: Piece) => piece.day !== undefined && piece.weekday === undefined;
const isOnly = ({ raw, afterComma, part, ...said }: Piece, of: 'year' | 'weekday' | 'day') =>
  said[of] !== undefined && Object.keys(said).length === 1;

/** In "26, 27 and 28 November" the month and the year stand only once. */
function lendMonths(pieces: readonly Piece[]): Piece[] {
  const lent: Piece[] = [];
  for (const piece of pieces.toReversed()) {
    const next = lent.at(-1);
    const { month, year } = next ?? {};
    if (isOnly(piece, 'day') && month !== undefined) {
      lent.push({ ...piece, month, ...(year === undefined ? {} : { year }) });
    } else lent.push(piece);
  }
  return lent.toReversed();
}

function dayOfPiece({ raw, fromToday, weekday, day, month, year }: Piece, today: Day): Day | undefined {
  if (fromToday !== undefined) return addDays(today, fromToday);
  if (day === undefined) {
    return weekday === undefined || month !== undefined || year !== undefined ? undefined : nextWeekday(weekday, today);
  }
  const found = month === undefined ? dayWithin(day, weekday, year, raw, today) : dayIn(day, month, year, today);
  return found !== undefined && (weekday === undefined || weekdayOf(found) === weekday) ? found : undefined;
}

function nextWeekday(weekday: number, today: Day): Day {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

/** The next such day from today on; 29 February may be years away. */
function dayIn(day: number, month: number, year: number | undefined, today: Day): Day | undefined {
  if (year !== undefined) return made(year, month, day);
  const first = Number(today.slice(0, 4));
  for (let each = first; each <= first + 8; each++) {
    const found = made(each, month, day);
    if (found !== undefined && found >= today) return found;
  }
  return undefined;
}

/** "Thursday 26", "the 26th": the next day of that number, which has to be that weekday where one is named. */
function dayWithin(
  day: number,
  weekday: number | undefined,
  year: number | undefined,
  raw: string,
  today: Day,
): Day | undefined {
  // A number alone may be anything; `the 28th`, `dia 28` and `28.` are days.
  if (year !== undefined || (weekday === undefined && /^\d+$/.test(raw))) return undefined;
  return Array.from({ length: 62 }, (_, ahead) => addDays(today, ahead)).find((each) => Number(each.slice(8)) === day);
}

function made(year: number, month: number, day: number): Day | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

const weekdayOf = (day: Day) => new Date(`${day}T12:00:00Z`).getUTCDay();
