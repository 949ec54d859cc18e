import { expect, it } from 'vitest';
import { type Message, messagesOf, pressesOf } from '#core/chat/message.ts';
import { press, text } from '#core/chat/screen.ts';
import { verbatim } from '#core/chat/text.ts';
import { encodeIntent } from './intent-code.ts';
import { moreScreen } from './more-screen.ts';

const entry = (page: number) => ({
  title: verbatim(`home ${page}`),
  line: verbatim('a line'),
  intent: { to: 'listNew', page } as const,
});
const choices = [4, 5, 6].map((page) => press(verbatim(`choice ${page}`), { to: 'listNew', page }));
const [message] = messagesOf({
  blocks: [text(verbatim('words')), { is: 'list', entries: [0, 1, 2, 3].map(entry) }],
  choices,
});

const codes = (of: Pick<Message, 'body' | 'choices'>) => pressesOf(of).map(({ intent }) => encodeIntent(intent));

it('offers exactly the rest, wherever it is cut', () => {
  if (!message) throw new Error('there is a message');
  const all = codes(message);

  const rests = all.map((_, from) =>
    messagesOf(moreScreen(message, from) ?? { blocks: [], choices: [] }).flatMap(codes),
  );

  expect(rests).toEqual(all.map((_, from) => all.slice(from)));
});

it('offers nothing beyond the last', () => {
  expect(message && moreScreen(message, 7)).toBeUndefined();
});
