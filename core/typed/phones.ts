import type { Language } from '#core/language.ts';

/** Knows how the numbers of every country are written and dialled. */
export interface Phones {
  /**
   * The one phone number in what somebody typed, as it is kept (E.164, `+442079460958`); undefined where there is none,
   * several, or one that can't be dialled. `near`: what tells the country of a number without its code.
   */
  read(words: string, near?: { readonly phone?: string | null; readonly timeZone?: string }): string | undefined;
  /** Those of our languages that people speak where a number (E.164) is from, the commonest first; none where it is not known. */
  languagesOf(number: string): readonly Language[];
}
