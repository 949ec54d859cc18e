import { linesOf, photosOf, type Say, shortened } from '#adapters/whatsapp/lines.ts';
import { type Message, pressesOf } from '#core/chat/message.ts';
import { link } from '#core/chat/screen.ts';
import { phrase, type Text } from '#core/chat/text.ts';
import type { MediaId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import * as most from './limits.ts';
import type { CloudMessage, ReplyButton, Row } from './message.ts';
import { referenceOf } from './reference.ts';

type Header = Pick<CloudMessage & { is: 'buttons' }, 'media'>;
/** A press as it stands on a message: its label whole, and the line of a list's entry. */
type Press = ReplyButton & { readonly line?: string };

/**
 * One message in the Cloud API's terms: mostly one, several where it says more than one can hold. The last carries what
 * can be pressed. Nothing is cut off that does not stand whole elsewhere in it.
 */
export function render(
  message: Message,
  words: Words,
  language: Language,
  calendar: Pick<Calendar, 'urlOf'>,
): readonly CloudMessage[] {
  const say: Say = (text) => words.say(text, language);
  if (message.body.is === 'place') {
    const { name, ...at } = message.body.place;
    const rest: Message = { ...message, body: { is: 'written', paragraphs: [] } };
    const below = message.choices.length > 0 ? render(rest, words, language, calendar) : [];
    return [{ is: 'place', ...at, name: say(name) }, ...below];
  }
  if (message.body.is === 'event') {
    // It takes no text/calendar as a document (media, supported types).
    const file = link(phrase('label.calendarFile'), calendar.urlOf(message.body.event, language));
    return withoutPresses({ ...message, choices: [file] }, say, linesOf(message, say));
  }
  const presses = pressesIn(message, say);
  const long =
    message.body.is === 'card' ? [] : presses.filter(({ title, line }) => line === undefined && !isRow(title));
  const body = [linesOf(message, say), ...long.map(({ title }) => title)].filter(Boolean).join('\n');
  if (presses.length === 0) return withoutPresses(message, say, body);

  const photos = photosOf(message.body);
  const buttons = buttonsOf(message, presses, say);
  // A list shows no picture; the card that it asks about stands above it.
  if (!buttons) return [...(message.body.is === 'album' ? imagesOf(photos) : []), ...withList(body, presses, say)];
  const last = message.body.is === 'album' ? photos.at(-1) : photos[0];
  const before = message.body.is === 'album' ? imagesOf(photos.slice(0, -1)) : [];
  return [...before, ...withButtons(body, last ? { media: last } : {}, buttons, say)];
}

function pressesIn(message: Message, say: Say): readonly Press[] {
  const entries =
    message.body.is === 'written'
      ? message.body.paragraphs.flatMap((each) => (each.is === 'list' ? each.entries : []))
      : [];
  return pressesOf(message).map(({ label, intent }, index) => {
    const entry = entries[index];
    const line: Text | undefined = entry?.line;
    const title = say(entry?.title ?? label);
    const number = `${message.from + index}. `;
    return {
      id: referenceOf(intent, index),
      title: line ? number + title : title,
      ...(line ? { line: say(line) } : {}),
    };
  });
}

const imagesOf = (photos: readonly MediaId[]): readonly CloudMessage[] =>
  photos.map((media) => ({ is: 'image', media, caption: '' }));

const isRow = (title: string): boolean => title.length <= most.ROW_LENGTH;
const fits = (presses: readonly Press[]): boolean =>
  presses.every(({ title, line }) => line === undefined && title.length <= most.BUTTON_LENGTH) &&
  new Set(presses.map(({ title }) => title)).size === presses.length;

/**
 * Three at most: those that were marked as wanted most, where there are three of them without the others, which stand
 * elsewhere. A card that asks for a verdict keeps its first two at hand and puts the rest behind More.
 */
function buttonsOf(message: Message, presses: readonly Press[], say: Say): readonly ReplyButton[] | undefined {
  if (presses.length <= most.BUTTONS) return fits(presses) ? presses : undefined;
  const wanted = pressesOf(message).flatMap(({ atHand }, index) => (atHand && presses[index] ? [presses[index]] : []));
  if (wanted.length > 0 && fits(wanted))
    return wanted.length < most.BUTTONS ? [...wanted, moreFrom(wanted.length, say)] : wanted.slice(0, most.BUTTONS);
  const first = presses.slice(0, most.BUTTONS - 1);
  const asksVerdict = message.choices.slice(0, first.length).every((choice) => choice.is === 'press' && choice.tone);
  if (message.body.is !== 'card' || !asksVerdict || !fits(first)) return undefined;
  return [...first, moreFrom(first.length, say)];
}

const moreFrom = (from: number, say: Say): ReplyButton => ({
  id: referenceOf({ to: 'showMore', from }, from),
  title: say(phrase('label.more')),
});

function withButtons(body: string, header: Header, presses: readonly ReplyButton[], say: Say): readonly CloudMessage[] {
  const buttons = presses.map(({ id, title }) => ({ id, title }));
  if (body.length <= most.CAPTION_LENGTH) return [{ is: 'buttons', ...header, body: body || CHOOSE(say), buttons }];
  return [
    ...(header.media ? [{ is: 'image' as const, media: header.media, caption: '' }] : []),
    ...textsOf(body),
    { is: 'buttons', body: CHOOSE(say), buttons },
  ];
}

function withList(body: string, presses: readonly Press[], say: Say): readonly CloudMessage[] {
  const isLong = presses.length > most.ROWS;
  const shown = isLong ? presses.slice(0, most.ROWS - 1) : presses;
  const rows = [...shown.map(rowOf), ...(isLong ? [moreFrom(shown.length, say)] : [])];
  const list = { is: 'list' as const, button: say(phrase('label.choose')), rows };
  if (body.length <= most.LIST_BODY_LENGTH) return [{ ...list, body: body || CHOOSE(say) }];
  return [...textsOf(body), { ...list, body: CHOOSE(say) }];
}

/** What does not fit in a row stands whole in the body above it. */
function rowOf({ id, title, line }: Press): Row {
  const below = line?.split('\n', 1)[0] ?? (isRow(title) ? undefined : title);
  return {
    id,
    title: shortened(title, most.ROW_LENGTH),
    ...(below ? { description: shortened(below.replace(/\s+/g, ' '), most.DESCRIPTION_LENGTH) } : {}),
  };
}

function withoutPresses(message: Message, say: Say, body: string): readonly CloudMessage[] {
  const [photo, ...others] = photosOf(message.body);
  const links = message.choices.filter((choice) => choice.is === 'link');
  const [only] = links;
  if (only && links.length === 1 && others.length === 0) {
    const label = say(only.label);
    const words = linesOf({ ...message, choices: [] }, say);
    if (label.length <= most.BUTTON_LENGTH && words !== '' && words.length <= most.CAPTION_LENGTH)
      return [{ is: 'link', ...(photo ? { media: photo } : {}), body: words, label, url: only.url }];
  }
  if (!photo) return textsOf(body);
  const isCaption = body.length <= most.CAPTION_LENGTH;
  const images = [photo, ...others].map((media, index) => ({
    is: 'image' as const,
    media,
    caption: index === 0 && isCaption ? body : '',
  }));
  return isCaption ? images : [...images, ...textsOf(body)];
}

/** Cut between lines where it can be, and never within a character. */
function textsOf(words: string): readonly CloudMessage[] {
  const texts: CloudMessage[] = [];
  let rest = words.trim() || NO_WORDS;
  while (rest.length > most.TEXT_LENGTH) {
    const window = rest.slice(0, most.TEXT_LENGTH);
    const at = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' '));
    const end = at > 0 ? at : withinCharacter(window) ? most.TEXT_LENGTH - 1 : most.TEXT_LENGTH;
    texts.push({ is: 'text', text: rest.slice(0, end) });
    rest = rest.slice(end).trimStart();
  }
  return [...texts, { is: 'text', text: rest }];
}

/** Whether it ends with the first half of a surrogate pair. */
const withinCharacter = (words: string): boolean => /[\uD800-\uDBFF]$/.test(words);

/** WhatsApp refuses a message without words. */
const NO_WORDS = '…';
const CHOOSE = (say: Say): string => say(phrase('label.choose'));
