import { randomInt } from 'node:crypto';
import type { Passwords } from '#core/accounts/password.ts';
import { PASSWORD_LEAST } from '#core/accounts/password.ts';
import { hashPassword, isPassword } from './password-hash.ts';

/** Something to compare with where there is no account, made once. */
let nobody: Promise<string> | undefined;

export const passwords: Passwords = {
  hash: hashPassword,
  matches: async (password, hash) => {
    nobody ??= hashPassword('nobody has this one');
    const isIt = await isPassword(password, hash ?? (await nobody));
    return isIt && hash !== null && hash !== undefined;
  },
};

/** Without signs that look alike, since people type it from a mail. */
const CLASSES = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '!#$%*+?@'] as const;

/** A password of all four classes; exactly 8 characters where it is temporary (SPEC 8). */
export function newPassword(length = PASSWORD_LEAST): string {
  const all = CLASSES.join('');
  const pick = (from: string) => from.charAt(randomInt(from.length));
  const signs = Array.from({ length }, (_, at) => pick(CLASSES[at] ?? all));
  for (let at = signs.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [signs[at], signs[other]] = [signs[other] ?? '', signs[at] ?? ''];
  }
  return signs.join('');
}
