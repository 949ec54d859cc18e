import { randomBytes, randomInt } from 'node:crypto';

/** Names a page that nobody can guess: 256 bits, as an address takes them. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const RECOVERY_CODES = 10;
/** Without signs that look alike, since people copy them by hand. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;

/** Ten codes of some 79 bits for who has lost the app of their second factor: `k7mp-x2fd-9qrt-hb4w`. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP }, () => SIGNS.charAt(randomInt(SIGNS.length))).join(''),
    ).join('-'),
  );
