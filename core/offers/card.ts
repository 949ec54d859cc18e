import type { Card } from '#core/chat/screen.ts';
import { line } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { joined, phrase, verbatim } from '#core/chat/text.ts';
import { closedBy } from './group-of.ts';
import type { Offer } from './offer.ts';
import { factsLine, headlineOf, propertyName, stateLines } from './property-words.ts';

/** What a card needs besides its offer. */
export type CardLook = {
  /** The deal is named where the client has several. */
  readonly severalDeals: boolean;
  /** The company's zone (IANA): days of visits are its days. */
  readonly zone: string;
  /** In place of the offer's own state. */
  readonly status?: Text;
  /** What happened before, above all. */
  readonly lead?: Text;
};

/** The card of an offer: what is so of it, price and place, what it is called, its facts, its reference (rule 9). */
export function cardOf(offer: Offer, { severalDeals, zone, status, lead }: CardLook): Card {
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
      ...(lead ? [line(lead), line(verbatim(''))] : []),
      ...(status ? [line(status, 'status')] : stateLines(offer, closedBy(offer), zone)),
      // In words too: a card on WhatsApp has no room for the button that tells it.
      ...(offer.favourite ? [line(phrase('state.favourite'), 'status')] : []),
      line(headline ?? name, 'headline'),
      ...(headline ? [line(name)] : []),
      line(factsLine(property)),
      line(joined(' · ', [reference, ...deal]), 'reference'),
    ],
  };
}
