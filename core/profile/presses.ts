import type { HandlersOf, Press, PressesIn } from '#core/chat/press.ts';
import { letter, word } from '#core/chat/press-field.ts';
import { reply } from '#core/chat/reply.ts';
import { goHome } from '#core/home/go-home.ts';
import { LANGUAGES } from '#core/language.ts';
import { chooseLanguage, languagesScreen } from './choose-language.ts';
import { resendToNewEmail } from './new-email.ts';
import { removePhoto, showPhoto } from './photo-turns.ts';
import type { Detail } from './profile.ts';
import * as profile from './profile-turns.ts';
import { reallyLogOutScreen } from './screens.ts';

const DETAIL_LETTERS = { name: 'n', phone: 'p', email: 'e' } as const satisfies Record<Detail, string>;

export const PROFILE_PRESSES = {
  showProfile: { code: 'Z' },
  showOwnDetails: { code: 'H' },
  editDetail: { code: 'Q', fields: { detail: letter(DETAIL_LETTERS) } },
  showPhoto: { code: '1' },
  removePhoto: { code: '8', leaves: 'profile_changed' },
  changePassword: { code: 'U' },
  askLogOut: { code: 'lo' },
  logOut: { code: 'O', leaves: 'chat_signed_out' },
  showData: { code: '0', leaves: 'data_exported' },
  askErasure: { code: '2' },
  requestErasure: { code: '3', leaves: 'erasure_requested' },
  listLanguages: { code: 'L' },
  chooseLanguage: { code: 'l', fields: { language: word(LANGUAGES) }, leaves: 'language_changed' },
  /** Of the code that was sent last: to sign in, or to a new address. */
  resendCode: { code: 'e' },
} satisfies Record<string, Press>;

declare module '#core/chat/intent.ts' {
  interface Presses extends PressesIn<typeof PROFILE_PRESSES> {}
}

export const profileHandlers: HandlersOf<typeof PROFILE_PRESSES> = {
  showProfile: (desk) => profile.showProfile(desk),
  showOwnDetails: (desk) => profile.showOwnDetails(desk),
  editDetail: (desk, { detail }) => profile.editDetail(desk, detail),
  showPhoto: (desk) => showPhoto(desk),
  removePhoto: (desk) => removePhoto(desk),
  changePassword: (desk) => profile.changePassword(desk),
  askLogOut: () => reply(reallyLogOutScreen),
  logOut: (desk) => profile.logOut(desk),
  showData: (desk) => profile.showData(desk),
  askErasure: () => profile.askErasure(),
  requestErasure: (desk) => profile.requestErasure(desk),
  listLanguages: ({ chat }) => reply(languagesScreen(chat)),
  chooseLanguage: (desk, { language }) => chooseLanguage(desk, language),
  resendCode: async (desk) => (await resendToNewEmail(desk)) ?? goHome(desk),
};
