import type { MediaId } from '#core/ids.ts';
import type { ChannelFacts } from './channels.ts';
import { dayChoices } from './day-choices.ts';
import { inFewMessages } from './in-few-messages.ts';
import type { Appointment, Block, Card, Choice, Entry, Place, Question, Screen } from './screen.ts';
import type { Text } from './text.ts';

/** A line or paragraph of a written message. */
export type Paragraph =
  | { readonly is: 'title'; readonly text: Text }
  | { readonly is: 'text'; readonly text: Text }
  | { readonly is: 'list'; readonly entries: readonly Entry[] };

export type Body =
  | { readonly is: 'written'; readonly paragraphs: readonly Paragraph[] }
  | { readonly is: 'card'; readonly card: Card }
  | { readonly is: 'album'; readonly photos: readonly MediaId[]; readonly caption: Text }
  | { readonly is: 'place'; readonly place: Place }
  | ({ readonly is: 'event' } & Appointment);

/** What one delivery carries: one message, still in no channel's words or language. */
export type Message = {
  readonly body: Body;
  readonly choices: readonly Choice[];
  readonly asks?: Question;
  /** Whether it is a menu, in whose place the next one may come. */
  readonly isMenu?: true;
  /** The number of this message's first choice among all those of the answer, counted from 1; a typed number means it. */
  readonly from: number;
  /** It changes the message that it takes the place of, or nothing: where that one is gone, nothing new comes. */
  readonly onlyEdits?: true;
};

type Shown = { readonly days?: ChannelFacts['days']; readonly sparesMessages?: boolean };

/**
 * Cuts a screen into the messages it takes: a card, an album, a place or a calendar file is one, all that is written between them is one.
 * The choices of the screen go to its last written message, or to the last message where nothing is written.
 * `days`: how the channel lets days be chosen; in a list they are choices like any other.
 * `sparesMessages`: what can stand in a message beside it takes none of its own.
 */
export function messagesOf(
  given: Screen,
  { days: chosen = 'grid', sparesMessages = false }: Shown = {},
): readonly Message[] {
  const screen = sparesMessages ? inFewMessages(given) : given;
  const days = chosen === 'list' && screen.asks?.is === 'dates' ? dayChoices(screen.asks) : [];
  const bodies: { body: Body; choices: readonly Choice[] }[] = [];
  for (const block of screen.blocks) {
    const last = bodies.at(-1);
    if (!isParagraph(block)) bodies.push(ownMessage(block));
    else if (last?.body.is === 'written') {
      bodies[bodies.length - 1] = { ...last, body: { is: 'written', paragraphs: [...last.body.paragraphs, block] } };
    } else bodies.push({ body: { is: 'written', paragraphs: [block] }, choices: [] });
  }
  const written = bodies.findLastIndex((each) => each.body.is === 'written');
  const bearer = written >= 0 ? written : bodies.length - 1;
  let from = 1;
  return bodies.map(({ body, choices }, index) => {
    const own = index === bearer ? [...choices, ...days, ...screen.choices] : choices;
    const asks = index === bearer && screen.asks ? { asks: screen.asks } : {};
    const message = { body, choices: own, from, ...asks, ...(screen.isMenu ? { isMenu: true as const } : {}) };
    from += pressesOf(message).length;
    return message;
  });
}

/** Everything in a message that can be pressed, in the order of its numbers: list entries, then choices. */
export function pressesOf(message: Pick<Message, 'body' | 'choices'>): readonly (Choice & { is: 'press' })[] {
  const entries =
    message.body.is === 'written'
      ? message.body.paragraphs.flatMap((each) => (each.is === 'list' ? each.entries : []))
      : [];
  return [
    ...entries.map(({ name, title, intent }) => ({ is: 'press' as const, label: name ?? title, intent })),
    ...message.choices.filter((choice) => choice.is === 'press'),
  ];
}

const isParagraph = (block: Block): block is Paragraph =>
  block.is === 'title' || block.is === 'text' || block.is === 'list';

function ownMessage(block: Exclude<Block, Paragraph>): { body: Body; choices: readonly Choice[] } {
  if (block.is === 'card') return { body: { is: 'card', card: block.card }, choices: block.choices };
  if (block.is === 'event') return { body: block, choices: [] };
  if (block.is === 'place') return { body: { is: 'place', place: block.place }, choices: [] };
  return { body: { is: 'album', photos: block.photos, caption: block.caption }, choices: [] };
}
