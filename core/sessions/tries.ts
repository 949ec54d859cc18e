import type { UserId } from '#core/ids.ts';
import type { Entrance, TryLimit } from './entrance.ts';

const MINUTE = 60_000;

/** Wrong passwords for one e-mail, and from one address (OWASP ASVS 5, 6.3). */
export const GUESSES: TryLimit = { most: 5, withinMs: 15 * MINUTE, pauseMs: 15 * MINUTE };
export const GUESSES_FROM: TryLimit = { most: 30, withinMs: 15 * MINUTE, pauseMs: 15 * MINUTE };
/** Links to a new password for one e-mail. */
export const LINKS: TryLimit = { most: 3, withinMs: 60 * MINUTE, pauseMs: 60 * MINUTE };
/** Wrong codes before the password is asked again. */
export const CODE_TRIES = 5;

/** Wrong codes of one user over all their sign-ins: who knows the password gets no further by signing in again and again. */
export const CODES: TryLimit = { most: 10, withinMs: 15 * MINUTE, pauseMs: 15 * MINUTE };

/** How long a device is known that nobody signs in on; its cookie lasts as long. */
export const KNOWN_MS = 90 * 24 * 60 * MINUTE;
/** After this long no try counts any more, whatever it was. */
export const TRIES_MS = 24 * 60 * MINUTE;

/** Where a try comes from. */
export type From = {
  /** The address of the network. */
  readonly address: string;
  /** What the browser says it is: `Safari on iPhone`. */
  readonly name: string;
  /** What it was told to remember at a sign-in before. */
  readonly device: string | undefined;
};

/** Whose guesses are counted together: all of an e-mail, but those on a device of theirs by themselves. */
export async function guessKey(
  entrance: Pick<Entrance, 'isKnown'>,
  email: string,
  users: readonly UserId[],
  { device }: From,
): Promise<{ readonly key: string; readonly isKnown: boolean }> {
  const isKnown = device !== undefined && (await entrance.isKnown(device, users));
  return { key: `password ${email.trim().toLowerCase()}${isKnown ? ` ${device}` : ''}`, isKnown };
}

export const addressKey = ({ address }: From): string => `address ${address}`;
export const codeKey = (user: UserId): string => `code ${user}`;
export const linkKey = (email: string): string => `link ${email.trim().toLowerCase()}`;

/** Whole minutes until then, at least one. */
export const minutesUntil = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / MINUTE));
