/** Digits of every script (Unicode's Nd) as 0 to 9. */
export const westernDigits = (words: string): string => words.replace(/\p{Nd}/gu, digitOf);

/** Unicode lays the ten digits of each script out in a row; some rows stand one behind the other. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 128) return digit;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
