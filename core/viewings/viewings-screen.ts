import { type Choice, type Entry, inRows, press, type Screen, text, title } from '#core/chat/screen.ts';
import { bare, phrase, type Text, when } from '#core/chat/text.ts';
import { homeChoice } from '#core/home/screens.ts';
import type { Page } from '#core/offers/offer.ts';
import { propertyName } from '#core/offers/property-words.ts';
import { viewingScreen } from './screens.ts';
import type { Tab } from './tabs.ts';
import type { Viewing } from './viewing.ts';
import { wishRow } from './viewing-lines.ts';
import type { ViewingLook } from './viewing-look.ts';

/** One tab of viewings: a single one is its card, several are a list. `others`: the tabs beside it that hold something. */
export function viewingsScreen(
  tab: Tab,
  page: Page<Viewing>,
  number: number,
  look: ViewingLook,
  others: readonly Tab[],
): Screen {
  const [only] = page.items;
  const beside = others.map(tabChoice);
  if (only && page.total === 1) {
    const card = viewingScreen(only, look);
    return { ...card, choices: [...card.choices, ...beside], inPlace: true };
  }
  const turns = [
    page.more ? press(phrase('label.more'), { to: 'listViewings', tab, page: number + 1 }) : undefined,
    number > 0 ? press(phrase('label.back'), { to: 'listViewings', tab, page: number - 1 }) : undefined,
  ];
  return {
    blocks: [
      title(phrase('viewing.tabTitle', { tab: phrase(`tab.${tab}`), total: page.total })),
      { is: 'list', entries: page.items.map((viewing) => entryOf(viewing, look)) },
    ],
    choices: inRows(turns, beside, [homeChoice]),
    inPlace: true,
  };
}

/** Where nothing was ever asked for. */
export const noViewingsScreen: Screen = {
  blocks: [text(phrase('viewing.noneYet', { label: phrase('label.requestViewing') }))],
  choices: inRows(
    [
      press(phrase('label.newProperties'), { to: 'listNew', page: 0 }),
      press(phrase('label.allProperties'), { to: 'showGroups' }),
    ],
    [homeChoice],
  ),
  inPlace: true,
};

const tabChoice = (tab: Tab): Choice => press(phrase(`tab.${tab}`), { to: 'listViewings', tab, page: 0 });

const entryOf = (viewing: Viewing, look: ViewingLook): Entry => ({
  title: dateOf(viewing, look),
  mark: markOf(viewing),
  name: propertyName(viewing.property),
  line: propertyName(viewing.property),
  intent: { to: 'openViewing', viewing: viewing.id },
});

/** The agreed time, else the one that is offered, else the days that were wished for. */
function dateOf({ start, proposedStart, preferredDates }: Viewing, { company, now }: ViewingLook): Text {
  const at = start ?? proposedStart;
  return at ? phrase('viewing.at', { at: bare(when({ start: at }, company.timeZone, now)) }) : wishRow(preferredDates);
}

const markOf = ({ status, proposedStart }: Viewing): Text =>
  phrase(status === 'pending' && proposedStart ? 'viewing.offered' : `viewing.${status}`);
