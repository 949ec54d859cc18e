/** The ten languages of the product; SPEC rule 6. */
export const LANGUAGES = ['en', 'nl', 'de', 'fr', 'es', 'pt', 'it', 'pl', 'sv', 'no'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The locale whose habits a language follows: `pt` alone would be Brazil, `no` is Bokmål (rule 7). */
export const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  nl: 'nl',
  de: 'de',
  fr: 'fr',
  es: 'es',
  pt: 'pt-PT',
  it: 'it',
  pl: 'pl',
  sv: 'sv',
  no: 'nb',
};

/** The language for a contact's or platform's tag (`pt-BR`, `nb`, `EN`), English where we have none. */
export function languageFor(tag: string | null | undefined): Language {
  return knownLanguage(tag) ?? 'en';
}

/** The same, but undefined where we don't speak it, so that a further guess can follow. */
export function knownLanguage(tag: string | null | undefined): Language | undefined {
  const base = (tag ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const code = base === 'nb' || base === 'nn' ? 'no' : base;
  return LANGUAGES.find((language) => language === code);
}

const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  it: 'Italiano',
  pl: 'Polski',
  sv: 'Svenska',
  no: 'Norsk',
};

/** A language in its own name. */
export const ownNameOf = (language: Language): string => OWN_NAMES[language];
