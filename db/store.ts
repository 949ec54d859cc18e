import type { Clock } from '#core/clock.ts';
import type { NewId } from '#core/ids.ts';
import type { Kept, Store } from '#core/store.ts';
import { createAccountPages } from './account-pages.ts';
import { createAccounts } from './accounts.ts';
import { createChats } from './chats.ts';
import { createCodes } from './codes.ts';
import type { Database } from './database.ts';
import { createFeedbacks } from './feedback.ts';
import { createFiles } from './files.ts';
import type { Held } from './held.ts';
import { createMessages } from './messages.ts';
import { createOffers } from './offers.ts';
import { createOwed } from './owed.ts';
import { createPeople } from './people.ts';
import { createPortalUsers } from './portal-users.ts';
import { createTimeline } from './timeline.ts';
import { createViewings } from './viewings.ts';

export type StoreNeeds = { readonly clock: Clock; readonly newId: NewId };

/** All that is kept, a transaction at a time. `more` adds further ports to what the work is given. */
export function createStore(database: Database, needs: StoreNeeds): Store;
export function createStore<More extends object>(
  database: Database,
  needs: StoreNeeds,
  more: (held: Held) => More,
): Store<Kept & More>;
export function createStore(database: Database, needs: StoreNeeds, more?: (held: Held) => object): Store {
  return {
    transaction: (company, work) =>
      database.transaction(company, (tx) => {
        const held = { tx, ...needs, learned: {} };
        return work({ ...keptOf(held), ...more?.(held) });
      }),
  };
}

const keptOf = (held: Held): Kept => ({
  chats: createChats(held),
  offers: createOffers(held),
  viewings: createViewings(held),
  feedback: createFeedbacks(held),
  files: createFiles(held),
  timeline: createTimeline(held),
  owed: createOwed(held),
  accounts: createAccounts(held),
  codes: createCodes(held),
  portalUsers: createPortalUsers(held),
  accountPages: createAccountPages(held),
  messages: createMessages(held),
  people: createPeople(held),
});
