import type { Words } from '#core/words.ts';
import type { Chat, Pressable } from './chat.ts';
import type { Intent } from './intent.ts';
import type { Choice, Screen } from './screen.ts';
import { press, text } from './screen.ts';
import { joined, phrase } from './text.ts';

/** What typed words press on the newest screen (rule 23): one thing, several that the client must choose from, or nothing. */
export type TypedPress =
  | { readonly was: 'one'; readonly intent: Intent }
  | { readonly was: 'several'; readonly screen: Screen }
  | { readonly was: 'none' };

export function typedPress(typed: string, { shown, language }: Chat, words: Words): TypedPress {
  const number = /^\s*(\d{1,3})[.)]?\s*$/.exec(typed)?.[1];
  const all = [...shown.answer, ...shown.push];
  const wanted = plain(typed);
  const meant = number
    ? all.filter((each) => each.number === Number(number))
    : all.filter(
        ({ label }) =>
          wanted !== '' && [language, 'en' as const].some((each) => plain(words.say(label, each)) === wanted),
      );
  const distinct = meant.filter((each, index) => meant.findIndex((other) => same(other.intent, each.intent)) === index);
  const [only] = distinct;
  if (!only) return { was: 'none' };
  if (distinct.length === 1) return { was: 'one', intent: only.intent };
  return { was: 'several', screen: { blocks: [text(phrase('which.ask'))], choices: distinct.map(named) } };
}

/** The label with the home it stands on, so that two alike can be told apart. */
const named = ({ label, of, intent }: Pressable): Choice => press(of ? joined(': ', [of, label]) : label, intent);

const same = (one: Intent, other: Intent): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Words without case, accents, signs and stars, so that `favourite` presses "☆ Favourite". */
const plain = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
