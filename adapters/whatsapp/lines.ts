import type { Message } from '#core/chat/message.ts';
import { type CardLine, type Choice, isBold } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import type { MediaId } from '#core/ids.ts';
import { bold, plain, struck } from './markup.ts';

export type Say = (text: Text) => string;

/** What a message says, as WhatsApp's markup; entries carry the numbers that typing uses. */
export function linesOf({ body, from, choices }: Message, say: Say): string {
  const links = choices.filter((choice) => choice.is === 'link').map((link) => linkLine(link, say));
  return [...bodyLines(body, from, say), links.join('\n')].filter(Boolean).join('\n\n');
}

/** The pictures that a message shows, in their order. */
export function photosOf(body: Message['body']): readonly MediaId[] {
  if (body.is === 'album') return body.photos;
  return body.is === 'card' ? [body.card.photo, body.card.label].filter((each) => each !== undefined) : [];
}

function bodyLines(body: Message['body'], from: number, say: Say): readonly string[] {
  switch (body.is) {
    case 'card':
      return [cardLines(body.card.lines, say)];
    case 'album':
      return [plain(say(body.caption))];
    case 'event':
      return [body.lines ? cardLines(body.lines, say) : plain(say(body.caption))];
    case 'place':
      return [];
    case 'written': {
      let number = from;
      const said = body.paragraphs.map((paragraph) => {
        if (paragraph.is === 'title') return bold(say(paragraph.text));
        if (paragraph.is === 'text') return plain(say(paragraph.text));
        const entries = paragraph.entries.map(({ title, mark, line }) => {
          const named = `${number}. ${bold(say(title))}${mark ? ` · ${plain(say(mark))}` : ''}`;
          const entry = `${named}\n${plain(say(line))}`;
          number += 1;
          return entry;
        });
        return entries.join('\n\n');
      });
      return said.flatMap((words, at) => {
        const [before, now, after] = [-1, 0, 1].map((step) => body.paragraphs[at + step]?.is);
        if (now === 'title' && after === 'text') return [];
        return [now === 'text' && before === 'title' ? `${said[at - 1]}\n${words}` : words];
      });
    }
  }
}

const cardLines = (lines: readonly CardLine[], say: Say): string =>
  lines
    .map(({ text, as, struck: former }) => {
      const words = (isBold(as) ? bold : plain)(say(text));
      return former ? `${words} ${struck(say(former))}` : words;
    })
    .join('\n');

const linkLine = ({ label, url }: Extract<Choice, { is: 'link' }>, say: Say): string => `${plain(say(label))}: ${url}`;

/** At most so many characters, cut between words with a sign that it goes on. */
export function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const fits = words
    .slice(0, most - 1)
    .toWellFormed()
    .replace('\ufffd', '');
  const atWord = fits.replace(/\s+\S*$/, '');
  return `${atWord.length > most / 2 ? atWord : fits.trimEnd()}…`;
}
