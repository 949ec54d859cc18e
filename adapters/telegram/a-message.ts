import type { Message } from '#core/chat/message.ts';
import type { Choice, Question } from '#core/chat/screen.ts';
import { verbatim } from '#core/chat/text.ts';

type Given = {
  readonly title?: string;
  readonly text?: string;
  readonly choices?: readonly Choice[];
  readonly asks?: Question;
};

/** A written message for tests. */
export const aMessage = ({ title, text, choices = [], asks }: Given): Message => ({
  body: {
    is: 'written',
    paragraphs: [
      ...(title === undefined ? [] : [{ is: 'title' as const, text: verbatim(title) }]),
      ...(text === undefined ? [] : [{ is: 'text' as const, text: verbatim(text) }]),
    ],
  },
  choices,
  ...(asks ? { asks } : {}),
  from: 1,
});
