import type { ClientDesk } from '#core/chat/reply.ts';
import { LANGUAGES } from '#core/language.ts';
import { readNumber } from '#core/typed/read-number.ts';
import { folded } from '#core/typed/without-manners.ts';
import { reasonName } from './property-words.ts';

/** What parts a list that somebody types. */
const BETWEEN = /([,;\n/+&]+)/u;
const AROUND = /^[\s,;/+&]+|[\s,;/+&]+$/gu;

/**
 * Reasons out of typed words: by their names in any of our languages, by the numbers that they are shown under, the rest
 * in the client's own words, just as they were written. Never throws.
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
  const own = [''];
  for (const [index, piece] of typed.split(BETWEEN).entries()) {
    const number = readNumber(piece);
    const reason = names.get(folded(piece)) ?? (number === undefined ? undefined : numbers.get(number));
    if (reason && index % 2 === 0) {
      reasons.push(reason);
      own.push('');
    } else own[own.length - 1] += piece;
  }
  if (reasons.length === 0) return { reasons, words: typed.trim() };
  const said = own.map((each) => each.replace(AROUND, '')).filter(Boolean);
  return { reasons, words: said.join(', ') };
}
