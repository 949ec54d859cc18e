import type { Choice, Entry, Screen } from '#core/chat/screen.ts';
import { press, text, title } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { joined, phrase } from '#core/chat/text.ts';
import type { Company } from '#core/company.ts';
import { homeChoice } from '#core/home/screens.ts';
import { cardOf } from './card.ts';
import { cardChoices, nextHome } from './card-choices.ts';
import type { Group } from './groups.ts';
import { GROUPS } from './groups.ts';
import type { Look } from './look.ts';
import type { Counts, Offer, Page } from './offer.ts';
import { headlineOf, markOf, propertyName, sizesOf } from './property-words.ts';

/** One card as an answer: the new state of the one that was pressed. */
export function cardScreen(offer: Offer, look: Look): Screen {
  return {
    blocks: [{ is: 'card', card: cardOf(offer, look), choices: cardChoices(offer, look) }],
    choices: [],
    inPlace: true,
  };
}

/** What a card becomes once something was done on it: itself where it can be edited, else what was done and what comes next. */
export function changedScreen(offer: Offer, look: Look, done: Text): Screen {
  if (look.edits) return cardScreen(offer, look);
  const home = propertyName(offer.property);
  return { blocks: [text(phrase('verdict.of', { verdict: done, home }))], choices: cardChoices(offer, look) };
}

/** A page of offers, newest first; each opens its card. A list of one is that one's card. */
export function offersScreen(page: Page<Offer>, number: number, look: ListLook): Screen {
  const [only] = page.items;
  if (!only) return { blocks: [text(look.empty)], choices: [...look.around, homeChoice] };
  if (page.total === 1) return { ...cardScreen(only, look), inPlace: false };
  return {
    blocks: [title(look.title), { is: 'list', entries: page.items.map(entryOf) }],
    choices: [
      ...look.ahead,
      ...(page.more ? [press(phrase('label.more'), look.pageAt(number + 1))] : []),
      ...(number > 0 ? [press(phrase('label.back'), look.pageAt(number - 1))] : look.around),
      homeChoice,
    ],
  };
}

type ListLook = Look & {
  readonly title: Text;
  readonly empty: Text;
  readonly pageAt: (page: number) => (Choice & { is: 'press' })['intent'];
  readonly ahead: readonly Choice[];
  readonly around: readonly Choice[];
};

export const groupScreen = (group: Group, page: Page<Offer>, number: number, look: Look): Screen =>
  offersScreen(page, number, {
    ...look,
    title: phrase('list.groupTitle', { group: phrase(`group.${group}`), total: page.total }),
    empty: phrase('list.nothingHere'),
    pageAt: (at) => ({ to: 'listGroup', group, page: at }),
    ahead: group === 'toRate' ? [nextHome] : [],
    around: [press(phrase('label.back'), { to: 'showGroups' })],
  });

export const favouritesScreen = (page: Page<Offer>, number: number, look: Look): Screen =>
  offersScreen(page, number, {
    ...look,
    title: phrase('list.groupTitle', { group: phrase('label.favourites'), total: page.total }),
    empty: phrase('list.noFavourites'),
    pageAt: (at) => ({ to: 'listFavourites', page: at }),
    ahead: [],
    around:
      page.total === 0
        ? [
            press(phrase('label.newProperties'), { to: 'listNew', page: 0 }),
            press(phrase('label.allProperties'), { to: 'showGroups' }),
          ]
        : [],
  });

/** All properties: the five groups with their counts. */
export function groupsScreen(counts: Counts): Screen {
  const filled = GROUPS.filter((group) => counts[group] > 0);
  const counted = (group: Group | 'new') =>
    phrase('list.groupCount', { group: phrase(`group.${group}`), total: counts[group] });
  return {
    blocks: [
      title(phrase('list.allTitle')),
      text({
        join: GROUPS.map((group) =>
          group === 'toRate' ? joined(' · ', [counted('toRate'), counted('new')]) : counted(group),
        ),
        by: '\n',
      }),
    ],
    choices: [
      ...filled.map((group) => press(phrase(`group.${group}`), { to: 'listGroup', group, page: 0 })),
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
    const choices = cardChoices(only, { next: false, sparesMessages: false });
    return { blocks: [{ is: 'card', card, choices }], choices: [] };
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

/** Price and place first, as on a card; what it is called and where it stands below. */
const entryOf = (offer: Offer): Entry => {
  const [photo] = offer.property.photos;
  return {
    ...(photo ? { photo } : {}),
    title: headlineOf(offer.property) ?? propertyName(offer.property),
    line: joined('\n', [propertyName(offer.property), joined(' · ', [...markOf(offer), ...sizesOf(offer.property)])]),
    intent: { to: 'openCard', offer: offer.id },
    name: propertyName(offer.property),
  };
};
