import { type Message, type Paragraph, pressesOf } from '#core/chat/message.ts';
import { type CalendarEvent, type Card, type CardLine, type Choice, type Entry, isBold } from '#core/chat/screen.ts';
import { phrase, type Text } from '#core/chat/text.ts';
import type { MediaId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Size } from '#core/media.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import { dayGrid } from './day-grid.ts';
import { checked, grid, isButtonUrl, type Keyboard, laidOut, linkButton, pressButton } from './keyboard.ts';
import { ALBUM, CAPTION_LENGTH, TEXT_LENGTH } from './limits.ts';
import { bold, type Rich, rich, rows, struck } from './rich.ts';
import type { TelegramMessage } from './telegram-message.ts';

/** What pictures are sent in: Telegram shows no more than 1280 px (Bot API, PhotoSize). */
const SIZE: Size = 'card';
const LONG_TEXT = 'message.txt';
/** Numbers in a row of a list's buttons. */
const NUMBERS_IN_ROW = 5;
/** Between paragraphs. */
const APART = '\n\n';
/** Telegram refuses a message without words. */
const NO_WORDS = '…';

/** Says plain words in the reader's language. */
type Say = (text: Text) => string;

/** One message in Telegram's terms. Nothing is cut off: what does not fit one kind of message takes the next. */
export function render(message: Message, words: Words, language: Language, calendar: Calendar): TelegramMessage {
  const say: Say = (text) => words.say(text, language);
  const keyboard = keyboardOf(message, say);
  const links = rows(
    '\n',
    message.choices.filter(isTextLink).map((choice) => linkLine(choice, say)),
  );
  const { body } = message;
  switch (body.is) {
    case 'written':
      return textMessage([...writtenOf(body.paragraphs, message.from, say), links], keyboard);
    case 'card':
      return cardMessage(body.card, links, keyboard, say);
    case 'album':
      return albumMessage(body.photos, rich(say(body.caption)), keyboard);
    case 'event': {
      const caption = rows('\n', body.lines ? body.lines.map((each) => lineOf(each, say)) : [rich(say(body.caption))]);
      // What no caption holds is words alone, and the file is a link below them.
      if (caption.plain.length > CAPTION_LENGTH)
        return textMessage(
          [caption, ...(body.isFile ? [fileLink(body.event, calendar, language, say)] : [])],
          keyboard,
        );
      const file = { name: calendar.nameOf(body.event, language), words: calendar.fileOf(body.event, language) };
      // One that says no more than what it is, is the file of a version before.
      return { is: 'event', ...file, caption, keyboard, isFile: body.isFile ?? !body.lines };
    }
    case 'place': {
      const { name, address, ...at } = body.place;
      return { is: 'place', place: { ...at, title: say(name), address: address || say(name) }, keyboard };
    }
  }
}

function lineOf({ text, as, struck: former }: CardLine, say: Say): Rich {
  const words = isBold(as) ? bold(rich(say(text))) : rich(say(text));
  return former ? rows(' ', [words, struck(rich(say(former)))]) : words;
}

const fileLink = (event: CalendarEvent, calendar: Pick<Calendar, 'urlOf'>, language: Language, say: Say): Rich =>
  rich(`${say(phrase('label.calendar'))}: ${calendar.urlOf(event, language)}`);

function textMessage(paragraphs: readonly Rich[], keyboard: Keyboard): TelegramMessage {
  const text = rows(APART, paragraphs);
  if (text.plain.trim() === '') return { is: 'text', text: rich(NO_WORDS), keyboard };
  if (text.plain.length <= TEXT_LENGTH) return { is: 'text', text, keyboard };
  return { is: 'file', name: LONG_TEXT, words: text.plain, caption: beginningOf(text.plain), keyboard };
}

/** Up to the last word that fits, and the sign that it goes on. */
function beginningOf(words: string): Rich {
  const fits = words.slice(0, CAPTION_LENGTH - 2);
  return rich(`${fits.replace(/\s+\S*$/, '')} …`);
}

