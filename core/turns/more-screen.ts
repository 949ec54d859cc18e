import { type Message, type Paragraph, pressesOf } from '#core/chat/message.ts';
import { type Block, type Choice, type Entry, type Screen, text, title } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';

/** What a message offers from its n-th press on (counted from 0), as a screen of its own; undefined where it offers no such. */
export function moreScreen(message: Message, from: number): Screen | undefined {
  if (from < 0 || from >= pressesOf(message).length) return undefined;
  const entries = entriesOf(message);
  const rest = entries.slice(from);
  const presses = message.choices.filter((choice) => choice.is === 'press');
  // Where some are wanted most, the others are the rest, wherever they stand.
  const others = presses.filter(({ atHand }) => !atHand).map(withoutRow);
  const choices = others.length < presses.length ? others : presses.slice(Math.max(0, from - entries.length));
  return { blocks: [headOf(message), ...(rest.length > 0 ? [{ is: 'list' as const, entries: rest }] : [])], choices };
}

function withoutRow(choice: Choice & { is: 'press' }): Choice {
  const { row: _, ...rest } = choice;
  return rest;
}

const isList = (paragraph: Paragraph): paragraph is Paragraph & { is: 'list' } => paragraph.is === 'list';

const entriesOf = ({ body }: Message): readonly Entry[] =>
  body.is === 'written' ? body.paragraphs.filter(isList).flatMap((each) => each.entries) : [];

/** What it is about: the property of the card, or the heading. */
function headOf({ body }: Message): Block {
  if (body.is === 'card') return title(body.card.name);
  const heading = body.is === 'written' ? body.paragraphs.find((each) => each.is === 'title') : undefined;
  return heading ?? text(phrase('more.choose'));
}
