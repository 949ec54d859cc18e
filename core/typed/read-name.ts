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
  const whole = unquoted(withoutManners(seen).replace(INTRODUCTION, '').replace(TITLE, ''));
  if (seen.endsWith('?') || NEVER_SAID.test(whole) || isAnswer(whole)) return undefined;
  const [last = '', first = '', ...more] = whole.split(/,\s*/u);
  const isTurned = more.length === 0 && first !== '' && last !== '' && !SUFFIX.test(first);
  const [head = '', ...rest] = isTurned ? [first, last] : whole.split(' ');
  const [firstName, lastName] = [readNamePart(head), readNamePart(rest.join(' '))];
  return firstName && lastName ? { firstName, lastName } : undefined;
}

/** `King, Jr.` has no first name behind its comma. */
const SUFFIX = /^(?:jr|sr|jun|sen|i{2,3}|iv|phd|md)\.?$/iu;

/** Without greeting and thanks, where a sign stands between: "Ola" is a name too. */
const withoutManners = (words: string): string =>
  words
    .split(/(?<=[,!.;])\s/u)
    .filter((part) => withoutThanks(folded(part)) !== '')
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

/** How people begin to say their name, in the ten languages. */
const INTRODUCTION = new RegExp(
  `^(?:(?:hi|hello|hey|hallo|hoi|bonjour|salut|hola|olá|ciao|cześć|hej|hei),? )?(?:${[
    '(?:my |the |mein |mijn |mon |mi |mitt |(?:o )?meu |(?:il )?mio |moje )?(?:full |voller |volledige )?(?:name|naam|nom|nombre|nome|imię|namn|navn)(?: is| ist| est| es| é| è| to| är| er|:)',
    'i am|i.m|this is|it.s|it is',
    'ik ben|ik heet|dit is',
    'ich bin|ich hei(?:ß|ss)e|hier ist|das ist',
    'je m.appelle|je suis|c.est',
    'me llamo|soy',
    'chamo-me|sou(?: [ao])?',
    'mi chiamo|sono',
    'nazywam się|jestem|mam na imię',
    'jag heter|jag är|det är',
    'jeg heter|jeg er|det er',
  ].join('|')}) `,
  'iu',
);

/** How people are addressed, which is no name. */
const TITLE =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|dhr|mevr|mw|herr|frau|hr|mme|mlle|sr|sra|dott|dott\.ssa|sig|sig\.ra|pan|pani|fru)\.? )+(?=\S+ \S)/iu;
