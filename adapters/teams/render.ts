import type { Intent } from '#core/chat/intent.ts';
import { mapUrl } from '#core/chat/map-url.ts';
import { type Message, type Paragraph, pressesOf } from '#core/chat/message.ts';
import { plainText } from '#core/chat/plain-text.ts';
import type { CardLine, Choice } from '#core/chat/screen.ts';
import { type PartOfDay, phrase, type Text } from '#core/chat/text.ts';
import type { MediaId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import type { Action, ActionData, Card, Element, Run } from './card.ts';
import { ACTIONS_IN_SET, CARD_VERSION } from './limits.ts';

type Say = (text: Text) => string;
/** Where Teams fetches a picture, and a person a calendar file, since Teams takes none. */
export type Links = { readonly picture: (media: MediaId) => string; readonly calendar: Calendar['urlOf'] };

/** One message as one card. Nothing is cut off: a long text makes a long card, and every choice is an action. */
export function render(message: Message, words: Words, language: Language, links: Links): Card {
  const say: Say = (text) => words.say(text, language);
  const body = [...bodyOf(message, say, language, links), ...formOf(message, say), ...actionSets(message, say)];
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: CARD_VERSION,
    fallbackText: summaryOf(message, words, language),
    body: body.length > 0 ? body : [block([{ type: 'TextRun', text: '…' }])],
    msteams: { width: 'Full' },
  };
}

/** What a notification shows of it, and what can't show a card at all. */
export function summaryOf({ body, choices }: Message, words: Words, language: Language): string {
  const say: Say = (text) => words.say(text, language);
  return [plainText(body, say), ...choices.map(({ label }) => say(label))].filter(Boolean).join('\n') || '…';
}

function bodyOf({ body, from }: Message, say: Say, language: Language, links: Links): readonly Element[] {
  switch (body.is) {
    case 'written': {
      let number = from;
      return body.paragraphs.flatMap((paragraph) => {
        const elements = paragraphOf(paragraph, number, say);
        if (paragraph.is === 'list') number += paragraph.entries.length;
        return elements;
      });
    }
    case 'card': {
      const { photo, label, lines, ...card } = body.card;
      const name = say(card.name);
      return [
        ...(photo ? [picture(links.picture(photo), name)] : []),
        ...(label ? [picture(links.picture(label), say(phrase('drawn.energyLabel')))] : []),
        ...lines.map(({ text, as }) => cardLine(as, say(text))),
      ];
    }
    case 'album': {
      const caption = say(body.caption);
      return [...body.photos.map((photo) => picture(links.picture(photo), caption)), block([run(caption)])];
    }
    case 'event': {
      const [title, url] = [say(phrase('label.calendarFile')), links.calendar(body.event, language)];
      return [
        block([run(say(body.caption))]),
        { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title, url }] },
      ];
    }
    case 'place': {
      const { name, address } = body.place;
      const url = mapUrl(body.place);
      return [
        block([heading(say(name))]),
        ...(address ? [block([run(address)], 'None')] : []),
        { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: say(phrase('label.openMap')), url }] },
      ];
    }
  }
}

function paragraphOf(paragraph: Paragraph, from: number, say: Say): readonly Element[] {
  switch (paragraph.is) {
    case 'title':
      return [block([heading(say(paragraph.text))])];
    case 'text':
      return say(paragraph.text)
        .split('\n')
        .filter((line) => line !== '')
        .map((line, index) => block([run(line)], index === 0 ? undefined : 'None'));
    case 'list':
      return paragraph.entries.map(({ title, line, intent }, index) => ({
        type: 'Container',
        separator: true,
        items: [
          block([{ ...run(`${from + index}. ${say(title)}`), weight: 'Bolder' }]),
          ...say(line)
            .split('\n')
            .map((each) => block([run(each)], 'None')),
        ],
        selectAction: press(say(title), intent),
      }));
  }
}

const run = (text: string): Run => ({ type: 'TextRun', text });
const heading = (text: string): Run => ({ ...run(text), weight: 'Bolder', size: 'Medium' });
const block = (inlines: readonly Run[], spacing?: 'None'): Element => ({
  type: 'RichTextBlock',
  inlines,
  ...(spacing ? { spacing } : {}),
});
/** A line of a card, as large as it is important. */
function cardLine(as: CardLine['as'], words: string): Element {
  switch (as) {
    case 'status':
      return block([{ ...run(words), weight: 'Bolder', size: 'Small' }]);
    case 'notice':
      return block([{ ...run(words), weight: 'Bolder' }], 'None');
    case 'headline':
      return block([{ ...run(words), weight: 'Bolder', size: 'Large' }], 'None');
    case 'reference':
      return block([{ ...run(words), size: 'Small', isSubtle: true }], 'None');
    case undefined:
      return block([run(words)], 'None');
  }
}
const picture = (url: string, altText: string): Element => ({
  ...{ type: 'Image', url, altText, size: 'Stretch' },
  msteams: { allowExpand: true },
});

