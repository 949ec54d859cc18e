import { addDays, type Day } from '#core/clock.ts';
import { type Choice, press, type Question, type SeveralDays } from './screen.ts';
import { joined, phrase, type Text } from './text.ts';

type Dates = Question & { is: 'dates' };

/** Days of a page, where what is chosen together stands above the first; one list has no more than ten rows. */
const FIRST_PAGE = 5;
const PAGE = 7;

const NAMES = {
  mornings: 'label.threeMornings',
  afternoons: 'label.threeAfternoons',
  weekend: 'label.weekend',
} as const satisfies Record<SeveralDays['are'], string>;

/**
 * The days to choose from as rows of a list, for channels that draw none: some that go together, as long as none is
 * chosen, single ones, then the ways to those before and after.
 */
export function dayChoices({ offer, first, last, from, ticked, several = [] }: Dates): readonly Choice[] {
  const isFirst = from <= first;
  const next = addDays(from, isFirst ? FIRST_PAGE : PAGE);
  const before = addDays(from, -PAGE);
  const days = daysFrom(from, next <= last ? addDays(next, -1) : last).filter((day) => !ticked.includes(day));
  const turn = (label: Text, to: Day) => inSection('section.oneDay', press(label, { to: 'showDays', offer, from: to }));
  return [
    ...(isFirst && ticked.length === 0 ? several.flatMap((each) => severalRow(offer, each)) : []),
    ...days.map((day) => inSection('section.oneDay', press(dayLabel(day), { to: 'tickDay', offer, day }))),
    ...(next <= last ? [turn(phrase('label.laterDays'), next)] : []),
    ...(isFirst ? [] : [turn(phrase('label.earlierDays'), before < addDays(first, FIRST_PAGE) ? first : before)]),
  ];
}

function severalRow(offer: Dates['offer'], { are, days }: SeveralDays): readonly Choice[] {
  const [from] = days;
  if (from === undefined) return [];
  const choice = press(phrase(NAMES[are]), { to: 'tickSeveral', offer, are, from });
  const line = joined(', ', days.map(dayLabel));
  return choice.is === 'press' ? [{ ...choice, line, section: phrase('section.severalDays') }] : [];
}

const dayLabel = (day: Day): Text => phrase('request.day', { day: { day, brief: true } });

const inSection = (section: 'section.oneDay', choice: Choice): Choice =>
  choice.is === 'press' ? { ...choice, section: phrase(section) } : choice;

/** All from the first to the last. */
export function daysFrom(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
