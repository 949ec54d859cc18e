import type { Message } from '#core/chat/message.ts';
import { type Choice, press, type Question } from '#core/chat/screen.ts';
import { PARTS_OF_DAY, phrase, type Text } from '#core/chat/text.ts';
import { addDays, type Day } from '#core/clock.ts';
import { type Language, LOCALES } from '#core/language.ts';
import { column, type Say, ticks } from './blocks.ts';
import type { ChoiceSet, Element } from './card.ts';

/** The names of what is filled in, as a press brings them back. */
export const FIELDS = {
  /** Days to tick, in two columns, and one that is not among them. */
  days: ['week0', 'week1'],
  otherDay: 'otherDay',
  /** For all of them. */
  part: 'part',
  reasons: ['reasons', 'reasons1'],
} as const;

/** What is filled in, and what sends it where none of the message's own choices does. */
export type Form = { readonly elements: readonly Element[]; readonly choices: readonly Choice[] };

/** What Teams can ask for in one go: days with a part of the day, or reasons to tick. */
export function formOf({ asks, choices }: Message, say: Say, language: Language): Form {
  if (asks?.is !== 'dates') return { elements: reasonsForm(choices, say), choices: [] };
  return {
    elements: daysForm(asks, say, language),
    choices: [press(phrase('label.done'), { to: 'chooseDates', offer: asks.offer }, 'good')],
  };
}

/** Days of a column. */
const WEEK = 7;

function daysForm(
  { first, last, taken }: Question & { is: 'dates' },
  say: Say,
  language: Language,
): readonly Element[] {
  const days = Array.from({ length: FIELDS.days.length * WEEK }, (_, at) => addDays(first, at));
  const isFree = (day: Day) => day <= last && !taken.includes(day);
  const weeks = FIELDS.days.flatMap((id, at) => {
    const week = days.slice(at * WEEK, (at + 1) * WEEK).filter(isFree);
    const [from, to] = [week[0], week.at(-1)];
    if (from === undefined || to === undefined) return [];
    const all = week.map((day) => ({ title: say(phrase('request.day', { day: { day, brief: true } })), value: day }));
    return [column(ticks(id, weekName(from, to, language), all))];
  });
  const parts = PARTS_OF_DAY.map((value) => ({ title: say(phrase(`part.${value}`)), value }));
  const part: ChoiceSet = {
    ...{ type: 'Input.ChoiceSet', id: FIELDS.part, label: say(phrase('form.part')), style: 'expanded' },
    ...{ isMultiSelect: false, wrap: true, value: 'any', choices: parts },
  };
  return [
    { type: 'ColumnSet', columns: weeks },
    { type: 'Input.Date', id: FIELDS.otherDay, label: say(phrase('form.otherDay')), min: first, max: last },
    part,
  ];
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
