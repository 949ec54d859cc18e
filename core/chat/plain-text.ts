import type { Message } from './message.ts';
import type { Text } from './text.ts';

/** What a message says, without what can be pressed on it. */
export function plainText(body: Message['body'], say: (text: Text) => string): string {
  switch (body.is) {
    case 'written':
      return body.paragraphs
        .flatMap((each) =>
          each.is === 'list' ? each.entries.map(({ title, line }) => `${say(title)}\n${say(line)}`) : [say(each.text)],
        )
        .join('\n');
    case 'card':
      return body.card.lines.map((each) => say(each.text)).join('\n');
    case 'album':
      return say(body.caption);
    case 'event':
      return say(body.caption);
    case 'place':
      return [say(body.place.name), body.place.address].filter(Boolean).join('\n');
  }
}
