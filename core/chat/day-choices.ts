import { addDays, type Day } from '#core/clock.ts';
import { type Choice, press, type Question } from './screen.ts';
import { phrase } from './text.ts';

/** The days of the month on show that can still be chosen, then the ways to the months beside it: for channels that draw no calendar. */
export function dayChoices({ offer, first, last, taken, month }: Question & { is: 'dates' }): readonly Choice[] {
  const days = daysFrom(latest(first, `${month}-01`), earliest(last, addDays(`${shift(month, 1)}-01`, -1)));
  return [
    ...days
      .filter((day) => !taken.includes(day))
      .map((day) => press(phrase('request.day', { day: { day, brief: true } }), { to: 'chooseDay', offer, day })),
    ...(month < last.slice(0, 7)
      ? [press(phrase('label.laterDays'), { to: 'turnMonth', offer, month: shift(month, 1) })]
      : []),
    ...(month > first.slice(0, 7)
      ? [press(phrase('label.earlierDays'), { to: 'turnMonth', offer, month: shift(month, -1) })]
      : []),
  ];
}

function daysFrom(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const latest = (one: Day, other: Day): Day => (one > other ? one : other);
const earliest = (one: Day, other: Day): Day => (one < other ? one : other);

/** The month so many months later; the 15th keeps clear of both ends. */
function shift(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 15)).toISOString().slice(0, 7);
}
