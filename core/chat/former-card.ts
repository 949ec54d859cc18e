import type { Message } from './message.ts';
import type { Screen } from './screen.ts';
import { joined, phrase } from './text.ts';

/** What becomes of a card that a newer one took the place of: it says so and offers nothing; a file's message has the newest file. */
export function formerCard(
  { body }: Message,
  { of, blocks }: Screen,
  { takesFiles }: { readonly takesFiles: boolean },
): Message {
  const bare = { choices: [], from: 1, onlyEdits: true } as const;
  if (takesFiles && body.is === 'event' && body.isFile) {
    const newest = blocks.find((block) => block.is === 'event') ?? body;
    return { ...bare, body: { is: 'event', event: newest.event, caption: phrase('calendar.former'), isFile: true } };
  }
  const further = phrase('viewing.further');
  const text = of ? joined('\n', [of.name, further]) : further;
  return { ...bare, body: { is: 'written', paragraphs: [{ is: 'text', text }] } };
}