const PARTS = ['any', 'morning', 'afternoon', 'evening'] as const satisfies readonly PartOfDay[];
const MOST_DATES = 3;

/** What Teams can ask for in one go: dates with a part of the day each, or reasons to tick. */
function formOf(message: Message, say: Say): readonly Element[] {
  const { asks } = message;
  if (asks?.is === 'dates') {
    const parts = PARTS.map((value) => ({ title: say(phrase(`part.${value}`)), value }));
    const rows = Array.from({ length: MOST_DATES - asks.taken.length }, (_, at): readonly Element[] => [
      {
        type: 'Input.Date',
        id: `day${at}`,
        label: say(phrase('form.date', { number: String(at + 1) })),
        min: asks.first,
        max: asks.last,
      },
      {
        ...{ type: 'Input.ChoiceSet', id: `part${at}`, label: say(phrase('form.part')), style: 'compact' },
        ...{ isMultiSelect: false, value: 'any', choices: parts },
      },
    ]);
    const done = press(say(phrase('label.done')), { to: 'chooseDates', offer: asks.offer }, 'good');
    return [...rows.flat(), { type: 'ActionSet', actions: [done] }];
  }
  const reasons = reasonsIn(message, say);
  if (reasons.length === 0) return [];
  const label = say(phrase('label.choose'));
  return [{ type: 'Input.ChoiceSet', id: 'reasons', label, style: 'expanded', isMultiSelect: true, choices: reasons }];
}

/** Without the sign of those that were chosen one by one. */
const reasonsIn = ({ choices }: Message, say: Say) =>
  choices.flatMap((choice) =>
    choice.is === 'press' && choice.intent.to === 'toggleReason'
      ? [{ title: say(choice.label), value: choice.intent.reason }]
      : [],
  );

/** What a form asks for too: single days, months and reasons. It stays at hand, but out of the way. */
const IN_FORM: readonly Intent['to'][] = ['toggleReason', 'chooseDay', 'turnMonth'];
const ONE_BY_ONE = 'oneByOne';

function actionSets(message: Message, say: Say): readonly Element[] {
  const isInForm = (choice: Choice) => choice.is === 'press' && IN_FORM.includes(choice.intent.to);
  const apart = message.choices.filter(isInForm);
  if (apart.length === 0) return setsOf(message, say);
  const hidden = setsOf({ ...message, body: NOTHING_WRITTEN, choices: apart }, say);
  const rest = { ...message, choices: message.choices.filter((choice) => !isInForm(choice)) };
  const title = say(phrase('label.more'));
  return [
    ...setsOf(rest, say),
    { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [ONE_BY_ONE] }] },
    { type: 'Container', id: ONE_BY_ONE, isVisible: false, items: hidden },
  ];
}

const NOTHING_WRITTEN: Message['body'] = { is: 'written', paragraphs: [] };

/** Those of list entries are on the entries; the rest in sets that Teams shows whole. */
function setsOf(message: Message, say: Say): readonly Element[] {
  const entries = pressesOf(message).length - message.choices.filter(({ is }) => is === 'press').length;
  const numbers = pressesOf({ ...message, choices: [] })
    .slice(0, entries)
    .map(({ intent }, index) => press(String(message.from + index), intent));
  const actions = [...numbers, ...message.choices.map((choice) => actionOf(choice, say))];
  const sets: Element[] = [];
  for (let at = 0; at < actions.length; at += ACTIONS_IN_SET)
    sets.push({ type: 'ActionSet', actions: actions.slice(at, at + ACTIONS_IN_SET) });
  return sets;
}

function actionOf(choice: Choice, say: Say): Action {
  const title = say(choice.label);
  return choice.is === 'link'
    ? { type: 'Action.OpenUrl', title, url: choice.url }
    : press(title, choice.intent, choice.tone);
}

const STYLES = { good: 'positive', bad: 'destructive' } as const;

/** A client that knows no Execute sends the same by Submit. */
function press(title: string, intent: Intent, tone?: 'good' | 'bad'): Action {
  const data: ActionData = { ref: encodeIntent(intent), msteams: { feedback: { hide: true } } };
  const style = tone ? { style: STYLES[tone] } : {};
  const fallback: Action = { type: 'Action.Submit', title, data, ...style };
  return { type: 'Action.Execute', title, verb: 'press', data, ...style, fallback };
}
