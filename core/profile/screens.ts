import type { Profile } from '#core/accounts/profile.ts';
import type { Chat } from '#core/chat/chat.ts';
import { inRows, press, type Screen, text, title } from '#core/chat/screen.ts';
import { joined, phrase, type Text, verbatim } from '#core/chat/text.ts';
import { homeChoice, startAgainChoice, stopChoice } from '#core/home/screens.ts';
import type { MediaId } from '#core/ids.ts';
import { ownNameOf } from '#core/language.ts';
import type { Detail } from './profile.ts';

const detailsOf = ({ firstName, lastName, email, phone }: Profile): readonly Text[] => [
  phrase('profile.name', { name: `${firstName} ${lastName}`.trim() }),
  phrase('profile.email', { email }),
  ...(phone ? [phrase('profile.phone', { phone })] : []),
];

/** The last row of each screen below the profile. */
export const waysBack = inRows([press(phrase('label.back'), { to: 'showProfile' }), homeChoice]);
const backToDetails = inRows([press(phrase('label.back'), { to: 'showOwnDetails' }), homeChoice]);

const below = (note: Text | undefined) => (note ? [text(note)] : []);

export const profileScreen = (
  profile: Profile,
  { language, pushes }: Pick<Chat, 'language' | 'pushes'>,
  note?: Text,
): Screen => ({
  blocks: [
    ...below(note),
    title(phrase('profile.title')),
    text(joined('\n', [...detailsOf(profile), phrase('profile.language', { language: ownNameOf(language) })])),
  ],
  choices: inRows(
    [
      press(phrase('label.myDetails'), { to: 'showOwnDetails' }),
      press(phrase('label.language'), { to: 'listLanguages' }),
    ],
    [
      press(phrase('label.photo'), { to: 'showPhoto' }),
      press(phrase('label.changePassword'), { to: 'changePassword' }),
    ],
    [
      press(phrase('label.myData'), { to: 'showData' }),
      press(phrase('label.restartTour'), { to: 'showTour', step: 1 }),
    ],
    [pushes === 'stopped' ? startAgainChoice : stopChoice, press(phrase('label.logOut'), { to: 'askLogOut' })],
    [homeChoice],
  ),
  isMenu: true,
});

/** Each detail with its way to be changed. */
export const ownDetailsScreen = (profile: Profile, note?: Text): Screen => ({
  blocks: [...below(note), text(joined('\n', detailsOf(profile)))],
  choices: [
    ...inRows(
      [
        press(phrase('label.editName'), { to: 'editDetail', detail: 'name' }),
        press(phrase('label.editPhone'), { to: 'editDetail', detail: 'phone' }),
      ],
      [press(phrase('label.editEmail'), { to: 'editDetail', detail: 'email' })],
      [press(phrase('label.back'), { to: 'showProfile' }), homeChoice],
    ),
  ],
  isMenu: true,
});

export const askDetailScreen = (detail: Detail, note?: Text): Screen => ({
  blocks: [...below(note), text(phrase(`profile.ask.${detail}`))],
  choices: backToDetails,
  asks: { is: 'words' },
  isMenu: true,
});

/** The six digits that were sent to the new address. */
export const askNewEmailCodeScreen = (note: Text): Screen => ({
  blocks: [text(note)],
  choices: inRows(
    [press(phrase('label.resendCode'), { to: 'resendCode' })],
    [press(phrase('label.back'), { to: 'showOwnDetails' }), homeChoice],
  ),
  asks: { is: 'words' },
});

/** The present photo, and that another one takes its place. */
export function photoScreen(photo: MediaId | null, note?: Text): Screen {
  const words = joined('\n', [...(note ? [note] : []), phrase(photo ? 'profile.photo' : 'profile.noPhoto')]);
  return {
    blocks: [photo ? { is: 'album', photos: [photo], caption: words } : text(words)],
    choices: inRows(
      [photo ? press(phrase('label.removePhoto'), { to: 'removePhoto' }, 'bad') : undefined],
      [press(phrase('label.back'), { to: 'showProfile' }), homeChoice],
    ),
    isMenu: true,
  };
}

/** All that is kept, to be read; and the way to have it deleted. */
export const dataScreen = (profile: Profile, lines: readonly Text[]): Screen => ({
  blocks: [
    title(phrase('label.myData')),
    text(joined('\n', detailsOf(profile))),
    ...(lines.length > 0
      ? [
          text(
            joined(
              '\n',
              lines.map((line) => joined(' ', [verbatim('•'), line])),
            ),
          ),
        ]
      : []),
    text(phrase('data.more')),
  ],
  choices: [press(phrase('label.deleteMyData'), { to: 'askErasure' }, 'bad'), ...waysBack],
  isMenu: true,
});

export const reallyEraseScreen: Screen = {
  blocks: [title(phrase('data.reallyDelete')), text(phrase('data.deleteNote'))],
  choices: [press(phrase('label.deleteMyData'), { to: 'requestErasure' }, 'bad'), ...waysBack],
  isMenu: true,
};

/** Asked once: what it takes to come back. */
export const reallyLogOutScreen: Screen = {
  blocks: [title(phrase('profile.askLogOut')), text(phrase('profile.logOutNote'))],
  choices: [press(phrase('label.logOut'), { to: 'logOut' }, 'bad'), ...waysBack],
  isMenu: true,
};
