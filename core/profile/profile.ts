export const DETAILS = ['name', 'phone', 'email'] as const;
export type Detail = (typeof DETAILS)[number];

/** A phone number as it is kept, `+34600000000`: E.164 allows 15 digits; undefined where it is something else. */
export function readPhone(words: string): string | undefined {
  const plain = words
    .normalize('NFKC')
    .replace(/[\s().\-/]/g, '')
    .replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(plain) ? plain : undefined;
}
