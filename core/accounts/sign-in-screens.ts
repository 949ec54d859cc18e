import type { Screen } from '#core/chat/screen.ts';
import { press, secretLink, text, title } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { phrase, verbatim } from '#core/chat/text.ts';
import type { CodeSent } from './email-code.ts';

/** Whoever can't read the question can still find their language. */
const languages = press(phrase('label.doorLanguage'), { to: 'listLanguages' });

export const askEmailScreen = (...notes: readonly Text[]): Screen => ({
  blocks: notes.map(text),
  choices: [languages],
  asks: { is: 'words' },
});

/** Who came by a link: whose place it is, what for, and the first question. */
export const doorScreen = (company: string): Screen => {
  const asked = askEmailScreen(phrase('signIn.welcome'), phrase('signIn.askEmail'));
  return { ...asked, blocks: [title(verbatim(company)), ...asked.blocks] };
};

export const askCodeScreen = (note: Text): Screen => ({
  blocks: [text(note)],
  choices: [press(phrase('label.resendCode'), { to: 'resendCode' }), languages],
  asks: { is: 'words' },
});

export const askNameScreen = (note: Text): Screen => ({ blocks: [text(note)], choices: [], asks: { is: 'words' } });

/** Where the account waits for its first own password. */
export const firstSignInScreen = (company: string, url: string): Screen => ({
  blocks: [title(verbatim(company)), text(phrase('signIn.first'))],
  choices: [secretLink(phrase('label.signIn'), url), languages],
});

/** Why no code was sent just now, and when one can be. */
export const waitNote = (sent: Exclude<CodeSent, { was: 'sent' }>): Text =>
  sent.was === 'tooSoon'
    ? phrase('signIn.waitToResend', { count: sent.seconds })
    : phrase('signIn.paused', { count: sent.minutes });
