import type { HandlersOf, Press, PressesIn } from '#core/chat/press.ts';
import { key, letter, maybe, number, offer } from '#core/chat/press-field.ts';
import type { Group } from './groups.ts';
import * as offers from './offer-turns.ts';
import * as reasons from './reasons.ts';
import { showSeries } from './series.ts';
import * as verdicts from './verdict-turns.ts';

const GROUP_LETTERS = {
  toRate: 't',
  interested: 'i',
  rejected: 'r',
  visited: 'v',
  approved: 'a',
} as const satisfies Record<Group, string>;

/** Where it was pressed: a card becomes its own answer, details stay to be read. */
const from = maybe(letter({ details: 'd' }));

export const OFFER_PRESSES = {
  listNew: { code: 'n', fields: { page: number } },
  showGroups: { code: 'g' },
  listGroup: { code: 'G', fields: { group: letter(GROUP_LETTERS), page: number } },
  listFavourites: { code: 'F', fields: { page: number } },
  openCard: { code: 'c', fields: { offer } },
  openProperty: { code: 'd', fields: { offer, page: number }, leaves: 'property_opened' },
  showPhotos: { code: 'p', fields: { offer, page: number } },
  markInterested: { code: 'i', fields: { offer, from }, leaves: 'verdict_interested' },
  /** Not interested: it counts at its tap, and the reasons come after it. */
  askReasons: { code: 'r', fields: { offer, from }, leaves: 'verdict_rejected' },
  toggleReason: { code: 't', fields: { offer, reason: key } },
  writeReason: { code: 'w', fields: { offer } },
  finishReasons: { code: 'R', fields: { offer }, leaves: 'verdict_rejected' },
  skipReasons: { code: 's', fields: { offer } },
  sayWhy: { code: 'sw', fields: { offer } },
  addFavourite: { code: 'f', fields: { offer, from }, leaves: 'favourite_added' },
  removeFavourite: { code: 'u', fields: { offer, from }, leaves: 'favourite_removed' },
} satisfies Record<string, Press>;

declare module '#core/chat/intent.ts' {
  interface Presses extends PressesIn<typeof OFFER_PRESSES> {}
}

export const offerHandlers: HandlersOf<typeof OFFER_PRESSES> = {
  listNew: (desk) => showSeries(desk),
  showGroups: (desk) => offers.showGroups(desk),
  listGroup: (desk, { group, page }) => offers.listGroup(desk, group, page),
  listFavourites: (desk, { page }) => offers.listFavourites(desk, page),
  openCard: (desk, { offer }) => offers.openCard(desk, offer),
  openProperty: (desk, { offer, page }) => offers.showProperty(desk, offer, page),
  showPhotos: (desk, { offer, page }) => offers.showPhotos(desk, offer, page),
  markInterested: (desk, { offer, from }) => verdicts.markInterested(desk, offer, from),
  askReasons: (desk, { offer, from }) => verdicts.markRejected(desk, offer, from),
  toggleReason: (desk, { offer, reason }) => reasons.toggleReason(desk, offer, reason),
  writeReason: (desk, { offer }) => reasons.writeReason(desk, offer),
  finishReasons: (desk, { offer }) => reasons.finishReasons(desk, offer),
  skipReasons: (desk, { offer }) => reasons.skipReasons(desk, offer),
  sayWhy: (desk, { offer }) => reasons.sayWhy(desk, offer),
  addFavourite: (desk, { offer, from }) => offers.setFavourite(desk, offer, true, from),
  removeFavourite: (desk, { offer, from }) => offers.setFavourite(desk, offer, false, from),
};
