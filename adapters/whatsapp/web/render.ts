import { linesOf, photosOf, type Say } from '#adapters/whatsapp/lines.ts';
import { bold } from '#adapters/whatsapp/markup.ts';
import { type Message, pressesOf } from '#core/chat/message.ts';
import { phrase } from '#core/chat/text.ts';
import type { MediaId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { CALENDAR_MIME, type Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import { CAPTION_LENGTH, TEXT_LENGTH } from './limits.ts';
import type { Part } from './wire.ts';

/** One message in WhatsApp Web's terms, its picture still ours. */
export type WebPart =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'image'; readonly media: MediaId; readonly caption: string }
  | Extract<Part, { is: 'place' | 'document' }>;

/**
 * One message as text with a numbered menu, since phones show no buttons of a linked device. The last part carries the
 * menu; nothing is cut off.
 */
export function render(
  message: Message,
  words: Words,
  language: Language,
  calendar: Pick<Calendar, 'fileOf' | 'nameOf'>,
): readonly WebPart[] {
  const say: Say = (text) => words.say(text, language);
  const said = [linesOf(message, say), menuOf(message, say)].filter(Boolean).join('\n\n');
  if (message.body.is === 'place') {
    const { name, ...at } = message.body.place;
    return [{ is: 'place', ...at, name: say(name) }, ...(said === '' ? [] : textsOf(said))];
  }
  if (message.body.is === 'event' && (message.body.isFile || !message.body.lines)) {
    const data = Buffer.from(calendar.fileOf(message.body.event, language));
    const name = calendar.nameOf(message.body.event, language);
    return [{ is: 'document', name, mime: CALENDAR_MIME, data, caption: said }];
  }
  const photos = photosOf(message.body);
  // A menu stands below everything that it belongs to.
  const isBelow = photos.length === 0 || (photos.length > 1 && pressesOf(message).length > 0);
  const isCaption = !isBelow && said.length <= CAPTION_LENGTH;
  const images = photos.map((media, index) => ({
    is: 'image' as const,
    media,
    caption: isCaption && index === 0 ? said : '',
  }));
  return isCaption ? images : [...images, ...textsOf(said)];
}

/** Entries of a list carry their numbers already; the choices go on from there. */
function menuOf(message: Message, say: Say): string {
  const presses = pressesOf(message);
  if (presses.length === 0) return '';
  const entries = presses.length - message.choices.filter(({ is }) => is === 'press').length;
  const lines = presses
    .map(({ label, line }, index) => {
      const words = line ? `${say(label)} · ${say(line)}` : say(label);
      return `${bold(String(message.from + index))} ${words}`;
    })
    .slice(entries);
  return [...lines, `_${say(phrase('menu.reply'))}_`].join('\n');
}

/** Cut between lines where it can be, and never within a character. */
function textsOf(words: string): readonly WebPart[] {
  const texts: WebPart[] = [];
  let rest = words.trim() || NO_WORDS;
  while (rest.length > TEXT_LENGTH) {
    const window = rest.slice(0, TEXT_LENGTH);
    const at = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' '));
    const end = at > 0 ? at : /[\uD800-\uDBFF]$/.test(window) ? TEXT_LENGTH - 1 : TEXT_LENGTH;
    texts.push({ is: 'text', text: rest.slice(0, end) });
    rest = rest.slice(end).trimStart();
  }
  return [...texts, { is: 'text', text: rest }];
}

/** WhatsApp refuses a message without words. */
const NO_WORDS = '…';
