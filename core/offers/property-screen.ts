import type { Block, Card, Screen } from '#core/chat/screen.ts';
import { link, press, text, title } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { joined, phrase, verbatim, wordsFor } from '#core/chat/text.ts';
import { energyLabelId } from '#core/drawings.ts';
import { homeChoice } from '#core/home/screens.ts';
import type { ViewingId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { AREA_RADIUS } from './area.ts';
import { cardOf } from './card.ts';
import { favouriteChoice, verdictChoices } from './card-choices.ts';
import { closedBy, isReserved } from './group-of.ts';
import type { Look } from './look.ts';
import type { Offer, OfferedProperty } from './offer.ts';
import { featureName, propertyName } from './property-words.ts';

/** Characters of a description on one page: leaves room for facts within every channel's longest message. */
const DESCRIPTION_PAGE = 1500;
/** Photos in one album (Telegram's media group holds 2 to 10). */
export const ALBUM = 10;

type Shown = Look & {
  readonly offer: Offer;
  readonly page: number;
  readonly language: Language;
  /** The viewing that was confirmed: from then on the address is no secret (rule 9). */
  readonly viewing?: Agreed | undefined;
};

/**
 * The details of an offer: its photo and its energy label with the facts, where it lies, then features and the
 * description, a page at a time, under its name.
 */
export function propertyScreen({ offer, page, language, viewing, ...look }: Shown): Screen {
  const { property } = offer;
  const described = descriptionOf(offer, language);
  const pages = described ? pagesOf(described) : [];
  const shown = pages[Math.min(page, pages.length - 1)];
  const more = page + 1 < pages.length;
  const first = page === 0;
  return {
    blocks: [
      ...(first
        ? [
            { is: 'card' as const, card: labelled(cardOf(offer, look), property, language, look), choices: [] },
            ...placeBlocks(offer, viewing),
            ...factBlocks(offer),
          ]
        : [text(propertyName(property))]),
      ...(shown
        ? [
            title(pages.length > 1 ? pageTitle(page, pages.length) : phrase('property.description')),
            text(verbatim(shown)),
          ]
        : []),
    ],
    choices: [
      ...verdictChoices(offer, { from: 'details' }),
      ...(more ? [press(phrase('label.more'), { to: 'openProperty', offer: offer.id, page: page + 1 })] : []),
      ...(property.photos.length > 0
        ? [press(phrase('label.photos'), { to: 'showPhotos', offer: offer.id, page: 0 })]
        : []),
      ...(closedBy(offer) || isReserved(offer)
        ? []
        : [press(phrase('label.requestViewing'), { to: 'requestViewing', offer: offer.id })]),
      favouriteChoice(offer, { from: 'details' }),
      press(phrase('label.contactAgent'), { to: 'contactAgent', offer: offer.id }),
      ...(viewing?.status === 'confirmed'
        ? [press(phrase('label.directions'), { to: 'showDirections', viewing: viewing.id })]
        : []),
      ...(property.virtualTourUrl ? [link(phrase('label.virtualTour'), property.virtualTourUrl)] : []),
      homeChoice,
    ],
  };
}

export function photosScreen(offer: Offer, page: number): Screen {
  const { photos } = offer.property;
  const from = page * ALBUM;
  const shown = photos.slice(from, from + ALBUM);
  const choices = [
    ...(photos.length > from + ALBUM
      ? [press(phrase('label.more'), { to: 'showPhotos' as const, offer: offer.id, page: page + 1 })]
      : []),
    press(phrase('label.back'), { to: 'openCard', offer: offer.id }),
    homeChoice,
  ];
  if (shown.length === 0) return { blocks: [text(phrase('property.noPhotos'))], choices };
  const range = phrase('list.range', { from: from + 1, to: from + shown.length, total: photos.length });
  return {
    // A single photo bears the buttons itself.
    blocks: [
      { is: 'album', photos: shown, caption: propertyName(offer.property) },
      ...(shown.length > 1 ? [text(range)] : []),
    ],
    choices,
  };
}

/** Beside the photo, or in its place where there is none. Where messages are spared, its letters among the facts do. */
function labelled(card: Card, { energyRating }: OfferedProperty, language: Language, { sparesMessages }: Look): Card {
  const label = energyLabelId(energyRating, language);
  if (!label || (sparesMessages && card.photo)) return card;
  return card.photo ? { ...card, label } : { ...card, photo: label };
}

/** What of a confirmed viewing stands in the details. */
type Agreed = { readonly id: ViewingId; readonly status: string; readonly street: string | null };

/** The area on the map until a viewing is confirmed; from then on the address, which Directions leads to. */
function placeBlocks({ property }: Offer, viewing: Agreed | undefined): readonly Block[] {
  if (viewing) {
    const street = [viewing.street, property.city].filter(Boolean).join(', ');
    return street ? [text(phrase('viewing.address', { street }))] : [];
  }
  if (!property.area) return [];
  const address = [property.city, property.state].filter(Boolean).join(', ');
  const place = { ...property.area, radius: AREA_RADIUS, name: phrase('property.area'), address };
  return [{ is: 'place', place }, text(phrase('property.areaOnly'))];
}

const pageTitle = (page: number, pages: number): Text =>
  phrase('property.descriptionPage', { page: Math.min(page, pages - 1) + 1, pages });

function factBlocks({ property }: Offer): readonly Block[] {
  const { usefulArea, energyRating, features } = property;
  const more = [
    ...(usefulArea ? [phrase('property.usefulArea', { size: { squareMetres: usefulArea } })] : []),
    ...(energyRating?.emissions ? [phrase('property.emissions', { emissions: energyRating.emissions })] : []),
  ];
  return [
    ...(more.length > 0 ? [text(joined(' · ', more))] : []),
    ...(features.length > 0 ? [title(phrase('property.features')), text(joined(', ', features.map(featureName)))] : []),
  ];
}

function descriptionOf({ property }: Offer, language: Language): string | undefined {
  const translated = property.description.flatMap(({ lang, text: words }) => (words ? [{ lang, words }] : []));
  return translated.length > 0 ? wordsFor({ translated }, language) : undefined;
}

/** Cuts a long text at ends of paragraphs, else of sentences, else of words. */
export function pagesOf(words: string): readonly string[] {
  const pages: string[] = [];
  let rest = words.trim();
  while (rest.length > DESCRIPTION_PAGE) {
    const head = rest.slice(0, DESCRIPTION_PAGE);
    const half = DESCRIPTION_PAGE / 2;
    const ends = [head.lastIndexOf('\n\n'), head.lastIndexOf('. ') + 1, head.lastIndexOf(' ')];
    const cut = ends.find((end) => end > half) ?? safeCut(head);
    pages.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest ? [...pages, rest] : pages;
}

/** Never between the halves of a surrogate pair. */
const safeCut = (head: string): number => (/[\uD800-\uDBFF]$/.test(head) ? head.length - 1 : head.length);
