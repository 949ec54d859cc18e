import { plainOf } from './plain-of.ts';

/** Six digits by themselves, in one or in two halves, that are no part of a longer number. */
const SIX = /(?<!\d[\s.-]?|[+\d])\d{3}[\s-]?\d{3}(?![\s.-]?\d)/gu;

/** Six digits, however they are spaced and in whichever script's digits, or the only six in a sentence; else undefined. */
export function readCode(words: string): string | undefined {
  const plain = plainOf(words);
  const bare = plain.replace(/[\s\-–—‐.,·_/]/gu, '');
  if (/^\d{6}$/.test(bare)) return bare;
  const found = new Set([...withoutAddresses(plain).matchAll(SIX)].map(([six]) => six.replace(/\D/g, '')));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** Digits in an address are no code. */
const withoutAddresses = (words: string) =>
  words
    .split(/\s+/u)
    .filter((word) => !word.includes('@') && !word.includes('://'))
    .join(' ');
