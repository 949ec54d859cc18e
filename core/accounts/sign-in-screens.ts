import type { Screen } from '#core/chat/screen.ts';
import { press, secretLink, text } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { phrase } from '#core/chat/text.ts';
import type { CodeSent } from './email-code.ts';

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
  choices: [secretLink(phrase('label.signIn'), url), press(phrase('label.language'), { to: 'listLanguages' })],
});

/** Why no code was sent just now, and when one can be. */
export const waitNote = (sent: Exclude<CodeSent, { was: 'sent' }>): Text =>
  sent.was === 'tooSoon'
    ? phrase('signIn.waitToResend', { count: sent.seconds })
    : phrase('signIn.paused', { count: sent.minutes });
