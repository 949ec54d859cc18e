import type { Card, Choice } from '#core/chat/screen.ts';
import { line, press } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { joined, phrase } from '#core/chat/text.ts';
import { canJudge, closedBy } from './group-of.ts';
import type { Offer } from './offer.ts';
import { factsLine, headlineOf, placeName, priceName, propertyName, stateLines } from './property-words.ts';

/** What a card needs besides its offer. */
export type CardLook = {
  /** The deal is named where the client has several. */
  readonly severalDeals: boolean;
  /** The company's zone (IANA): days of visits are its days. */
  readonly zone: string;
};

/** The card of an offer: what is so of it, price and place, what it is called, its facts, its reference (rule 9). */
export function cardOf(offer: Offer, { severalDeals, zone }: CardLook): Card {
  const { property } = offer;
  const [photo] = property.photos;
  const name = propertyName(property);
  const headline = headlineOf(property);
  const reference = phrase('property.reference', { reference: property.reference });
  const deal = severalDeals ? [phrase('property.deal', { deal: offer.deal.name })] : [];
  return {
    offer: offer.id,
    ...(photo ? { photo } : {}),
    name,
    lines: [
      ...stateLines(offer, closedBy(offer), zone),
      // In words too: a card on WhatsApp has no room for the button that tells it.
      ...(offer.favourite ? [line(phrase('state.favourite'), 'status')] : []),
      line(headline ?? name, 'headline'),
      ...(headline ? [line(name)] : []),
      line(factsLine(property)),
      line(joined(' · ', [reference, ...deal]), 'reference'),
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
