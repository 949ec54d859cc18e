import type { Message } from './message.ts';
import type { CardLine } from './screen.ts';
import type { Text } from './text.ts';

/** What a message says, without what can be pressed on it. */
export function plainText(body: Message['body'], say: (text: Text) => string): string {
  switch (body.is) {
    case 'written':
      return body.paragraphs
        .flatMap((each) =>
          each.is === 'list'
            ? each.entries.map(
                ({ title, mark, line }) => `${[title, ...(mark ? [mark] : [])].map(say).join(' · ')}\n${say(line)}`,
              )
            : [say(each.text)],
        )
        .join('\n');
    case 'card':
      return saidIn(body.card.lines, say);
    case 'album':
      return say(body.caption);
    case 'event':
      return body.lines ? saidIn(body.lines, say) : say(body.caption);
    case 'place':
      return [say(body.place.name), body.place.address].filter(Boolean).join('\n');
  }
}

const saidIn = (lines: readonly CardLine[], say: (text: Text) => string): string =>
  lines.map(({ text, struck }) => (struck ? `${say(text)} ${say(struck)}` : say(text))).join('\n');
