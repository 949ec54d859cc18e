import { randomBytes } from 'node:crypto';

/** Names a page that nobody can guess: 256 bits, as an address takes them. */
export const newToken = (): string => randomBytes(32).toString('base64url');
