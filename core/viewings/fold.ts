/** Small letters without accents; apostrophes, hyphens and dots become spaces. */
export function fold(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđæßœ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’‘`´.\-‐‑–—]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', æ: 'ae', ß: 'ss', œ: 'oe' };
