import { randomInt } from 'node:crypto';

/** Six digits nobody can guess. */
export const newCode = () => String(randomInt(1_000_000)).padStart(6, '0');
