import { type Fields, isFields } from '#core/fields.ts';
import { checkCard } from './refused.ts';

/** `data`: all that comes back with it, what is filled in aside. */
export type SeenAction = { readonly title: string; readonly ref: string; readonly data: Fields };

/** One message as Teams shows it. */
export type SeenMessage = {
  readonly id: string;
  readonly from: 'bot' | 'person';
  readonly text: string;
  /** Addresses of its pictures. */
  readonly pictures: readonly string[];
  readonly actions: readonly SeenAction[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** The ids of what can be filled in, and what stands in some of them already. */
  readonly inputs: readonly string[];
  readonly filled: Readonly<Record<string, string>>;
  /** How often it was changed since. */
  readonly edits: number;
  readonly card?: Fields;
};

export type Shown = Pick<SeenMessage, 'text' | 'pictures' | 'actions' | 'links' | 'inputs' | 'filled'>;

/** What a card shows, in the order in which it is read. Throws where Teams would show something else than was sent. */
export function shownOn(card: Fields): Shown {
  checkCard(card);
  const lines: string[] = [];
  const pictures: string[] = [];
  const actions: SeenAction[] = [];
  const links: { title: string; url: string }[] = [];
  const inputs: string[] = [];
  const filled: Record<string, string> = {};

  const action = ({ type, title, url, data }: Fields) => {
    if (type === 'Action.ToggleVisibility') return;
    if (type === 'Action.OpenUrl') links.push({ title: String(title), url: String(url) });
    else {
      const own = isFields(data) ? data : {};
      actions.push({ title: String(title), ref: String(own.ref ?? ''), data: own });
    }
  };
  const element = (given: Fields): void => {
    if (given.type === 'RichTextBlock')
      lines.push(
        fieldsOf(given.inlines)
          .map(({ text }) => String(text))
          .join(''),
      );
    if (given.type === 'Image') pictures.push(String(given.url));
    if (String(given.type).startsWith('Input.')) {
      inputs.push(String(given.id));
      if (typeof given.value === 'string') filled[String(given.id)] = given.value;
    }
    for (const within of [given.items, given.columns]) fieldsOf(within).forEach(element);
    for (const each of [...fieldsOf(given.actions), ...fieldsOf([given.selectAction])]) action(each);
  };
  fieldsOf(card.body).forEach(element);
  return { text: lines.join('\n'), pictures, actions, links, inputs, filled };
}

const fieldsOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
