import { seenOf, withoutOuter } from './plain-of.ts';

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
  const whole = unquoted(seen.replace(INTRODUCTION, ''));
  if (seen.endsWith('?') || NEVER_SAID.test(whole)) return undefined;
  const [last = '', first = '', ...more] = whole.split(/,\s*/u);
  const isTurned = more.length === 0 && first !== '' && last !== '';
  const [head = '', ...rest] = isTurned ? [first, last] : whole.split(' ');
  const [firstName, lastName] = [readNamePart(head), readNamePart(rest.join(' '))];
  return firstName && lastName ? { firstName, lastName } : undefined;
}

/** The full stop of a sentence goes, that of `Jr.` stays; so does the apostrophe of `'t Hooft`. */
function unquoted(words: string): string {
  const isShort = /(?:^|[\s.])\p{L}{1,3}\.$/u.test(words);
  const inner = withoutOuter(words, QUOTED, `${isShort ? '.' : ''}${words.includes('(') ? ')' : ''}`);
  const bare = withoutOuter(inner);
  // One that was put around the whole stands at both ends.
  return QUOTED.includes(words.at(0) ?? ' ') && QUOTED.includes(words.at(-1) ?? ' ') ? bare : inner;
}

/** How people begin to say their name, in the ten languages. */
const INTRODUCTION = new RegExp(
  `^(?:${[
    '(?:my |the )?(?:full )?name(?: is|:)|i am|i.m|this is',
    'mijn naam is|ik ben|ik heet|naam:',
    'mein name ist|ich bin|ich hei(?:ß|ss)e',
    'mon nom est|je m.appelle|je suis|nom:',
    'mi nombre es|me llamo|soy|nombre:',
    '(?:o )?meu nome é|chamo-me|sou|nome:',
    'il mio nome è|mi chiamo|sono',
    'nazywam się|jestem|mam na imię',
    'mitt namn är|jag heter|jag är|namn:',
    'mitt navn er|jeg heter|jeg er|navn:',
  ].join('|')}) `,
  'iu',
);
