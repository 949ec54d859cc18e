import type { Kept, Store } from '#core/store.ts';
import { createAccountPages } from './account-pages.ts';
import { createAccounts } from './accounts.ts';
import { createChats } from './chats.ts';
import { createCodes } from './codes.ts';
import type { Database } from './database.ts';
import { createFeedbacks } from './feedback.ts';
import { createFiles } from './files.ts';
import { createMessages } from './messages.ts';
import { createOffers } from './offers.ts';
import { createOwed } from './owed.ts';
import { createPeople } from './people.ts';
import type { PortNeeds } from './port-needs.ts';
import { createPortalUsers } from './portal-users.ts';
import { createProofs } from './proofs.ts';
import { createTimeline } from './timeline.ts';
import { createViewings } from './viewings.ts';

export type StoreNeeds = Omit<PortNeeds, 'tx' | 'learned'>;

/** All that is kept, a transaction at a time. `more` adds further ports to what the work is given. */
export function createStore(database: Database, needs: StoreNeeds): Store;
export function createStore<More extends object>(
  database: Database,
  needs: StoreNeeds,
  more: (needs: PortNeeds) => More,
): Store<Kept & More>;
export function createStore(database: Database, around: StoreNeeds, more?: (needs: PortNeeds) => object): Store {
  return {
    transaction: (company, work) =>
      database.transaction(company, (tx) => {
        const needs = { tx, ...around, learned: {} };
        return work({ ...keptOf(needs), ...more?.(needs) });
      }),
  };
}

const keptOf = (needs: PortNeeds): Kept => ({
  chats: createChats(needs),
  offers: createOffers(needs),
  viewings: createViewings(needs),
  feedback: createFeedbacks(needs),
  files: createFiles(needs),
  timeline: createTimeline(needs),
  owed: createOwed(needs),
  accounts: createAccounts(needs),
  codes: createCodes(needs),
  portalUsers: createPortalUsers(needs),
  accountPages: createAccountPages(needs),
  proofs: createProofs(needs),
  messages: createMessages(needs),
  people: createPeople(needs),
});
