/** RFC 5321 allows 254 characters; the shape is checked loosely, the code proves the rest. */
const LONGEST_EMAIL = 254;
const EMAIL = /^[^\s@<>()[\],;:"\\]+@[^\s@.<>]+(?:\.[^\s@.<>]+)+$/u;

/** An e-mail address as it is compared and written: trimmed, lower case; undefined where it is none. */
export function readEmail(words: string): string | undefined {
  const email = words
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
  return email.length <= LONGEST_EMAIL && EMAIL.test(email) ? email : undefined;
}

/** Six digits, however they are spaced and in whichever script's digits; undefined where it is something else. */
export function readCode(words: string): string | undefined {
  const plain = words
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/\p{Nd}/gu, digitOf);
  return /^\d{6}$/.test(plain) ? plain : undefined;
}

/** Unicode lays the ten digits of each script out in a row that begins at a multiple of ten or sixteen. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 128) return digit;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** First and last name, 1 to 100 characters each, without digits (Tesoro's rule); undefined where it is something else. */
export function readName(words: string): { firstName: string; lastName: string } | undefined {
  const [firstName, ...rest] = words.trim().split(/\s+/);
  const lastName = rest.join(' ');
  if (!firstName || !lastName || firstName.length > 100 || lastName.length > 100) return undefined;
  return /^[\p{L}\p{M}'’.\- ]+$/u.test(`${firstName} ${lastName}`) ? { firstName, lastName } : undefined;
}
