import { addDays, type Day, isDay } from '#core/clock.ts';
import type { Piece } from './piece.ts';

/** The next days that a piece means, from today on: one, or those of a weekend; undefined where there are none. */
export function daysOfPiece(piece: Piece, today: Day): readonly Day[] | undefined {
  if (piece.weekend) return weekendFrom(today);
  const day = dayOfPiece(piece, today);
  return day === undefined ? undefined : [day];
}

/** The next day that a piece means, from today on; undefined where there is none, or it is no whole day. */
export function dayOfPiece(piece: Piece, today: Day): Day | undefined {
  const { raw, fromToday, weekday, day, month, year } = piece;
  if (piece.inNextWeek) return weekday === undefined ? undefined : inNextWeek(weekday, today);
  if (fromToday !== undefined) {
    const ahead = addDays(today, fromToday);
    return weekday === undefined || weekdayOf(ahead) === weekday ? ahead : undefined;
  }
  if (day === undefined) {
    return weekday === undefined || month !== undefined || year !== undefined ? undefined : nextWeekday(weekday, today);
  }
  const found = month === undefined ? dayWithin(day, weekday, year, raw, today) : dayIn(day, month, year, today);
  return found !== undefined && (weekday === undefined || weekdayOf(found) === weekday) ? found : undefined;
}

const SATURDAY = 6;

/** On a Sunday nobody knows which one is meant. */
function weekendFrom(today: Day): readonly Day[] | undefined {
  const saturday = addDays(today, SATURDAY - weekdayOf(today));
  return weekdayOf(today) === 0 ? undefined : [saturday, addDays(saturday, 1)];
}

function nextWeekday(weekday: number, today: Day): Day {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

/** Weeks begin on Monday, in every country of the ten languages. */
const afterMonday = (weekday: number) => (weekday + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
const DAYS_A_WEEK = 7;

const inNextWeek = (weekday: number, today: Day): Day =>
  addDays(today, DAYS_A_WEEK - afterMonday(weekdayOf(today)) + afterMonday(weekday));

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
