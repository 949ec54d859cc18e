import type { Language } from '#core/language.ts';
import type { SavedAnswer } from './saved-answers.ts';

/** What may stand in braces in a saved answer, and is filled in where it is inserted. */
const HOLES = ['first_name', 'home', 'date', 'agent'] as const;
type Hole = (typeof HOLES)[number];
const HOLE = new RegExp(`\\{(${HOLES.join('|')})\\}`, 'g');

/** What is known where an answer is inserted. */
export type Known = Readonly<Partial<Record<Hole, string | null | undefined>>>;

/** As the client reads it; undefined where it has no text at all. What is not known stays in its braces. */
export function fillAnswer(
  { texts }: Pick<SavedAnswer, 'texts'>,
  known: Known,
  languages: readonly Language[],
): string | undefined {
  const [first] = Object.values(texts);
  const text = languages.map((language) => texts[language]).find((each) => each !== undefined) ?? first;
  return text?.replace(HOLE, (whole, hole: Hole) => known[hole] || whole);
}

/** The holes that nothing is known for: such words are not to be sent. */
export const unfilledIn = (text: string): readonly string[] => [...new Set(text.match(HOLE) ?? [])];

/** Without accents and case, with a space before each word. */
const plain = (words: string): string =>
  ` ${
    words
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  }`;

/** Whether a word that it is for begins a word of what the client wrote. */
export function fits({ forWords }: Pick<SavedAnswer, 'forWords'>, words: string): boolean {
  const written = plain(words);
  return forWords.map(plain).some((each) => each.length > 1 && written.includes(each));
}
