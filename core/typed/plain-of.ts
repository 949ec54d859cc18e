import { westernDigits } from './western-digits.ts';

/** Telegram's and WhatsApp's longest message. One letter may become eighteen by NFKC. */
const MOST = 4096;
/** Signs of direction and joining, variation selectors, the frame of a keycap, what else is never seen. */
const UNSEEN = /\p{Cf}|\p{Default_Ignorable_Code_Point}|\u20e3/gu;
const CONTROL = /(?!\s)\p{Cc}/gu;

/**
 * What somebody typed, as every reader begins with it: one form of each letter and digit (NFKC), nothing that can't be
 * seen, without the quotes, brackets and other signs around it.
 */
export const plainOf = (words: string): string => withoutOuter(seenOf(words));

/** The same with its outer signs. */
export const seenOf = (words: string): string =>
  westernDigits(words.slice(0, MOST).normalize('NFKC').slice(0, MOST).replace(UNSEEN, '').replace(CONTROL, ' '))
    .normalize('NFKC')
    .trim();

const INNER = /[\p{L}\p{N}\p{M}]/u;

/** From its first letter or digit to its last; `first` and `last` are signs that may stand there besides. */
export function withoutOuter(words: string, first = '', last = ''): string {
  const all = Array.from(words);
  const begins = all.findIndex((sign) => INNER.test(sign) || first.includes(sign));
  const ends = all.findLastIndex((sign) => INNER.test(sign) || last.includes(sign));
  return begins < 0 ? '' : all.slice(begins, ends + 1).join('');
}
