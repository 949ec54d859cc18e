import type { Screen } from '#core/chat/screen.ts';
import { link, press, text } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { phrase } from '#core/chat/text.ts';

export const askEmailScreen = (...notes: readonly Text[]): Screen => ({
  blocks: notes.map(text),
  choices: [press(phrase('label.language'), { to: 'listLanguages' })],
  asks: { is: 'words' },
});

export const askCodeScreen = (note: Text): Screen => ({
  blocks: [text(note)],
  choices: [press(phrase('label.resendCode'), { to: 'resendCode' })],
  asks: { is: 'words' },
});

export const askNameScreen = (note: Text): Screen => ({ blocks: [text(note)], choices: [], asks: { is: 'words' } });

/** Where the account waits for its first own password. */
export const firstSignInScreen = (company: string, url: string): Screen => ({
  blocks: [text(phrase('signIn.welcome', { company })), text(phrase('signIn.first'))],
  choices: [link(phrase('label.signIn'), url), press(phrase('label.language'), { to: 'listLanguages' })],
});
