import type { Heard, Pace } from '#core/chat/pace.ts';
import type { Did } from '#core/chat/turn.ts';

/** Answers to words in a minute: one in three seconds is more than anybody reads, and slower than any machine. */
export const ANSWERS_A_MINUTE = 20;
/** The same words in a row that are answered, where no more than the silence lies between them. */
export const SAME_WORDS = 5;
/** The same number or label in a row: who pages through a long list without buttons types one too. */
export const SAME_PRESSES = 30;
/** How long nothing is answered but presses, after the one notice. */
export const SILENCE_MINUTES = 10;

const MINUTE = 60_000;

type Braked = { readonly is: 'answered' | 'noticed' | 'silent'; readonly pace: Pace };

/**
 * Whether what was heard is still answered: a machine that answers each of our answers would have us talk to it without
 * end, and every message may cost money or the number. `now` in milliseconds since 1970.
 */
export function brake(pace: Pace | undefined, now: number, { like, isPress }: Heard): Braked {
  const silentUntil = pace?.silentUntil ?? 0;
  // What presses something is answered meanwhile, unless it is what the machine says.
  if (pace && now < silentUntil) return { is: isPress && like !== pace.like ? 'answered' : 'silent', pace };
  const last = pace && pace.silentUntil === undefined ? pace : undefined;
  const isNew = !last || now - last.since >= MINUTE;
  const answers = (isNew ? 0 : last.answers) + (isPress ? 0 : 1);
  const isLike = last?.like === like && now - last.at < SILENCE_MINUTES * MINUTE;
  const times = (isLike ? last.times : 0) + 1;
  const next: Pace = { since: isNew ? now : last.since, answers, like, times, at: now };
  const isTooMuch = answers > ANSWERS_A_MINUTE || times > (isPress ? SAME_PRESSES : SAME_WORDS);
  return isTooMuch
    ? { is: 'noticed', pace: { ...next, silentUntil: now + SILENCE_MINUTES * MINUTE } }
    : { is: 'answered', pace: next };
}

/** What of a turn a machine could have said; undefined where a hand was needed: a button, a command, a file. */
export function heardIn(did: Did, isPress: boolean): Heard | undefined {
  switch (did.is) {
    case 'wrote':
      return { like: likenessOf(did.words), isPress };
    case 'wroteSecret':
      return { like: likenessOf(did.is), isPress: false };
    case 'came':
      return { like: likenessOf(`${did.is} ${did.code ?? ''}`), isPress: false };
    case 'sent':
      return did.file ? undefined : { like: likenessOf(`${did.is} ${did.what}`), isPress: false };
    default:
      return undefined;
  }
}

/** Few enough values that nothing which was typed, a code least of all, can be found again from one. */
const LIKENESSES = 2 ** 12;

function likenessOf(words: string): number {
  let likeness = 0;
  for (const sign of words.trim().toLowerCase()) likeness = (likeness * 31 + (sign.codePointAt(0) ?? 0)) % 2 ** 31;
  return likeness % LIKENESSES;
}
