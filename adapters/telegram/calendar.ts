import type { Question } from '#core/chat/screen.ts';
import { addDays, type Day } from '#core/clock.ts';
import { type Language, LOCALES } from '#core/language.ts';
import { type Keyboard, pressButton } from './keyboard.ts';

type Dates = Extract<Question, { is: 'dates' }>;

/** Weeks begin on Monday in all of them but Portugal (Unicode CLDR, supplemental/weekData, firstDay). */
const SUNDAY_FIRST: readonly Language[] = ['pt'];
const WEEK = 7;
/** A Monday. */
const SOME_MONDAY = '2026-11-02';
/** Out of reach, and chosen already. */
const NO_DAY = '·';
const TAKEN = '✓';

/**
 * One month of days to choose from, without the weeks that hold none. Every button leads somewhere: those that can't be chosen turn to the month on show.
 */
export function calendar({ offer, first, last, taken, month }: Dates, language: Language): Keyboard {
  const turn = (label: string, to: string) => pressButton(label, { to: 'turnMonth', offer, month: to });
  const stay = (label: string) => turn(label, month);
  const firstOfMonth = `${month}-01`;
  const before = monthOf(addDays(firstOfMonth, -1));
  const after = monthOf(addDays(firstOfMonth, 31));

  const dayButton = (day: Day) => {
    if (monthOf(day) !== month || day < first || day > last) return stay(NO_DAY);
    if (taken.includes(day)) return stay(TAKEN);
    return pressButton(`${Number(day.slice(8))}`, { to: 'chooseDay', offer, day });
  };
  return [
    [
      ...(before >= monthOf(first) ? [turn('◀', before)] : []),
      stay(monthName(month, language)),
      ...(after <= monthOf(last) ? [turn('▶', after)] : []),
    ],
    weekdayNames(language).map(stay),
    ...weeksOf(firstOfMonth, language)
      .filter((week) => week.some((day) => monthOf(day) === month && day >= first && day <= last))
      .map((week) => week.map(dayButton)),
  ];
}

const monthOf = (day: Day) => day.slice(0, 7);
const firstWeekday = (language: Language) => (SUNDAY_FIRST.includes(language) ? -1 : 0);

/** The whole weeks that the month touches. */
function weeksOf(firstOfMonth: Day, language: Language): readonly (readonly Day[])[] {
  const weekday = (new Date(`${firstOfMonth}T12:00:00Z`).getUTCDay() + WEEK - 1 - firstWeekday(language)) % WEEK;
  const start = addDays(firstOfMonth, -weekday);
  const weeks = Array.from({ length: 6 }, (_, week) => daysFrom(addDays(start, week * WEEK)));
  return weeks.filter((week) => week.some((day) => monthOf(day) === monthOf(firstOfMonth)));
}

const daysFrom = (start: Day): readonly Day[] => Array.from({ length: WEEK }, (_, index) => addDays(start, index));

/** Two letters fit a seventh of a phone; three where two would be the same (`qua`, `qui`). */
function weekdayNames(language: Language): readonly string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', timeZone: 'UTC' });
  const names = daysFrom(addDays(SOME_MONDAY, firstWeekday(language))).map((day) =>
    format.format(new Date(`${day}T12:00:00Z`)).replace(/\.$/, ''),
  );
  const cut = (letters: number) => names.map((name) => name.slice(0, letters));
  return new Set(cut(2)).size === WEEK ? cut(2) : cut(3);
}

function monthName(month: string, language: Language): string {
  const locale = LOCALES[language];
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const name = format.format(new Date(`${month}-01T12:00:00Z`));
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
