import type { Say } from '#adapters/console/say.ts';

/** The reasons that every office begins with (SPEC 11); an office's own are shown as it wrote them. */
const REASONS = ['location', 'condition', 'size', 'layout', 'model', 'price', 'other'] as const;
type Reason = (typeof REASONS)[number];
const isReason = (word: string): word is Reason => REASONS.some((each) => each === word);
/** Between reasons and before a person's own words, as lines of a rejection have them. */
const COMMA = ', ';

const reasonWords = (say: Say, reason: string): string => (isReason(reason) ? say(`reason.${reason}`) : reason);

/** Reasons in the reader's words. */
export const reasonsOf = (say: Say, reasons: readonly string[]): string =>
  reasons.map((each) => reasonWords(say, each)).join(COMMA);

/** What a rejection's line says: the reasons that it begins with, and the client's own words after them. */
export function readReasons(say: Say, text: string): { readonly reasons: string; readonly words: string } {
  const pieces = text.split(COMMA);
  const end = pieces.findIndex((piece) => !isReason(piece));
  const count = end === -1 ? pieces.length : end;
  return { reasons: reasonsOf(say, pieces.slice(0, count)), words: pieces.slice(count).join(COMMA) };
}