/** A card with more words than a caption takes is sent without its photo, which Photos shows. */
function cardMessage(card: Card, links: Rich, keyboard: Keyboard, say: Say): TelegramMessage {
  const lines = card.lines.map((each) => lineOf(each, say));
  const caption = rows('\n\n', [rows('\n', lines), links]);
  if (!card.photo || caption.plain.length > CAPTION_LENGTH) return textMessage([caption], keyboard);
  return albumMessage([card.photo, ...(card.label ? [card.label] : [])], caption, keyboard);
}

function albumMessage(photos: readonly MediaId[], caption: Rich, keyboard: Keyboard): TelegramMessage {
  const [only, ...others] = photos;
  if (!only) return textMessage([caption], keyboard);
  if (caption.plain.length > CAPTION_LENGTH) throw new Error('the caption of an album is longer than Telegram takes');
  if (others.length === 0) return { is: 'photo', media: only, size: SIZE, caption, keyboard };
  if (photos.length > ALBUM.most) throw new Error(`${photos.length} photos are more than an album takes`);
  if (keyboard.length > 0) throw new Error('an album takes no buttons; they belong on words beside it');
  return { is: 'album', media: photos, size: SIZE, caption };
}

/** Entries are numbered through all lists of the message. A title stands right above its text. */
function writtenOf(paragraphs: readonly Paragraph[], from: number, say: Say): readonly Rich[] {
  const countBefore = (at: number) =>
    paragraphs.slice(0, at).reduce((count, each) => count + (each.is === 'list' ? each.entries.length : 0), 0);
  const said = paragraphs.map((paragraph, at) => paragraphOf(paragraph, from + countBefore(at), say));
  const isHeaded = (at: number) => paragraphs[at]?.is === 'text' && paragraphs[at - 1]?.is === 'title';
  return said.flatMap((each, at) => {
    if (isHeaded(at + 1)) return [];
    const above = isHeaded(at) ? said[at - 1] : undefined;
    return [above ? rows('\n', [above, each]) : each];
  });
}

function paragraphOf(paragraph: Paragraph, number: number, say: Say): Rich {
  switch (paragraph.is) {
    case 'title':
      return bold(rich(say(paragraph.text)));
    case 'text':
      return rich(say(paragraph.text));
    case 'list':
      return listOf(paragraph.entries, number, say);
  }
}

function listOf(entries: readonly Entry[], number: number, say: Say): Rich {
  const lines = entries.map(({ title, mark, line }, index) => {
    const named = rows(' ', [rich(`${number + index}.`), bold(rich(say(title)))]);
    const marked = mark ? rows(' · ', [named, rich(say(mark))]) : named;
    return rows('\n', [marked, rich(say(line))]);
  });
  return rows(APART, lines);
}

function keyboardOf(message: Message, say: Say): Keyboard {
  const { asks, choices } = message;
  const entries = pressesOf({ ...message, choices: [] });
  const numbers = entries.map(({ intent }, index) => pressButton(`${message.from + index}`, intent));
  const shown = choices.filter((choice) => !isTextLink(choice));
  const days = asks?.is === 'dates' ? dayGrid(asks, say) : [];
  return checked([...grid(numbers, NUMBERS_IN_ROW), ...days, ...rowsOf(shown, say)]);
}

/** In the rows that they were laid out in; those without one by their widths, below. */
function rowsOf(choices: readonly Choice[], say: Say): Keyboard {
  const rowIn = (choice: Choice) => (choice.is === 'press' ? choice.row : undefined);
  const numbers = [...new Set(choices.flatMap((choice) => rowIn(choice) ?? []))];
  return [
    ...numbers.map((row) => choices.filter((each) => rowIn(each) === row).map((each) => buttonOf(each, say))),
    ...laidOut(choices.filter((each) => rowIn(each) === undefined).map((each) => buttonOf(each, say))),
  ];
}

function buttonOf(choice: Choice, say: Say) {
  switch (choice.is) {
    case 'press':
      return pressButton(say(choice.label), choice.intent, choice.tone);
    case 'link':
      return linkButton(say(choice.label), choice.url);
  }
}

const isTextLink = (choice: Choice): choice is Extract<Choice, { is: 'link' }> =>
  choice.is === 'link' && !isButtonUrl(choice.url);

const linkLine = ({ label, url }: Extract<Choice, { is: 'link' }>, say: Say): Rich => rich(`${say(label)}: ${url}`);
