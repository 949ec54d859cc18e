import { plainOf } from './plain-of.ts';

/** Six digits by themselves, in halves, in pairs or one by one, that are no part of a longer number. */
const SIX = /(?<!\d[\s.-]?|[+\d])(?:\d{3}[\s.·\-‐‑–—]?\d{3}|\d{2} \d{2} \d{2}|\d(?: \d){5})(?![\s.-]?\d)/gu;
const TWICE = /^(\d{6})(?:[\s,;]+\1)+$/u;

/** Six digits, however they are spaced and in whichever script's digits, or the only six in a sentence; else undefined. */
export function readCode(words: string): string | undefined {
  const plain = plainOf(words).replace(TWICE, '$1');
  const bare = bareOf(plain);
  if (/^\d{6}$/.test(bare)) return bare;
  const found = new Set([...withoutAddresses(plain).matchAll(SIX)].map(([six]) => six.replace(/\D/g, '')));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** Whether nothing but a code was typed. */
export const isBareCode = (words: string): boolean => /^\d{6}$/.test(bareOf(plainOf(words).replace(TWICE, '$1')));

const bareOf = (plain: string) => plain.replace(/[\s\-–—‐.,·_/٬]/gu, '');

/** Digits in an address are no code. */
const withoutAddresses = (words: string) =>
  words
    .split(/\s+/u)
    .filter((word) => !word.includes('@') && !word.includes('://'))
    .join(' ');
