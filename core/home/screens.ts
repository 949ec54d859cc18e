import { CHANNELS, type Channel } from '#core/chat/channels.ts';
import type { Choice, Screen } from '#core/chat/screen.ts';
import { atHand, inRows, press, text } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { joined, phrase, verbatim } from '#core/chat/text.ts';

/** The ways from Home. */
export const menuChoices = {
  newProperties: press(phrase('label.newProperties'), { to: 'listNew', page: 0 }),
  allProperties: press(phrase('label.allProperties'), { to: 'showGroups' }),
  viewings: press(phrase('label.viewings'), { to: 'listViewings', tab: 'upcoming', page: 0 }),
  favourites: press(phrase('label.favourites'), { to: 'listFavourites', page: 0 }),
  contactAgent: press(phrase('label.contactAgent'), { to: 'contactAgent' }),
  profile: press(phrase('label.profile'), { to: 'showProfile' }),
} as const satisfies Readonly<Record<string, Choice>>;

/** All of them two a row; `viewingsFirst`: one of those is near. */
export function inMenuRows(viewingsFirst: boolean, ...last: readonly Choice[]): readonly Choice[] {
  const { newProperties, allProperties, viewings, favourites, contactAgent, profile } = menuChoices;
  const homes = [atHand(newProperties), allProperties];
  const visits = [atHand(viewings), favourites];
  const [first, second] = viewingsFirst ? [visits, homes] : [homes, visits];
  return inRows(first, second, [contactAgent, profile], last);
}

export const homeChoice: Choice = press(phrase('label.home'), { to: 'goHome' });

/** The menu below a screen that is no Home. */
export const mainMenu: readonly Choice[] = inMenuRows(false, homeChoice);

/** Below what says that nothing comes any more. */
export const startAgainChoice = press(phrase('label.startAgain'), { to: 'startMessages' });
export const continueChoice = press(phrase('label.continue'), { to: 'goHome' }, 'good');
export const stopChoice = press(phrase('label.stopMessages'), { to: 'stopMessages' });

/** The answer to anything missing, foreign, invented or no longer visible: always the same (rule 4). */
export const notFoundScreen: Screen = {
  blocks: [text(phrase('access.notFound'))],
  choices: mainMenu,
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

export const noteScreen = (note: Text, choices: readonly Choice[] = mainMenu): Screen => ({
  blocks: [text(note)],
  choices,
});

/** Every command, in the order of what is wanted most. */
const COMMANDS = '/home /properties /viewings /favourites /agent /profile /language /stop';

/** What can be done here. */
export const helpScreen = (channel: Channel): Screen => ({
  blocks: [
    text(phrase('help.text')),
    text(joined('\n', [verbatim(COMMANDS), phrase('help.leave')])),
    ...(CHANNELS[channel].recordsVoice ? [] : [text(phrase('help.voice'))]),
  ],
  choices: mainMenu,
  isMenu: true,
});
