import type { Day } from '#core/clock.ts';
import { dayOfPiece } from './day-of-piece.ts';
import { DATED, isPart, type Piece } from './piece.ts';

/** Pieces as they belong together: one a day, each with all that is said of it. */
export const joinPieces = (pieces: readonly Piece[], today: Day): readonly Piece[] =>
  withParts(withWeekdays(lendMonths(withYears(pieces)), today));

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

const startsDate = (piece: Piece) =>
  (piece.day !== undefined || piece.fromToday !== undefined) && piece.weekday === undefined;
const isOnly = (piece: Piece, of: 'year' | 'weekday' | 'day') =>
  piece[of] !== undefined && DATED.every((each) => (piece[each] !== undefined) === (each === of));

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

/** A part that is said once, before all or at the end, holds for every day: "Friday and Saturday afternoon". */
function withParts(pieces: readonly Piece[]): readonly Piece[] {
  const [part, another] = pieces.flatMap((piece) => piece.part ?? []);
  if (part === undefined || another !== undefined) return pieces;
  const days = pieces.filter((piece) => !isPart(piece));
  const isForAll = days.length < pieces.length || pieces.at(-1)?.part !== undefined;
  return isForAll ? days.map((piece) => ({ ...piece, part })) : days;
}
