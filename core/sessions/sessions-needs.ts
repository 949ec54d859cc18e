import type { Passwords } from '#core/accounts/password.ts';
import type { Clock } from '#core/clock.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { Store } from '#core/store.ts';
import type { Words } from '#core/words.ts';
import type { Entrance } from './entrance.ts';
import type { OneTimeCodes } from './one-time-codes.ts';

/** What ways in are kept with, of one company. */
export type WaysKept = Pick<CrmKept, 'sessions' | 'userProofs' | 'userPages' | 'audit' | 'records' | 'owed'>;

/** What the use cases of signing in need besides a transaction. */
export type SignInTools = {
  readonly clock: Clock;
  readonly words: Words;
  readonly passwords: Passwords;
  readonly oneTimeCodes: OneTimeCodes;
  /** A secret that nobody can guess, as a cookie or an address takes it. */
  readonly newToken: () => string;
  /** Ten codes for who has lost their app. */
  readonly newRecoveryCodes: () => readonly string[];
  /** The address of a page that a mail opens. */
  readonly pageUrl: (page: 'welcome' | 'reset' | 'forgotten', token?: string) => string;
};

/** The same where it is not known yet whose company it is. */
export type EntranceTools = SignInTools & { readonly store: Store<CrmKept>; readonly entrance: Entrance };
