import { LANGUAGES, type Language } from '#core/language.ts';
import { aText, listOf, oneOf, type Reader, recordOf } from '#core/reader.ts';

/**
 * What a line of a mail is to the eye: `line` as it is, `small` beside the rest, `box` to be copied letter by letter,
 * `code` to be read at one glance, `button` the link that is wanted, `link` one of several.
 */
const KINDS = ['line', 'small', 'box', 'code', 'button', 'link'] as const;

/** A line of a mail, in the reader's language; only `button` and `link` have a `url`. */
export type LetterLine = {
  readonly is: (typeof KINDS)[number];
  readonly words: string;
  readonly url?: string;
  /** The same address in a form that can stand in plain text, where `url` is too long to be read. */
  readonly shortUrl?: string;
};

/** A mail with its shape. What it is rendered into says the same words in the same order as its plain text. */
export type Letter = {
  readonly language: Language;
  /** Who writes, as its head says. */
  readonly office: string;
  /** What mailboxes show beside the subject: the first sentence. */
  readonly preheader: string;
  readonly lines: readonly LetterLine[];
};

/** The letter as plain text, headed by who writes; each link stands on a line of its own after its name. */
const plainLetter = ({ office, lines }: Letter): string =>
  [office, ...lines.map(({ words, url, shortUrl }) => (url === undefined ? words : `${words}\n${shortUrl ?? url}`))]
    .join('\n\n')
    .concat('\n');

/** A letter as it is owed: under its subject, with its plain text. */
export const letterMail = (subject: string, letter: Letter) => ({ subject, text: plainLetter(letter), letter });

/** Reads a letter that another version may have stored. */
export const readLetter: Reader<Letter> = recordOf({
  language: oneOf(LANGUAGES),
  office: aText,
  preheader: aText,
  lines: listOf(recordOf({ is: oneOf(KINDS), words: aText }, { url: aText, shortUrl: aText })),
});
