import { looksLikePassword } from './looks-like-password.ts';
import type { Did } from './turn.ts';

type Secret = Extract<Did, { is: 'wroteSecret' }>;
type IsInvite = (word: string) => boolean;

/** What is stored in the place of a password, so that an event that is taken again is answered like the first time. */
export const LEFT_OUT = '[left out: looked like a password]';

/** Whether words may not be kept: they look like a password, or stand where one was. */
export const isSecret = (words: string, isInvite?: IsInvite): boolean =>
  words === LEFT_OUT || looksLikePassword(words, isInvite);

/** What somebody typed as a deed where it may not be kept, else undefined. `message`: the platform's id of it. */
export function secretIn(message: string, words: string, isInvite?: IsInvite): Secret | undefined {
  if (!isSecret(words, isInvite)) return undefined;
  return words === LEFT_OUT ? secret(message) : { ...secret(message), words: () => words };
}

/** The same without its words: below a picture or put in later they are no answer to a dialogue. */
export const secret = (message: string): Secret => ({ is: 'wroteSecret', message });
