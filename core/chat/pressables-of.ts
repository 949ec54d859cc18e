import type { Pressable } from './chat.ts';
import { type Message, pressesOf } from './message.ts';

/** All that can be pressed in an answer or push, with the numbers that typing uses. */
export const pressablesOf = (messages: readonly Message[]): readonly Pressable[] =>
  messages.flatMap((message) =>
    pressesOf(message).map(({ label, intent }, index) => ({
      number: message.from + index,
      label,
      intent,
      ...(message.body.is === 'card' ? { of: message.body.card.name } : {}),
    })),
  );
