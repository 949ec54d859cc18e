import type { Chat } from '#core/chat/chat.ts';
import type { OwedMail } from '#core/chat/owed.ts';
import { type Phrase, phrase } from '#core/chat/text.ts';
import type { Clock } from '#core/clock.ts';
import { letterMail } from '#core/letter.ts';
import type { Kept } from '#core/store.ts';
import { readCode } from '#core/typed/read-code.ts';
import { readEmail } from '#core/typed/read-email.ts';
import type { Words } from '#core/words.ts';
import type { CodeState } from './accounts.ts';

/** SPEC 8: a code lives 10 minutes and bears 5 tries; to the same address a new one after 60 s, and after three a pause of 15 minutes. */
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
export const RESEND_SECONDS = 60;
export const SENDS_BEFORE_PAUSE = 3;
export const PAUSE_MINUTES = 15;

type Needs = Pick<Kept, 'codes' | 'owed'> & {
  readonly clock: Clock;
  readonly words: Words;
  readonly newCode: () => string;
};
export type CodeSent =
  | { readonly was: 'sent' }
  /** The one that this address got a moment ago counts, whatever it was asked for; another can be sent in so many seconds. */
  | { readonly was: 'tooSoon'; readonly seconds: number }
  | { readonly was: 'paused'; readonly minutes: number };

/**
 * Sends a fresh code by mail; the older one is dead from then on. Whether the address is known makes no difference.
 * `where`: where it has to be typed, which the mail says.
 */
export async function sendCode(
  { codes, owed, clock, words, newCode }: Needs,
  chat: Pick<Chat, 'id' | 'company' | 'language'>,
  email: string,
  where: 'chat' | 'page' = 'chat',
): Promise<CodeSent> {
  const now = clock.now();
  const before = await codes.of(chat.id);
  const pause = before?.pausedUntil ? before.pausedUntil.getTime() - now.getTime() : 0;
  if (pause > 0) return { was: 'paused', minutes: Math.ceil(pause / 60_000) };
  const sends = before && !before.pausedUntil ? before.sends : 0;
  // Whoever mistyped an address is not kept waiting for a code that they can't read.
  if (before && sends > 0 && isSame(before.email, email)) {
    const wait = before.sentAt.getTime() + RESEND_SECONDS * 1000 - now.getTime();
    if (wait > 0) return { was: 'tooSoon', seconds: Math.ceil(wait / 1000) };
  }
  if (before && sends >= SENDS_BEFORE_PAUSE) return pauseCodes({ codes, clock }, chat);
  const code = newCode();
  const state: CodeState = {
    email,
    sentAt: now,
    expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
    tries: 0,
    sends: sends + 1,
    pausedUntil: null,
  };
  await codes.keep(chat.id, code, state);
  const say = (text: Phrase) => words.say(text, chat.language);
  await owed.mail({ to: email, ...codeMail(say, chat, code, where) });
  return { was: 'sent' };
}

function codeMail(
  say: (text: Phrase) => string,
  { company: { name: company }, language }: Pick<Chat, 'company' | 'language'>,
  code: string,
  where: 'chat' | 'page',
): Omit<OwedMail, 'to'> {
  const typeIt = say(phrase(where === 'chat' ? 'signIn.mailChat' : 'signIn.mailPage'));
  return letterMail(say(phrase('signIn.mailSubject', { company, code })), {
    ...{ language, office: company, preheader: typeIt },
    lines: [
      { is: 'code', words: code },
      { is: 'line', words: typeIt },
      { is: 'small', words: say(phrase('signIn.mailNotYou')) },
    ],
  });
}

async function pauseCodes({ codes, clock }: Pick<Needs, 'codes' | 'clock'>, chat: Pick<Chat, 'id'>): Promise<CodeSent> {
  const until = new Date(clock.now().getTime() + PAUSE_MINUTES * 60_000);
  await codes.change(chat.id, { pausedUntil: until, expiresAt: clock.now() });
  return { was: 'paused', minutes: PAUSE_MINUTES };
}

export type CodeTried =
  | { readonly was: 'right' }
  | { readonly was: 'wrong' }
  | { readonly was: 'paused'; readonly minutes: number };

/** Tries six digits. What is wrong is not told: other digits, too late, or a code that has been replaced. */
export async function tryCode(
  { codes, clock }: Pick<Needs, 'codes' | 'clock'>,
  chat: Pick<Chat, 'id'>,
  email: string,
  digits: string,
): Promise<CodeTried> {
  const state = await codes.of(chat.id);
  const now = clock.now();
  const pause = state?.pausedUntil ? state.pausedUntil.getTime() - now.getTime() : 0;
  if (pause > 0) return { was: 'paused', minutes: Math.ceil(pause / 60_000) };
  // A code proves the address that it was sent to, and no other.
  if (!state || !isSame(state.email, email) || state.expiresAt <= now) return { was: 'wrong' };
  if (await codes.matches(chat.id, digits)) {
    await codes.drop(chat.id);
    return { was: 'right' };
  }
  if (state.tries + 1 >= CODE_TRIES) {
    const paused = await pauseCodes({ codes, clock }, chat);
    return paused.was === 'paused' ? paused : { was: 'wrong' };
  }
  await codes.change(chat.id, { tries: state.tries + 1 });
  return { was: 'wrong' };
}

/** Whether words answer the question for the code; another address typed in its place gets a code of its own. */
export const isCodeOrEmail = (words: string): boolean =>
  readCode(words) !== undefined || readEmail(words) !== undefined;

/** In any case, as contacts are found by an address. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
