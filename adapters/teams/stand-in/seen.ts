import { type Fields, isFields } from '#core/fields.ts';

export type SeenAction = { readonly title: string; readonly ref: string };

/** One message as Teams shows it. */
export type SeenMessage = {
  readonly id: string;
  readonly from: 'bot' | 'person';
  readonly text: string;
  /** Addresses of its pictures. */
  readonly pictures: readonly string[];
  readonly actions: readonly SeenAction[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** The ids of what can be filled in. */
  readonly inputs: readonly string[];
  /** How often it was changed since. */
  readonly edits: number;
  readonly card?: Fields;
};

export type Shown = Pick<SeenMessage, 'text' | 'pictures' | 'actions' | 'links' | 'inputs'>;

/** What a card shows, in the order in which it is read. Throws where Teams would show something else than was sent. */
export function shownOn(card: Fields): Shown {
  const lines: string[] = [];
  const pictures: string[] = [];
  const actions: SeenAction[] = [];
  const links: { title: string; url: string }[] = [];
  const inputs: string[] = [];

  const action = (given: Fields) => {
    const title = String(given.title ?? '');
    if (title === '') throw new Refused('an action has no title');
    if (given.type === 'Action.ToggleVisibility') return;
    if (given.type === 'Action.OpenUrl') return void links.push({ title, url: String(given.url) });
    const { data, fallback } = given;
    if (given.type === 'Action.Execute' && !isFields(fallback)) throw new Refused('an Execute has no fallback');
    if (given.type !== 'Action.Execute' && given.type !== 'Action.Submit')
      throw new Refused(`no such action: ${given.type}`);
    return void actions.push({ title, ref: isFields(data) ? String(data.ref) : '' });
  };
  const element = (given: unknown): void => {
    if (!isFields(given)) throw new Refused('an element is no object');
    switch (given.type) {
      case 'RichTextBlock':
        lines.push(
          list(given.inlines)
            .map((each) => (isFields(each) ? String(each.text) : String(each)))
            .join(''),
        );
        return;
      case 'Image':
        if (typeof given.url !== 'string' || !URL.canParse(given.url)) throw new Refused('an image has no address');
        pictures.push(given.url);
        return;
      case 'Input.Date':
      case 'Input.ChoiceSet':
        if (!given.id || !given.label) throw new Refused('an input has no id or label');
        inputs.push(String(given.id));
        return;
      case 'Container':
        list(given.items).forEach(element);
        if (isFields(given.selectAction)) action(given.selectAction);
        return;
      case 'ActionSet': {
        const all = list(given.actions).filter(isFields);
        if (all.length === 0 || all.length > ACTIONS) throw new Refused(`${all.length} actions in a set are cut`);
        all.forEach(action);
        return;
      }
      default:
        throw new Refused(`no such element: ${String(given.type)}`);
    }
  };
  if (card.type !== 'AdaptiveCard' || card.version !== '1.5') throw new Refused('it is no card of 1.5');
  if (typeof card.fallbackText !== 'string' || card.fallbackText === '') throw new Refused('there is no fallback text');
  if (JSON.stringify(card).length > CARD_LENGTH) throw new Refused('the card is too large');
  list(card.body).forEach(element);
  return { text: lines.join('\n'), pictures, actions, links, inputs };
}

/** Teams refuses or cuts it. */
export class Refused extends Error {}

/** Teams' documentation: 6 actions a set are shown; 28 KB are safe everywhere. */
const ACTIONS = 6;
const CARD_LENGTH = 28 * 1024;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
