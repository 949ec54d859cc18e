import type { Clock } from '#core/clock.ts';
import type { NewId } from '#core/ids.ts';
import type { CompanyTx } from './database.ts';

/** What every port of a company's transaction is made from. */
export type PortNeeds = {
  readonly tx: CompanyTx;
  readonly clock: Clock;
  readonly newId: NewId;
  /** What one port happened to learn on its way and another would have to ask for. */
  readonly learned: { hasWebhooks?: boolean };
};
