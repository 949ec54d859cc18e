import { LANGUAGES } from '#core/language.ts';

/** Shorter ones are no password of ours (SPEC 8). */
const LEAST = 8;
const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{N}\p{M}\s]/u];

/**
 * Whether what somebody typed looks like a password: one word of 8 or more with upper case, lower case, a digit and a
 * special character that is no e-mail, link, date, reference, command or invite (SPEC 12, Input). In doubt it does: a
 * message too many is deleted rather than a password kept.
 */
export function looksLikePassword(text: string, isInvite: (word: string) => boolean = () => false): boolean {
  const word = text.trim();
  if (word.length < LEAST || /\s/u.test(word) || !CLASSES.every((each) => each.test(word))) return false;
  return ![isEmail, isLink, isDates, isReference, isCommand, isInvite].some((isIt) => isIt(word));
}

const isEmail = (word: string) => /^(mailto:)?[^\s@<>]+@([\p{L}\p{N}-]+\.)+\p{L}{2,}$/iu.test(word);
/** A scheme, `www.`, or a host with a path; a bare `Word1.de` could be either and is not taken for one. */
const isLink = (word: string) =>
  /^(https?:\/\/|www\.|tg:\/\/)\S+$/iu.test(word) || /^([\p{L}\p{N}-]+\.)+\p{L}{2,}(:\d+)?\/\S*$/iu.test(word);
const isCommand = (word: string) => /^\/[a-z0-9_]+(@\w+)?$/iu.test(word);
/** `Ref.:VP-1234`, `#Ab-12/3`: what follows is capitals, digits and what joins them. */
const isReference = (word: string) =>
  /^(ref(erence|erenz|\.)?[.:#-]*|#)[\p{Lu}\d]+([-/._][\p{Lu}\d]+)*$/u.test(lowerHead(word));
const isDates = (word: string) => word.split(/[,;]/u).every(isDate);

/** `Ref`, `REF` and `ref` are one; only the head, since the rest must be capitals. */
const lowerHead = (word: string) => word.replace(/^ref(erence|erenz)?/iu, (head) => head.toLowerCase());

/** `26-Nov-2026`, `Nov.26`, `2026-Dez-01`: a month's name in any of our languages between numbers. */
function isDate(word: string): boolean {
  const parts = word.split(/[-/._’']/u).filter((part) => part !== '');
  const names = parts.filter((part) => /^\p{L}+$/u.test(part));
  const numbers = parts.filter((part) => /^\d{1,4}$/u.test(part));
  const [name = ''] = names;
  return names.length === 1 && numbers.length > 0 && parts.length === names.length + numbers.length && isMonth(name);
}

let months: readonly string[] | undefined;

function isMonth(word: string): boolean {
  months ??= LANGUAGES.flatMap((language) => {
    const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const dated = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1))).flatMap((date) => [
      name.format(date),
      // Polish declines the month beside a day.
      dated.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '',
    ]);
  }).map(plain);
  const given = plain(word);
  return given.length >= 3 && months.some((month) => month.startsWith(given));
}

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
