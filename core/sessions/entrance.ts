import type { CompanyId, UserId } from '#core/ids.ts';
import type { Visitor } from './visitor.ts';

/** Somebody whom an e-mail may mean; an e-mail may stand in several offices. */
export type Candidate = {
  readonly company: CompanyId;
  readonly companyName: string;
  readonly id: UserId;
  readonly name: string;
  readonly status: 'Active' | 'Inactive' | 'Pending';
  readonly passwordHash: string | null;
};

/** So many tries within so long; one more pauses for `pauseMs`. */
export type TryLimit = { readonly most: number; readonly withinMs: number; readonly pauseMs: number };
/** How a try stands. `left`: how many may follow before a pause. */
export type Tried = { readonly was: 'taken'; readonly left: number } | { readonly was: 'paused'; readonly until: Date };

/** What is looked up before it is known whose company it is (system scope). */
export interface Entrance {
  /** Whose session the token is of; of an active user, whether or not it is over. */
  visitorOf(token: string): Promise<Visitor | undefined>;
  candidates(email: string): Promise<readonly Candidate[]>;
  companyOfPage(token: string): Promise<CompanyId | undefined>;
  /** Whether somebody of them signed in on this device before. */
  isKnown(device: string, users: readonly UserId[]): Promise<boolean>;
  /** Counts a try before it is made, so that many at once get no further than one after the other. */
  try(key: string, limit: TryLimit, now: Date): Promise<Tried>;
  /** How many there were lately, without one more. */
  look(key: string, limit: TryLimit, now: Date): Promise<Tried>;
  forgive(key: string): Promise<void>;
}
