import type { UserId } from '#core/ids.ts';

/** What a mail's link is for: the first password of somebody invited, or a new one. */
export type UserPageKind = 'welcome' | 'reset';

export type UserPage = {
  readonly kind: UserPageKind;
  readonly user: UserId;
  readonly isUsed: boolean;
  readonly expiresAt: Date;
};

const MINUTE = 60_000;
/** How long each link is good. */
export const PAGE_MS: Readonly<Record<UserPageKind, number>> = { welcome: 7 * 24 * 60 * MINUTE, reset: 30 * MINUTE };

/** Pages that links in mails open, of one company; each for who has its address. */
export interface UserPages {
  add(token: string, page: Omit<UserPage, 'isUsed'>): Promise<void>;
  /** Taken for this transaction. */
  find(token: string): Promise<UserPage | undefined>;
  /** No link to the user is good any more. */
  endAll(user: UserId): Promise<void>;
}
