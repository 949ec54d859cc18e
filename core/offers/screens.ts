import { MESSAGES_PER_ANSWER } from '#core/chat/message.ts';
import type { Block, Choice, Entry, Screen } from '#core/chat/screen.ts';
import { press, text, title } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { phrase } from '#core/chat/text.ts';
import type { Company } from '#core/company.ts';
import { homeChoice } from '#core/home/screens.ts';
import { type CardLook, cardChoices, cardOf, entryLine } from './card.ts';
import type { Group } from './groups.ts';
import { GROUPS } from './groups.ts';
import type { Counts, Offer, Page } from './offer.ts';
import { PAGE } from './offer.ts';
import { propertyName } from './property-words.ts';

/** One card as an answer: the new state of the one that was pressed. */
export function cardScreen(offer: Offer, look: CardLook): Screen {
  return {
    blocks: [{ is: 'card', card: cardOf(offer, look), choices: [...cardChoices(offer), homeChoice] }],
    choices: [],
    inPlace: true,
  };
}

/**
 * A page of offers, newest first. Few enough are cards at once; more are a list whose entries open their card. Where
 * messages need not be spared, the newest one's card is below it, so that the first verdict is one tap away.
 */
export function offersScreen(page: Page<Offer>, number: number, look: ListLook): Screen {
  if (page.items.length === 0) return { blocks: [text(look.empty)], choices: [...look.around, homeChoice] };
  const cards = page.items.map(
    (offer): Block => ({ is: 'card', card: cardOf(offer, look), choices: cardChoices(offer) }),
  );
  const around = [
    ...(page.more ? [press(phrase('label.more'), look.pageAt(number + 1))] : []),
    ...(number > 0 ? [press(phrase('label.back'), look.pageAt(number - 1))] : look.around),
    homeChoice,
  ];
  const isSparing = look.sparesMessages;
  if (page.total <= (isSparing ? SPARING_CARDS : MESSAGES_PER_ANSWER)) return { blocks: cards, choices: around };
  const from = number * PAGE + 1;
  const range = phrase('list.range', { from, to: from + page.items.length - 1, total: page.total });
  return {
    blocks: [
      title(look.title),
      text(range),
      { is: 'list', entries: page.items.map(entryOf) },
      ...(isSparing ? [] : cards.slice(0, 1)),
    ],
    choices: around,
  };
}

/** Cards at once where messages are spared: no more of them than opening each by itself from a list would take. */
const SPARING_CARDS = 2;

/** What the look has besides the offers: how cards are drawn, and whether messages cost. */
export type Look = CardLook & { readonly sparesMessages: boolean };

type ListLook = Look & {
  readonly title: Text;
  readonly empty: Text;
  readonly pageAt: (page: number) => (Choice & { is: 'press' })['intent'];
  readonly around: readonly Choice[];
};

export const newOffersScreen = (page: Page<Offer>, number: number, look: Look): Screen =>
  offersScreen(page, number, {
    ...look,
    title: phrase('list.newTitle', { count: page.total }),
    empty: phrase('list.noNew'),
    pageAt: (at) => ({ to: 'listNew', page: at }),
    around: page.total === 0 ? [press(phrase('label.allProperties'), { to: 'showGroups' })] : [],
  });

export const groupScreen = (group: Group, page: Page<Offer>, number: number, look: Look): Screen =>
  offersScreen(page, number, {
    ...look,
    title: phrase('list.groupTitle', { group: phrase(`group.${group}`), total: page.total }),
    empty: phrase('list.nothingHere'),
    pageAt: (at) => ({ to: 'listGroup', group, page: at }),
    around: [press(phrase('label.back'), { to: 'showGroups' })],
  });

export const favouritesScreen = (page: Page<Offer>, number: number, look: Look): Screen =>
  offersScreen(page, number, {
    ...look,
    title: phrase('list.favouritesTitle', { count: page.total }),
    empty: phrase('list.noFavourites'),
    pageAt: (at) => ({ to: 'listFavourites', page: at }),
    around: page.total === 0 ? [press(phrase('label.allProperties'), { to: 'showGroups' })] : [],
  });

/** All properties: the five groups with their counts. */
export function groupsScreen(counts: Counts): Screen {
  return {
    blocks: [
      title(phrase('list.allTitle')),
      text({
        join: GROUPS.map((group) =>
          phrase('list.groupCount', { group: phrase(`group.${group}`), total: counts[group] }),
        ),
        by: '\n',
      }),
    ],
    choices: [
      ...GROUPS.map((group) => press(phrase(`group.${group}`), { to: 'listGroup', group, page: 0 })),
      homeChoice,
    ],
    isMenu: true,
  };
}

/** Most entries of a bundle's one message; the rest is behind New properties. */
const BUNDLE_ENTRIES = 10;

/** What a push of new offers shows: one as its card, several as one message with a list (rule 14). */
export function offeredScreen(
  offers: readonly Offer[],
  company: Pick<Company, 'name' | 'timeZone'>,
  severalDeals: boolean,
): Screen {
  const [only] = offers;
  if (only && offers.length === 1) {
    const card = cardOf(only, { severalDeals, zone: company.timeZone });
    return {
      blocks: [{ is: 'card', card, choices: [...cardChoices(only), homeChoice] }],
      choices: [],
    };
  }
  return {
    blocks: [
      title(phrase('offer.arrivedMany', { count: offers.length })),
      text({ verbatim: company.name }),
      { is: 'list', entries: offers.slice(0, BUNDLE_ENTRIES).map(entryOf) },
    ],
    choices: [press(phrase('label.newProperties'), { to: 'listNew', page: 0 }), homeChoice],
  };
}

const entryOf = (offer: Offer): Entry => {
  const [photo] = offer.property.photos;
  return {
    ...(photo ? { photo } : {}),
    title: propertyName(offer.property),
    line: entryLine(offer),
    intent: { to: 'openCard', offer: offer.id },
  };
};
