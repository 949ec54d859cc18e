import type { Client } from '#core/chat/chat.ts';
import type { Block, Choice, Screen } from '#core/chat/screen.ts';
import { press, text, title } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { phrase } from '#core/chat/text.ts';

/** The main menu, as far as its screens exist. */
export const mainMenu: readonly Choice[] = [
  press(phrase('label.newProperties'), { to: 'listNew', page: 0 }),
  press(phrase('label.allProperties'), { to: 'showGroups' }),
  press(phrase('label.viewings'), { to: 'listViewings', tab: 'upcoming', page: 0 }),
  press(phrase('label.favourites'), { to: 'listFavourites', page: 0 }),
  press(phrase('label.contactAgent'), { to: 'contactAgent' }),
  press(phrase('label.profile'), { to: 'showProfile' }),
];

export const homeChoice: Choice = press(phrase('label.home'), { to: 'goHome' });

export const continueChoice = press(phrase('label.continue'), { to: 'goHome' }, 'good');
export const stopChoice = press(phrase('label.stopMessages'), { to: 'stopMessages' });

/** What waits for a client, as the page they come to counts it. */
type HomeCounts = {
  readonly [of in 'new' | 'toRate' | 'interested' | 'upcoming' | 'ratings']: number;
};

export function homeScreen(client: Client, counts: HomeCounts, lead: readonly Block[] = []): Screen {
  const { kind, firstName } = client;
  const lines: Text[] = [
    phrase('home.new', { count: counts.new }),
    phrase('home.toRate', { count: counts.toRate }),
    phrase('home.interested', { count: counts.interested }),
    phrase('home.upcoming', { count: counts.upcoming }),
    phrase('home.ratings', { count: counts.ratings }),
  ];
  const empty = kind === 'lead';
  return {
    blocks: [
      ...lead,
      title(phrase('home.greeting', { name: firstName })),
      empty ? text(phrase('home.leadNote')) : text({ join: lines, by: '\n' }),
    ],
    choices: mainMenu,
  };
}

/** The answer to anything missing, foreign, invented or no longer visible: always the same (rule 4). */
export const notFoundScreen: Screen = {
  blocks: [text(phrase('access.notFound'))],
  choices: [...mainMenu, press(phrase('label.home'), { to: 'goHome' })],
};

export const useLinkScreen: Screen = { blocks: [text(phrase('access.useLink'))], choices: [] };
export const switchedOffScreen = (company: string): Screen => ({
  blocks: [text(phrase('access.switchedOff', { company }))],
  choices: [],
});
export const blockedScreen = (company: string): Screen => ({
  blocks: [text(phrase('access.blocked', { company }))],
  choices: [],
});

export const noteScreen = (
  note: Text,
  choices: readonly Choice[] = [...mainMenu, press(phrase('label.home'), { to: 'goHome' })],
): Screen => ({
  blocks: [text(note)],
  choices,
});

/** What can be done here, after a line that says why it is shown. */
export const helpScreen = (...notes: readonly Text[]): Screen => ({
  blocks: [...notes.map(text), text(phrase('help.text'))],
  choices: [...mainMenu, press(phrase('label.home'), { to: 'goHome' })],
});
