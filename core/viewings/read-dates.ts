import type { PartOfDay } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import type { Day } from '#core/clock.ts';
import type { Language } from '#core/language.ts';
import { seenOf } from '#core/typed/plain-of.ts';
import { withoutThanks } from '#core/typed/without-manners.ts';
import { type DateWords, dateWords } from './date-words.ts';
import { dayOfPiece, daysOfPiece } from './day-of-piece.ts';
import { fold } from './fold.ts';
import { joinPieces } from './join-pieces.ts';
import { partWords } from './part-words.ts';
import { isPart, type Piece } from './piece.ts';
import { daysBetween, rangesIn, withDashes } from './ranges.ts';
import { readHours } from './read-hours.ts';
import { type About, understand } from './understand.ts';

/** Three days with their hours are no longer; what is, is a letter. */
const LONGEST = 500;

/** What was typed where days are asked for; `part` where only a part of a day was said. */
export type ReadDates = readonly Wish[] | { readonly part: PartOfDay } | { readonly unreadable: string };

/**
 * The days that somebody typed, each with its part of the day, in the client's language or in English, the day before the
 * month. What is not understood for certain comes back as it was written, and nothing of the rest is taken, since a word
 * that we do not know may be a "not". Past, far or doubled days are for the caller to judge.
 */
export function readDates(words: string, language: Language, today: Day): ReadDates {
  const known = dateWords(language);
  const isMonth = (word: string) => known.months.has(fold(word));
  const given = readable(words.length > LONGEST ? words : withDashes(words, language, isMonth), language);
  if (given.length > LONGEST) return { unreadable: `${given.slice(0, LONGEST).toWellFormed()} …` };
  const hours = readHours(given, language, isMonth);
  const about = { known, parts: partWords(language), language, hours };
  const read = readList(about, today);
  if (!('unreadable' in read)) return read;
  // A small word may mean something in both: Dutch "of" is "or", but not in "26th of November".
  const again = readList({ ...about, known: { ...known, between: dateWords('en').between } }, today);
  return 'unreadable' in again ? read : again;
}

function readList(about: About, today: Day): ReadDates {
  const { known, hours } = about;
  const pieces: Piece[] = [];
  for (const { raw, afterComma } of split(hours.words, known)) {
    const said = understand(raw, about);
    if (!said) {
      const range = rangeIn(raw, afterComma, about);
      if (!range) return { unreadable: hours.shown(raw) };
      pieces.push(...range);
      continue;
    }
    // "26/11, 16h" is one.
    const before = pieces.at(-1);
    if (before && isPart(said)) pieces[pieces.length - 1] = { ...before, part: partOfBoth(before.part, said.part) };
    else pieces.push({ raw, afterComma, ...said });
  }
  const [only] = pieces;
  if (only && pieces.length === 1 && isPart(only)) return { part: only.part };
  const wishes: Wish[] = [];
  const joined = joinPieces(pieces, today);
  for (const [index, piece] of joined.entries()) {
    const before = joined[index - 1];
    const days = before?.isFrom ? daysOfRange(before, piece, today) : daysOfPiece(piece, today);
    if (!days) return { unreadable: hours.shown(piece.raw) };
    if (!piece.isFrom) wishes.push(...days.map((date) => ({ date, partOfDay: piece.part ?? ('any' as const) })));
  }
  return wishes.length > 0 ? wishes : { unreadable: hours.shown(hours.words) };
}

/** "26-28 November", "Fri to Sun": its first and its last day. A part of the day at the first alone says too little. */
function rangeIn(raw: string, afterComma: boolean, about: About): readonly [Piece, Piece] | undefined {
  for (const [begins, ends] of rangesIn(raw, about.language)) {
    const [first, last] = [understand(begins, about), understand(ends, about)];
    if (first && last && first.part === undefined && !isPart(last) && !first.weekend && !last.weekend)
      return [
        { raw: begins, afterComma, ...first, isFrom: true },
        { raw: ends, afterComma: false, ...last },
      ];
  }
  return undefined;
}

function daysOfRange(from: Piece, to: Piece, today: Day): readonly Day[] | undefined {
  const [first, last] = [dayOfPiece(from, today), dayOfPiece(to, today)];
  const isWeekday = to.day === undefined && to.fromToday === undefined;
  return first === undefined || last === undefined ? undefined : daysBetween(first, last, isWeekday);
}

/** "morning or afternoon" is any time. */
const partOfBoth = (one: PartOfDay | undefined, other: PartOfDay): PartOfDay =>
  one === undefined || one === other ? other : 'any';

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
const readable = (words: string, language: Language): string =>
  seenOf(
    (language === 'pt' ? words.replace(/\b([2-6])\s*\.?\s*ª(?!\s*-?\s*feira)/giu, '$1ª feira') : words)
      .replace(/\b([2-6])\s*\.?\s*[ªºa]?[\s-]*feira/giu, (_, number) => `${FEIRAS[Number(number) - 2]}-feira`)
      .replace(/(\p{Nd}\.?)[ºª°]/gu, '$1')
      .replace(/\p{Extended_Pictographic}/gu, ' ')
      // "Sat/Sun" are two.
      .replace(/(?<=\p{L}\.?) ?\/ ?(?=\p{L})/gu, ', ')
      // "In the morning: Thursday, Friday".
      .replace(/(?<!\p{Nd}):(?=\s)/gu, ','),
  ).replace(/^["'“”„«»(]+|["'“”«»)]+$/gu, '');
