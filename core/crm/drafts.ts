import type { ContactId, UserId } from '#core/ids.ts';

/** What people of the office began to write to clients: each their own, on every device. */
export interface Drafts {
  /** Empty where there is none. */
  of(user: UserId, contact: ContactId): Promise<string>;
  /** Empty words end it. */
  keep(user: UserId, contact: ContactId, words: string): Promise<void>;
}
