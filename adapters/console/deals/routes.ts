import type { Door } from '#adapters/console/door.ts';
import { compareRoutes } from './compare.ts';
import { dealDeeds } from './deeds.ts';
import { dealList } from './list.ts';
import { moveDeeds } from './move.ts';
import { newDeal } from './new-deal.ts';
import { dealPages } from './tabs-of-deal.ts';

/** The list of deals, each one's pages, and all that is done there. */
export function dealRoutes(door: Door): void {
  dealList(door);
  newDeal(door);
  dealPages(door);
  compareRoutes(door);
  moveDeeds(door);
  dealDeeds(door);
}
