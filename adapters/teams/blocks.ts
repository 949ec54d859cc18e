import type { CardLine } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import type { ChoiceSet, Column, Element, Image, Run } from './card.ts';

/** Says plain words in the reader's language. */
export type Say = (text: Text) => string;

export const run = (text: string): Run => ({ type: 'TextRun', text });
export const bold = (text: string): Run => ({ ...run(text), weight: 'Bolder' });
export const heading = (text: string): Run => ({ ...bold(text), size: 'Medium' });

/** Words in which nobody's signs are read as markup. */
export const block = (inlines: readonly Run[], spacing?: 'None' | 'Small'): Element => ({
  type: 'RichTextBlock',
  inlines,
  ...(spacing ? { spacing } : {}),
});

/** A line of a card, as large as it is important. */
export function cardLine(as: CardLine['as'], words: string): Element {
  switch (as) {
    case 'status':
      return block([{ ...bold(words), size: 'Small', color: 'Accent' }]);
    case 'notice':
      return block([bold(words)], 'None');
    case 'headline':
      return block([{ ...bold(words), size: 'Large' }], 'None');
    case 'reference':
      return block([{ ...run(words), size: 'Small', isSubtle: true }], 'None');
    case undefined:
      return block([run(words)], 'None');
  }
}

/** The same, with what is so no more behind it. */
export function formerLine(words: string, former: string): Element {
  return block([run(`${words} `), { ...run(former), strikethrough: true }], 'None');
}

/** Letters of an energy label are read at this width, and a press enlarges it. */
const LABEL_WIDTH = '160px';
const THUMB_WIDTH = '64px';

/** As wide as the card. */
export const photo = (url: string, altText: string): Image => ({
  ...{ type: 'Image', url, altText, size: 'Stretch' },
  msteams: { allowExpand: true },
});
export const label = (url: string, altText: string): Image => ({
  ...{ type: 'Image', url, altText, width: LABEL_WIDTH },
  msteams: { allowExpand: true },
});
/** Beside an entry of a list, whose press opens it. */
export const thumb = (url: string, altText: string): Image => ({ type: 'Image', url, altText, width: THUMB_WIDTH });

export const column = (...items: readonly Element[]): Column => ({ type: 'Column', width: 'stretch', items });

/** What is to tick; `value`: those that are ticked already. */
export const ticks = (id: string, label: string, choices: ChoiceSet['choices'], value = ''): ChoiceSet => ({
  ...{ type: 'Input.ChoiceSet', id, label, style: 'expanded', isMultiSelect: true, wrap: true },
  ...(value === '' ? {} : { value }),
  choices,
});
