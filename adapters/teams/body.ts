import { mapUrl } from '#core/chat/map-url.ts';
import type { Message, Paragraph } from '#core/chat/message.ts';
import type { Entry } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import { drawingOf } from '#core/drawings.ts';
import type { MediaId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import { block, bold, cardLine, column, formerLine, heading, label, photo, run, type Say, thumb } from './blocks.ts';
import type { Action, Element } from './card.ts';
import { openUrl, press } from './press.ts';

/** Where Teams fetches a picture, and a person a calendar file, since Teams takes none. */
export type Links = {
  readonly picture: (media: MediaId, size?: 'card' | 'thumb') => string;
  readonly calendar: Calendar['urlOf'];
};

/** What a message says, and where it leads by itself. */
export type Body = {
  readonly elements: readonly Element[];
  readonly links: readonly Action[];
  /** What stands beside what is wanted most. */
  readonly beside?: Action;
};

export function bodyOf({ body, from }: Message, say: Say, language: Language, links: Links): Body {
  switch (body.is) {
    case 'written':
      return { elements: writtenOf(body.paragraphs, from, say, links), links: [] };
    case 'card': {
      const { photo: own, label: energy, lines, name } = body.card;
      const pictures = [own, energy].filter((each) => each !== undefined);
      const elements = lines.map(({ text, as }) => cardLine(as, say(text)));
      return { elements: [...pictures.map((each) => picture(each, say(name), say, links)), ...elements], links: [] };
    }
    case 'album': {
      const caption = say(body.caption);
      const pictures = body.photos.map((each) => picture(each, caption, say, links));
      return { elements: [...pictures, ...linesOf(caption)], links: [] };
    }
    case 'event': {
      const file = openUrl(say(phrase('label.calendarFile')), links.calendar(body.event, language));
      if (!body.lines) return { elements: linesOf(say(body.caption)), links: [file] };
      const elements = body.lines.map(({ text, as, struck }) =>
        struck ? formerLine(say(text), say(struck)) : cardLine(as, say(text)),
      );
      return { elements, links: [], ...(body.isFile ? { beside: file } : {}) };
    }
    case 'place': {
      const { name, address } = body.place;
      const elements = [block([heading(say(name))]), ...(address ? [block([run(address)], 'None')] : [])];
      return { elements, links: [openUrl(say(phrase('label.openMap')), mapUrl(body.place))] };
    }
  }
}

/** Entries are numbered through all lists of the message, since a number can be typed. */
function writtenOf(paragraphs: readonly Paragraph[], from: number, say: Say, links: Links): readonly Element[] {
  let number = from;
  const entries = (all: readonly Entry[]) => {
    const first = number;
    number += all.length;
    return all.map((entry, at) => entryOf(entry, first + at, say, links));
  };
  return paragraphs.flatMap((each) => (each.is === 'list' ? entries(each.entries) : saidIn(each, say)));
}

const saidIn = ({ is, text }: Exclude<Paragraph, { is: 'list' }>, say: Say): readonly Element[] =>
  is === 'title' ? [block([heading(say(text))])] : linesOf(say(text));

/** The first line stands apart from what is above, the others close below it. */
const linesOf = (words: string): readonly Element[] =>
  words
    .split('\n')
    .filter((each) => each !== '')
    .map((each, at) => block([run(each)], at === 0 ? undefined : 'None'));

/** Pressed whole. */
function entryOf({ title, mark, line, intent, photo: own }: Entry, number: number, say: Say, links: Links): Element {
  const name = say(title);
  const words = [
    block([bold(`${number}. ${name}`), ...(mark ? [run(` · ${say(mark)}`)] : [])]),
    ...say(line)
      .split('\n')
      .map((each) => block([run(each)], 'None')),
  ];
  return {
    ...{ type: 'Container', separator: true, selectAction: press(name, intent) },
    items: own
      ? [
          {
            type: 'ColumnSet',
            columns: [
              { type: 'Column', width: 'auto', items: [thumb(links.picture(own, 'thumb'), name)] },
              column(...words),
            ],
          },
        ]
      : words,
  };
}

/** An energy label is read at a width of its own; whatever else there is to see is as wide as the card. */
const picture = (media: MediaId, name: string, say: Say, links: Links): Element =>
  drawingOf(media)?.is === 'energyLabel'
    ? label(links.picture(media), say(phrase('drawn.energyLabel')))
    : photo(links.picture(media), name);
