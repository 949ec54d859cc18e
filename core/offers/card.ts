import type { Card, Choice } from '#core/chat/screen.ts';
import { press } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { joined, phrase } from '#core/chat/text.ts';
import { canJudge, closedBy, isReserved } from './group-of.ts';
import type { Offer } from './offer.ts';
import { factsLine, placeName, priceName, propertyName, stateLine } from './property-words.ts';

/** The card of an offer (rule 9). `lead` goes above the facts; the deal is named where the client has several. */
export function cardOf(offer: Offer, { severalDeals, lead }: { severalDeals: boolean; lead?: Text }): Card {
  const { property } = offer;
  const [photo] = property.photos;
  const place = placeName(property);
  const price = priceName(property);
  const state = stateLine(offer, closedBy(offer));
  // In words too: a card on WhatsApp has no room for the button that tells it, and a star alone stands for approved.
  const standing = [...(state ? [state] : []), ...(offer.favourite ? [phrase('state.favourite')] : [])];
  return {
    offer: offer.id,
    ...(photo ? { photo } : {}),
    title: propertyName(property),
    lines: [
      ...(lead ? [lead] : []),
      ...(place ? [place] : []),
      ...(price ? [price] : []),
      factsLine(property),
      phrase('property.reference', { reference: property.reference }),
      ...(severalDeals ? [phrase('property.deal', { deal: offer.deal.name })] : []),
      ...(isReserved(offer) ? [phrase('state.reserved')] : []),
      ...(standing.length > 0 ? [joined(' · ', standing)] : []),
    ],
  };
}

/** What can be done from the card: one tap to a verdict while there is one to give (rule 10). */
export function cardChoices(offer: Offer): readonly Choice[] {
  return [
    ...verdictChoices(offer),
    press(phrase('label.details'), { to: 'openProperty', offer: offer.id, page: 0 }),
    favouriteChoice(offer),
  ];
}

/** `from` says that they stand below the details, which then stay as they are. */
export function verdictChoices(offer: Offer, from: { readonly from?: 'details' } = {}): readonly Choice[] {
  if (!canJudge(offer)) return [];
  return [
    press(phrase('label.interested'), { to: 'markInterested', offer: offer.id, ...from }, 'good'),
    press(phrase('label.notInterested'), { to: 'askReasons', offer: offer.id, ...from }, 'bad'),
  ];
}

export const favouriteChoice = (offer: Offer, from: { readonly from?: 'details' } = {}): Choice =>
  offer.favourite
    ? press(phrase('label.removeFavourite'), { to: 'removeFavourite', offer: offer.id, ...from })
    : press(phrase('label.addFavourite'), { to: 'addFavourite', offer: offer.id, ...from });

/** The line of an offer in a list. */
export const entryLine = (offer: Offer): Text => ({
  join: [placeName(offer.property), priceName(offer.property)].filter((part) => part !== undefined),
  by: ' · ',
});
