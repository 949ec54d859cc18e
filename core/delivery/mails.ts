import type { CompanyId, MediaId } from '#core/ids.ts';
import type { Letter } from '#core/letter.ts';
import type { Bytes } from '#core/media.ts';

/** A mail that is due now. */
export type DueMail = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same words with their shape; undefined where there is none, or this version can't read it. */
  readonly letter?: Letter | undefined;
  readonly company: CompanyId;
  /** The office's; null where it has none. */
  readonly logo: MediaId | null;
  /** Tries so far, with this one. */
  readonly attempts: number;
  readonly ageSeconds: number;
};

/** What became of a claimed mail. `kept`: there is no mail server; it stays readable in the database. */
export type SettledMail =
  | { readonly was: 'sent' }
  | { readonly was: 'kept' }
  | { readonly was: 'again'; readonly afterSeconds: number; readonly why: string }
  | { readonly was: 'failed'; readonly why: string };

/** The queue of all companies' mails (system scope); times are the database's own. */
export interface Mails {
  /** Takes what is due, oldest first; not due again before the lease ends. */
  claim(limit: number, leaseSeconds: number): Promise<readonly DueMail[]>;
  settle(mail: string, settled: SettledMail): Promise<void>;
}

/** Sends mail. Throws nothing for what a server answers. */
export interface Mailer {
  send(mail: Pick<DueMail, 'id' | 'to' | 'subject' | 'text' | 'letter'>, logo?: Bytes): Promise<Mailed>;
}

export type Mailed =
  | { readonly was: 'sent' }
  | { readonly was: 'notYet'; readonly why: string }
  | { readonly was: 'refused'; readonly why: string };
