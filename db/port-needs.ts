import type { Gathering } from '#core/chat/owed.ts';
import type { Clock } from '#core/clock.ts';
import type { NewId } from '#core/ids.ts';
import type { CompanyTx } from './database.ts';
import type { Sealing } from './sealing.ts';

/** What every port of a company's transaction is made from. */
export type PortNeeds = {
  readonly tx: CompanyTx;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Undefined in tests that look at what is kept. */
  readonly sealing?: Sealing | undefined;
  /** Undefined where there is no mail server, and mail is kept to be read. */
  readonly mailSealing?: Sealing | undefined;
  /** Another patience for files that come together; for tests that send one after the other. */
  readonly gathering?: Gathering | undefined;
  /** What one port happened to learn on its way and another would have to ask for. */
  readonly learned: { hasWebhooks?: boolean };
};
