import type { ClientDesk } from '#core/chat/reply.ts';
import { LANGUAGES } from '#core/language.ts';
import { readNumber } from '#core/typed/read-number.ts';
import { folded } from '#core/typed/without-manners.ts';
import { reasonName } from './property-words.ts';

/** What parts a list that somebody types. */
const BETWEEN = /[,;\n/+&]+/u;

/**
 * Reasons out of typed words: by their names in any of our languages, by the numbers that they are shown under, the rest
 * in the client's own words. Never throws.
 */
export function readReasons(
  { chat, words }: Pick<ClientDesk, 'chat' | 'words'>,
  typed: string,
): { readonly reasons: readonly string[]; readonly words: string } {
  const known = chat.company.rejectReasons.filter((reason) => reason !== 'other');
  const names = new Map(
    known.flatMap((reason) =>
      LANGUAGES.map((language) => [folded(words.say(reasonName(reason), language)), reason] as const),
    ),
  );
  const numbers = new Map(
    chat.shown.answer.flatMap(({ number, intent }) =>
      intent.to === 'toggleReason' ? [[number, intent.reason] as const] : [],
    ),
  );
  const reasons: string[] = [];
  const own: string[] = [];
  for (const piece of typed.split(BETWEEN)) {
    const number = readNumber(piece);
    const reason = names.get(folded(piece)) ?? (number === undefined ? undefined : numbers.get(number));
    if (reason) reasons.push(reason);
    else if (piece.trim()) own.push(piece.trim());
  }
  return { reasons, words: own.join(', ') };
}
