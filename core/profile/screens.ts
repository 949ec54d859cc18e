import type { Profile } from '#core/accounts/profile.ts';
import { press, type Screen, text, title } from '#core/chat/screen.ts';
import { joined, phrase, type Text, verbatim } from '#core/chat/text.ts';
import { homeChoice, stopChoice } from '#core/home/screens.ts';
import type { MediaId } from '#core/ids.ts';
import { ownNameOf } from '#core/language.ts';
import type { Detail } from './profile.ts';

const detailsOf = ({ firstName, lastName, email, phone }: Profile): readonly Text[] => [
  phrase('profile.name', { name: `${firstName} ${lastName}`.trim() }),
  phrase('profile.email', { email }),
  ...(phone ? [phrase('profile.phone', { phone })] : []),
];

export const profileScreen = (profile: Profile, language: Parameters<typeof ownNameOf>[0], note?: Text): Screen => ({
  blocks: [
    ...(note ? [text(note)] : []),
    title(phrase('profile.title')),
    text(joined('\n', [...detailsOf(profile), phrase('profile.language', { language: ownNameOf(language) })])),
  ],
  choices: [
    press(phrase('label.myDetails'), { to: 'showOwnDetails' }),
    press(phrase('label.changePassword'), { to: 'changePassword' }),
    press(phrase('label.language'), { to: 'listLanguages' }),
    press(phrase('label.photo'), { to: 'showPhoto' }),
    press(phrase('label.restartTour'), { to: 'showTour', step: 1 }),
    press(phrase('label.myData'), { to: 'showData' }),
    stopChoice,
    press(phrase('label.logOut'), { to: 'logOut' }),
    homeChoice,
  ],
});

/** Each detail with its way to be changed. */
export const ownDetailsScreen = (profile: Profile): Screen => ({
  blocks: [text(joined('\n', detailsOf(profile)))],
  choices: [
    press(phrase('label.editName'), { to: 'editDetail', detail: 'name' }),
    press(phrase('label.editPhone'), { to: 'editDetail', detail: 'phone' }),
    press(phrase('label.editEmail'), { to: 'editDetail', detail: 'email' }),
    press(phrase('label.back'), { to: 'showProfile' }),
    homeChoice,
  ],
});

export const askDetailScreen = (detail: Detail, note?: Text): Screen => ({
  blocks: [...(note ? [text(note)] : []), text(phrase(`profile.ask.${detail}`))],
  choices: [press(phrase('label.back'), { to: 'showOwnDetails' }), homeChoice],
  asks: { is: 'words' },
});

/** The six digits that were sent to the new address. */
export const askNewEmailCodeScreen = (note: Text): Screen => ({
  blocks: [text(note)],
  choices: [
    press(phrase('label.resendCode'), { to: 'resendCode' }),
    press(phrase('label.back'), { to: 'showOwnDetails' }),
    homeChoice,
  ],
  asks: { is: 'words' },
});

/** The present photo, and that another one takes its place. */
export function photoScreen(photo: MediaId | null, note?: Text): Screen {
  const words = joined('\n', [...(note ? [note] : []), phrase(photo ? 'profile.photo' : 'profile.noPhoto')]);
  return {
    blocks: [photo ? { is: 'album', photos: [photo], caption: words } : text(words)],
    choices: [
      ...(photo ? [press(phrase('label.removePhoto'), { to: 'removePhoto' }, 'bad')] : []),
      press(phrase('label.back'), { to: 'showProfile' }),
      homeChoice,
    ],
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
  choices: [
    press(phrase('label.deleteMyData'), { to: 'askErasure' }, 'bad'),
    press(phrase('label.back'), { to: 'showProfile' }),
    homeChoice,
  ],
});

export const reallyEraseScreen: Screen = {
  blocks: [text(phrase('data.reallyDelete'))],
  choices: [
    press(phrase('label.deleteMyData'), { to: 'requestErasure' }, 'bad'),
    press(phrase('label.back'), { to: 'showProfile' }),
    homeChoice,
  ],
};
