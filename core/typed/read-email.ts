import { plainOf, seenOf, withoutOuter } from './plain-of.ts';

/** RFC 5321, 4.5.3.1: a path of 256 with its brackets, and what stands before the @. */
const LONGEST = 254;
const LONGEST_LOCAL = 64;
/** RFC 5321, Dot-string. Letters beyond ASCII need SMTPUTF8 of every server on the way, which we can't promise. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** RFC 1035: labels of 63; the last one is no number. */
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,58}[a-z\d])$/;
/** What never stands in an address, and so ends one. */
const BETWEEN = /[\s<>()[\]{},;:"“”„‟«»‹›「」\\|]+/u;

/**
 * The one e-mail address in what somebody typed, as it is compared and mailed to: in lower case, its domain in ASCII
 * (IDNA). Undefined where there is none, several, or one that no mail can be sent to.
 */
export function readEmail(words: string): string | undefined {
  const seen = seenOf(words);
  // An @ with blanks around it, as keyboards write it that complete words.
  const [, local, domain] = /^([^\s@]+)\s*@\s*([^\s@]+)$/u.exec(seen) ?? [];
  const given = local && domain ? `${local}@${domain}` : seen;
  const tokens = given
    .replace(/\bmailto:(?:\/\/)?([^\s?]*)(?:\?\S*)?/giu, ' $1 ')
    // A link may hold an @, and a label may stand before an address without a blank.
    .replace(/\bhttps?:\/\/\S*|\b(?:e-?mail|mail|correo|courriel|adres|adresse)=/giu, ' ')
    .replace(/\p{Extended_Pictographic}/gu, ' ')
    .split(BETWEEN)
    .filter((token) => token.includes('@') && token.length <= 2 * LONGEST);
  const found = new Set(tokens.map(addressIn).filter((each) => each !== undefined));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

function addressIn(token: string): string | undefined {
  const [before = '', after = '', ...more] = token.split('@');
  const domain = asciiOf(/^[\p{L}\p{N}]/u.test(after) ? withoutOuter(after).replaceAll('。', '.') : '');
  if (more.length > 0 || !domain) return undefined;
  // Keyboards make a curly apostrophe of O'Brien's.
  const local = withoutMarkup(before, after).replace(/[‘’]/gu, "'").toLowerCase();
  const email = `${local}@${domain}`;
  return LOCAL.test(local) && local.length <= LONGEST_LOCAL && email.length <= LONGEST ? email : undefined;
}

/** Quotes and stars that were put around the whole; a sign that only begins it belongs to it. */
function withoutMarkup(before: string, after: string): string {
  const [first = ''] = before;
  return /^['‘’`*_~]$/u.test(first) && (after.endsWith(first) || /[‘’]$/u.test(after)) ? before.slice(1) : before;
}

/** IDNA's ASCII form of a domain (UTS 46, as addresses of pages have it); undefined where it is none. */
function asciiOf(domain: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return undefined;
  const ascii = URL.parse(`http://${domain}`)?.hostname ?? '';
  return DOMAIN.test(ascii) ? ascii : undefined;
}

/** Whether somebody typed an address and nothing else; what the API takes. */
export const readBareEmail = (words: string): string | undefined =>
  /\s/u.test(plainOf(words)) ? undefined : readEmail(words);
