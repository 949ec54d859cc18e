import type { Pressable } from '#core/chat/chat.ts';
import type { Wish } from '#core/chat/wish.ts';
import type { Dates } from './dates-desk.ts';
import { partOfAll } from './part-of-all.ts';

/** `4, 5, 7`, `4 5` and the like: nothing but numbers, at least two of them. */
const NUMBERS = /^\s*\d{1,2}(?:\s*[,;&+]\s*|\s+)\d{1,2}(?:(?:\s*[,;&+]\s*|\s+)\d{1,2})*\s*[.!]?\s*$/;

/** The days whose rows on show have the numbers that were typed; undefined where they are no numbers, or one of them no day. */
export function rowsTyped(words: string, shown: readonly Pressable[], begun: Dates): readonly Wish[] | undefined {
  if (!NUMBERS.test(words)) return undefined;
  const numbers = [...new Set((words.match(/\d+/g) ?? []).map(Number))];
  const partOfDay = partOfAll(begun) ?? 'any';
  const wishes = numbers.flatMap((each) => {
    const intent = shown.find(({ number }) => number === each)?.intent;
    return intent?.to === 'tickDay' && intent.offer === begun.offer ? [{ date: intent.day, partOfDay }] : [];
  });
  return wishes.length === numbers.length ? wishes : undefined;
}
