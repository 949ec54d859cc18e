import type { Intent } from '#core/chat/intent.ts';
import type { Choice } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import { actionRows, isTooWide } from './action-rows.ts';
import { block, bold, run, type Say } from './blocks.ts';
import type { Action, Column, Element } from './card.ts';
import { ROWS } from './limits.ts';
import { actionOf, press } from './press.ts';

/** What a form asks for too: reasons. They stay at hand, but out of the way. */
const IN_FORM: readonly Intent['to'][] = ['toggleReason'];
const REST = 'rest';

/** Everything that can be pressed below a card: its own links first, one `beside` the first choice, then stars in one row, then the rest in rows. */
export function actionSets(
  choices: readonly Choice[],
  links: readonly Action[],
  say: Say,
  beside?: Action,
): readonly Element[] {
  const stars = choices.filter(isStars);
  const apart = choices.filter(isInForm);
  const plain = choices.filter((choice) => !isStars(choice) && !isInForm(choice));
  const wanted = plain.find((choice) => choice.is === 'press' && choice.tone === 'good');
  const [first, ...others] = plain.map((choice) => actionOf(choice, say, choice === wanted));
  const actions = [...links, ...(first ? [first] : []), ...(beside ? [beside] : []), ...others];
  const row = stars.length > 0 ? [starRow(stars, say)] : [];
  const hidden = apart.map((choice) => actionOf(choice, say, false));
  return [...row, ...shown(actions, hidden, ROWS - row.length, say(phrase('label.more')))];
}

/** As many rows as there is room for, with the last action, which leads Home; the others and what is `hidden` are behind More. */
function shown(actions: readonly Action[], hidden: readonly Action[], room: number, title: string): readonly Element[] {
  if (hidden.length === 0 && actionRows(actions).length <= room) return setsOf(actions);
  const more: Action = { type: 'Action.ToggleVisibility', title, targetElements: [REST] };
  if (actionRows([...actions, more]).length <= room) return [...setsOf([...actions, more]), restOf(hidden)];
  const atOnce = actionRows(actions.slice(0, -1))
    .slice(0, room - 1)
    .flat();
  const rest = actions.slice(atOnce.length, -1);
  return [...setsOf([...atOnce, more, ...actions.slice(-1)]), restOf([...rest, ...hidden])];
}

const restOf = (actions: readonly Action[]): Element => ({
  ...{ type: 'Container', id: REST, isVisible: false },
  items: setsOf(actions),
});

/** A row is a set of its own; an action with more words than a button shows is a line to press. */
const setsOf = (actions: readonly Action[]): readonly Element[] =>
  actionRows(actions).map((row, at): Element => {
    const [only] = row;
    if (only && row.length === 1 && isTooWide(only)) return lineOf(only);
    return { type: 'ActionSet', actions: row, ...(at > 0 ? { spacing: 'Small' } : {}) };
  });

const lineOf = (action: Action): Element => ({
  ...{ type: 'Container', style: 'emphasis', selectAction: action },
  items: [block([bold(action.title)])],
});

type Stars = Extract<Choice, { is: 'press' }> & { readonly intent: { readonly to: 'rate' } };
const isStars = (choice: Choice): choice is Stars => choice.is === 'press' && choice.intent.to === 'rate';
const isInForm = (choice: Choice): boolean => choice.is === 'press' && IN_FORM.includes(choice.intent.to);

/** Five actions of one set are cut on a phone; five columns are not. */
const starRow = (stars: readonly Stars[], say: Say): Element => ({
  type: 'ColumnSet',
  columns: stars.map(({ label, intent }): Column => {
    const tooltip = say(phrase(`stars.${intent.stars}`));
    return {
      ...{ type: 'Column', width: 'stretch', style: 'emphasis' },
      selectAction: press(say(label), intent, { tooltip }),
      items: ['★', String(intent.stars)].map((sign, at) => ({
        ...block([at === 0 ? run(sign) : bold(sign)], at === 0 ? undefined : 'None'),
        horizontalAlignment: 'Center',
      })),
    };
  }),
});
