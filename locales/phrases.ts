// Written from en.json by `npm run phrases`.

/** Every phrase, and the kind of value that each of its holes takes. */
export type Holes = {
  'label.home': Record<never, never>;
};
export type PhraseKey = keyof Holes;
