import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a secret or signature is the expected one: takes as long wherever they differ, and whatever their length. */
export const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));

const digest = (words: string) => createHash('sha256').update(words).digest();
