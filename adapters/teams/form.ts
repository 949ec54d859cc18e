import { daysFrom } from '#core/chat/day-choices.ts';
import type { Message } from '#core/chat/message.ts';
import type { Choice, Question } from '#core/chat/screen.ts';
import { PARTS_OF_DAY, phrase, type Text } from '#core/chat/text.ts';
import { addDays, type Day } from '#core/clock.ts';
import { type Language, LOCALES } from '#core/language.ts';
import { column, type Say, ticks } from './blocks.ts';
import type { ChoiceSet, Column, Element } from './card.ts';

/** The names of what is filled in, as a press brings them back. */
export const FIELDS = {
  /** Days to tick, in two columns, and one that is not among them. */
  days: ['week0', 'week1'],
  otherDay: 'otherDay',
  /** For all of them. */
  part: 'part',
  interested: 'interested',
  reasons: ['reasons', 'reasons1'],
} as const;

/** What Teams can ask for in one go: days with a part of the day, or reasons to tick. */
export const formOf = ({ asks, choices }: Message, say: Say, language: Language): readonly Element[] =>
  asks?.is === 'dates' ? daysForm(asks, say, language) : reasonsForm(choices, say);

/** Days of a column. */
const WEEK = 7;

function daysForm(asks: Question & { is: 'dates' }, say: Say, language: Language): readonly Element[] {
  const { first, last, part, interested } = asks;
  const parts = PARTS_OF_DAY.map((value) => ({ title: say(phrase(`part.${value}`)), value }));
  const all: ChoiceSet = {
    ...{ type: 'Input.ChoiceSet', id: FIELDS.part, label: say(phrase('form.part')), style: 'expanded' },
    ...{ isMultiSelect: false, wrap: true, ...(part ? { value: part } : {}), choices: parts },
  };
  const mark = say(phrase('label.markInterested'));
  const toggle: Element = {
    ...{ type: 'Input.Toggle', id: FIELDS.interested, label: BESIDE, title: mark },
    ...{ valueOn: 'true', valueOff: 'false', value: interested === false ? 'false' : 'true' },
  };
  return [
    { type: 'ColumnSet', columns: weeksOf(asks, say, language) },
    { type: 'Input.Date', id: FIELDS.otherDay, label: say(phrase('form.otherDay')), min: first, max: last },
    all,
    ...(interested === undefined ? [] : [toggle]),
  ];
}

/** Two weeks to tick; days that are ticked and lie further on stand below the second, so that they can be taken off. */
function weeksOf({ first, last, ticked }: Question & { is: 'dates' }, say: Say, language: Language): readonly Column[] {
  const end = addDays(first, FIELDS.days.length * WEEK - 1);
  const days = daysFrom(first, end < last ? end : last);
  const further = ticked.filter((day) => day > end);
  return FIELDS.days.flatMap((id, at) => {
    const week = days.slice(at * WEEK, (at + 1) * WEEK);
    const [from, to] = [week[0], week.at(-1)];
    if (from === undefined || to === undefined) return [];
    const own = at === FIELDS.days.length - 1 ? [...week, ...further] : week;
    const all = own.map((day) => ({ title: say(phrase('request.day', { day: { day, brief: true } })), value: day }));
    const chosen = own.filter((day) => ticked.includes(day));
    return [column(ticks(id, weekName(from, to, language), all, chosen.join(',')))];
  });
}

/** `30 Nov – 6 Dec`, as the language writes it. */
const weekName = (from: Day, to: Day, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatRange(
    new Date(from),
    new Date(to),
  );

/** Above what goes on with the column beside it: a label has to be there, and nothing is said twice. */
const BESIDE = '\u00a0';

type Reason = { readonly title: string; readonly value: string; readonly isChosen: boolean };

function reasonsForm(choices: readonly Choice[], say: Say): readonly Element[] {
  const reasons = choices.flatMap((choice) => reasonIn(choice, say));
  if (reasons.length === 0) return [];
  const half = Math.ceil(reasons.length / FIELDS.reasons.length);
  const columns = FIELDS.reasons.map((id, at) => {
    const own = reasons.slice(at * half, (at + 1) * half);
    const chosen = own.filter(({ isChosen }) => isChosen).map(({ value }) => value);
    const label = at === 0 ? say(phrase('label.choose')) : BESIDE;
    const titles = own.map(({ title, value }) => ({ title, value }));
    return column(...(own.length > 0 ? [ticks(id, label, titles, chosen.join(','))] : []));
  });
  return [{ type: 'ColumnSet', columns }];
}

/** One that was chosen before bears a sign on its button, which is its tick here. */
function reasonIn(choice: Choice, say: Say): readonly Reason[] {
  if (choice.is !== 'press' || choice.intent.to !== 'toggleReason') return [];
  const { reason: value } = choice.intent;
  const name = chosenIn(choice.label);
  return [{ title: say(name ?? choice.label), value, isChosen: name !== undefined }];
}

function chosenIn(label: Text): Text | undefined {
  const reason = 'say' in label && label.say === 'reject.chosen' ? label.with?.reason : undefined;
  return typeof reason === 'object' && ('say' in reason || 'verbatim' in reason) ? reason : undefined;
}
