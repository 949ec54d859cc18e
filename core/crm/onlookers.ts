import type { ContactId, UserId } from '#core/ids.ts';

/** Somebody else of the office who has a client's talk open. */
export type Onlooker = { readonly id: UserId; readonly name: string; readonly isWriting: boolean };

/** How often a page says that it is still open, in milliseconds. */
export const LOOKING_EVERY_MS = 15_000;
/** Whose page has said nothing for so long is gone: it may miss one sign. */
export const LOOKING_MS = 2 * LOOKING_EVERY_MS + 5000;
/** Who typed nothing for so long writes no more. */
export const WRITING_MS = 20_000;

/** Who has which client's talk open right now. It locks nobody out: two who answer at once see each other. */
export interface Onlookers {
  of(contact: ContactId, but: UserId, now: Date): Promise<readonly Onlooker[]>;
  /** Tells the others where that is news to them. */
  looks(user: UserId, contact: ContactId, isWriting: boolean, now: Date): Promise<void>;
  leaves(user: UserId, contact: ContactId): Promise<void>;
}
