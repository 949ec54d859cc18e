import {
  ADDRESSED,
  FAREWELL,
  INTRODUCTION,
  LABELLED,
  SENTENCE,
  TITLE,
  TITLE_BEHIND,
  TWO_PEOPLE,
} from './name-words.ts';
import { seenOf, withoutOuter } from './plain-of.ts';
import { folded, withoutThanks } from './without-manners.ts';

/** Tesoro's: each of the two has 1 to 100 characters (T). */
const LONGEST = 100;
/** What stands in for an apostrophe where a keyboard has none at hand; NFKC would make a blank of some. */
const APOSTROPHES = /[´`′ʹ]/gu;
/** No name has digits (T), and an e-mail address is none, at any door. */
const NEVER_KEPT = /[\p{Nd}@]/u;
/** Nobody who is asked for their name answers with signs of the web or of a question, or with pictures. */
const NEVER_SAID = /[\p{Extended_Pictographic}@<>{}|\\^~=_:;/?!#*"]/u;
const QUOTED = "'’‘ʼ";

/** A first or a last name by itself, as the office keeps it; undefined where it can be none. */
export function readNamePart(words: string): string | undefined {
  const seen = seenOf(words.normalize('NFC').replace(APOSTROPHES, "'")).replace(/\s+/gu, ' ');
  return /\p{L}/u.test(seen) && seen.length <= LONGEST && !NEVER_KEPT.test(seen) ? seen : undefined;
}

/** First and last name; undefined where it is something else. `Jansen, Anna` is Anna Jansen. */
export function readName(words: string): { firstName: string; lastName: string } | undefined {
  const seen = seenOf(words.normalize('NFC').replace(APOSTROPHES, "'")).replace(/\s+/gu, ' ');
  // The longest names are no longer, with all that may be said around them.
  if (seen.length > 4 * LONGEST) return undefined;
  const said = withoutManners(seen);
  const { first: givenName, last: familyName } = labelled(said);
  if (givenName !== undefined && familyName !== undefined) return named(givenName, familyName);
  const introduced = unquoted(said.replace(INTRODUCTION, '').replace(FAREWELL, ''));
  const whole = introduced.replace(TITLE, '').replace(TITLE_BEHIND, '');
  if (seen.endsWith('?') || NEVER_SAID.test(whole) || isAnswer(whole) || isOther(introduced, whole)) return undefined;
  const [last = '', first = '', ...more] = whole.split(/,\s*/u);
  const isTurned = more.length === 0 && first !== '' && last !== '' && !SUFFIX.test(first);
  const [head = '', ...rest] = isTurned ? [first, last] : whole.split(' ');
  return named(head, rest.join(' '));
}

function named(first: string, last: string): { firstName: string; lastName: string } | undefined {
  const [firstName, lastName] = [readNamePart(first), readNamePart(last)];
  return firstName && lastName ? { firstName, lastName } : undefined;
}

const labelled = (said: string): Readonly<Record<string, string | undefined>> =>
  LABELLED.map((pattern) => pattern.exec(said)?.groups).find((groups) => groups !== undefined) ?? {};

/** A last name alone, two people, or a sentence. */
const isOther = (introduced: string, whole: string): boolean =>
  ADDRESSED.test(whole) ||
  [introduced, whole].some((words) => TWO_PEOPLE.test(words)) ||
  folded(whole)
    .split(' ')
    .some((word) => SENTENCE.has(word));

/** `King, Jr.` has no first name behind its comma. */
const SUFFIX = /^(?:jr|sr|jun|sen|i{2,3}|iv|phd|md)\.?$/iu;

/** Without greeting, answer and thanks, where a sign stands between: "Ola" and "Ja" are names too. */
const withoutManners = (words: string): string =>
  words
    .split(/(?<=[,!.;])\s/u)
    .filter(
      (part, index, all) => withoutThanks(folded(part)) !== '' && (all.length === 1 || index > 0 || !isAnswer(part)),
    )
    .join(' ')
    .replace(/,$/u, '');

/** "No thanks", "yes please", "thank you": what people say who do not tell their name. */
function isAnswer(words: string): boolean {
  const left = withoutThanks(folded(words));
  return left === '' || left.split(' ').every((word) => ANSWERS.has(word));
}

const ANSWERS = new Set(
  'yes no not now later maybe there ja nein nee oui non si sim nao tak nie nej nei jo jep yep nope'.split(' '),
);

/** The full stop of a sentence goes, that of `Jr.` stays; so does the apostrophe of `'t Hooft`. */
function unquoted(words: string): string {
  const isShort = /(?:^|[\s.])\p{L}{1,3}\.$/u.test(words);
  const inner = withoutOuter(words, QUOTED, `${isShort ? '.' : ''}${words.includes('(') ? ')' : ''}`);
  const bare = withoutOuter(inner);
  // One that was put around the whole stands at both ends.
  return QUOTED.includes(words.at(0) ?? ' ') && QUOTED.includes(words.at(-1) ?? ' ') ? bare : inner;
}
