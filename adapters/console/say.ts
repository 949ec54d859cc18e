import { createInstance } from 'i18next';
import { type Language, LOCALES } from '#core/language.ts';
import en from '#locales/console/en.json' with { type: 'json' };
import nl from '#locales/console/nl.json' with { type: 'json' };
import type { ConsoleHoles, ConsoleKey } from '#locales/console/phrases.ts';
import { type Hole, type Html, html } from './html.ts';

/** The languages that the console speaks; readers of others get English. */
export const CONSOLE_LANGUAGES = ['en', 'nl'] as const satisfies readonly Language[];
export type ConsoleLanguage = (typeof CONSOLE_LANGUAGES)[number];
export const LANGUAGE_NAMES: Readonly<Record<ConsoleLanguage, string>> = { en: 'English', nl: 'Nederlands' };

type ValueOf = { words: string; number: number };
type Values<Key extends ConsoleKey, Words> = {
  readonly [Hole in keyof ConsoleHoles[Key]]: ConsoleHoles[Key][Hole] extends 'number' ? number : Words;
};
type Rest<Key extends ConsoleKey, Words> = keyof ConsoleHoles[Key] extends never ? [] : [Values<Key, Words>];

/** Says what the console says, in one reader's language; the compiler checks key and values against en.json. */
export type Say = {
  <Key extends ConsoleKey>(key: Key, ...values: Rest<Key, ValueOf['words']>): string;
  /** The same with markup in its holes: a name in bold. */
  readonly rich: <Key extends ConsoleKey>(key: Key, ...values: Rest<Key, Hole>) => Html;
  readonly language: ConsoleLanguage;
};

const HOLE = /\{\{\s*(\w+)[^}]*\}\}/g;
const phrases = createInstance();
void phrases.init({
  resources: { [LOCALES.en]: { translation: en }, [LOCALES.nl]: { translation: nl } },
  fallbackLng: LOCALES.en,
  load: 'currentOnly',
  keySeparator: '.',
  nsSeparator: false,
  initAsync: false,
});

/** Phrases without a number, looked up once: a board says thousands. */
const TEMPLATES: Readonly<Record<ConsoleLanguage, Map<string, string>>> = { en: new Map(), nl: new Map() };

/** What a reader of this language gets. */
export const consoleLanguage = (language: Language): ConsoleLanguage =>
  CONSOLE_LANGUAGES.find((each) => each === language) ?? 'en';

export function createSay(language: ConsoleLanguage): Say {
  const numbers = new Intl.NumberFormat(LOCALES[language]);
  const found = (key: string, count?: number) =>
    phrases.t(key, { lng: LOCALES[language], skipInterpolation: true, ...(count === undefined ? {} : { count }) });
  const known = TEMPLATES[language];
  const templateOf = (key: string, values: Readonly<Record<string, unknown>>): string => {
    if (typeof values.count === 'number') return found(key, values.count);
    const template = known.get(key) ?? found(key);
    known.set(key, template);
    return template;
  };
  const said = (value: unknown) => (typeof value === 'number' ? numbers.format(value) : String(value ?? ''));
  const say = (key: ConsoleKey, values: Readonly<Record<string, unknown>> = {}): string =>
    templateOf(key, values).replace(HOLE, (_, hole: string) => said(values[hole]));
  const rich = (key: ConsoleKey, values: Readonly<Record<string, Hole>> = {}): Html => {
    const pieces: Hole[] = templateOf(key, values).split(HOLE);
    // Every second piece is the name of a hole.
    return html`${pieces.map((piece, at) => (at % 2 === 0 ? piece : holeOf(values[String(piece)])))}`;
  };
  const holeOf = (value: Hole): Hole => (typeof value === 'number' ? numbers.format(value) : value);
  return Object.assign(say as Say, { rich: rich as Say['rich'], language });
}
