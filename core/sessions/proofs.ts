import type { UserId } from '#core/ids.ts';

/** What a user can prove with that they are who they say. */
export type Proofs = {
  readonly passwordHash: string | null;
  readonly passwordChangedAt: Date | null;
  /** The secret that their app makes codes from; null without a second factor. */
  readonly factorSecret: string | null;
  /** One that is being set up. */
  readonly factorPending: string | null;
  /** The count of the last code that was taken. */
  readonly factorStep: number | null;
  /** How many recovery codes are left. */
  readonly recoveryLeft: number;
};

type Change = Partial<Omit<Proofs, 'recoveryLeft'>> & {
  /** In the place of those so far. */
  readonly recoveryCodes?: readonly string[];
};

/** What users prove with, of one company. */
export interface UserProofs {
  /** Taken for this transaction; undefined where there is no such user. */
  of(user: UserId): Promise<Proofs | undefined>;
  change(user: UserId, change: Change): Promise<void>;
  /** Takes a recovery code, which is good once; false where it is none of theirs. */
  useRecoveryCode(user: UserId, code: string): Promise<boolean>;
}
