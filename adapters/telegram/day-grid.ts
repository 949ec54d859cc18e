import { daysFrom } from '#core/chat/day-choices.ts';
import type { Intent } from '#core/chat/intent.ts';
import type { Question } from '#core/chat/screen.ts';
import { PARTS_OF_DAY, phrase, type Text } from '#core/chat/text.ts';
import { addDays, type Day } from '#core/clock.ts';
import { type Keyboard, pressButton } from './keyboard.ts';

type Dates = Extract<Question, { is: 'dates' }>;

/** Two weeks at once, as many in a row as a phone shows whole. */
const DAYS = 14;
const DAYS_IN_ROW = 4;
const PARTS_IN_ROW = 2;
const TICK = '✓';

/** Two weeks of days to tick, the ways to those before and after, and the parts of the day. Every cell does something. */
export function dayGrid({ offer, first, last, from, ticked, part }: Dates, say: (text: Text) => string): Keyboard {
  const next = addDays(from, DAYS);
  const before = addDays(from, -DAYS);
  const cell = (day: Day) => {
    const isTicked = ticked.includes(day);
    const name = say(phrase('request.day', { day: { day, as: 'cell' } }));
    return button(name, isTicked, { to: isTicked ? 'untickDay' : 'tickDay', offer, day });
  };
  const turn = (label: string, to: Day) => pressButton(label, { to: 'showDays', offer, from: to });
  const cells = [
    ...daysFrom(from, next <= last ? addDays(next, -1) : last).map(cell),
    ...(from > first ? [turn('‹', before < first ? first : before)] : []),
    ...(next <= last ? [turn('›', next)] : []),
  ];
  const parts = PARTS_OF_DAY.map((each) =>
    button(say(phrase(`part.${each}`)), each === part, { to: 'tickPart', offer, part: each }),
  );
  return [...inRowsOf(cells, DAYS_IN_ROW), ...inRowsOf(parts, PARTS_IN_ROW)];
}

const button = (label: string, isTicked: boolean, intent: Intent) =>
  pressButton(isTicked ? `${TICK} ${label}` : label, intent);

const inRowsOf = <Cell>(cells: readonly Cell[], width: number): readonly (readonly Cell[])[] =>
  Array.from({ length: Math.ceil(cells.length / width) }, (_, row) => cells.slice(row * width, (row + 1) * width));
