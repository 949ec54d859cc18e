import { readFileSync } from 'node:fs';
import { LANGUAGES, type Language, LOCALES } from '#core/language.ts';

/** Prints what each catalogue in locales/ lacks or has too much of, compared with en.json; fails where there is any. */
type Tree = { readonly [key: string]: string | Tree };
type Gap = { readonly language: Language; readonly missing: readonly string[]; readonly unknown: readonly string[] };

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** A catalogue as key → words, plural endings included. */
export function readCatalogue(language: Language): ReadonlyMap<string, string> {
  const file = new URL(import.meta.resolve(`#locales/${language}.json`));
  return new Map(flatten(JSON.parse(readFileSync(file, 'utf8'))));
}

/** The plural endings that a language needs; */
function pluralsOf(language: Language): readonly string[] {
  return new Intl.PluralRules(LOCALES[language]).resolvedOptions().pluralCategories;
}

export const baseOf = (key: string) => key.replace(PLURAL, '');

/** All keys that a language should have: those of English, with its own plural endings. */
export function expectedKeys(language: Language): ReadonlySet<string> {
  const keys = [...readCatalogue('en').keys()].flatMap((key) =>
    PLURAL.test(key) ? pluralsOf(language).map((plural) => `${baseOf(key)}_${plural}`) : [key],
  );
  return new Set(keys);
}

export function gaps(): readonly Gap[] {
  return LANGUAGES.map((language) => {
    const expected = expectedKeys(language);
    const keys = new Set(readCatalogue(language).keys());
    return {
      language,
      missing: [...expected].filter((key) => !keys.has(key)),
      unknown: [...keys].filter((key) => !expected.has(key)),
    };
  }).filter(({ missing, unknown }) => missing.length + unknown.length > 0);
}

function flatten(tree: Tree, path = ''): [key: string, words: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

if (import.meta.main) {
  for (const { language, missing, unknown } of gaps()) {
    console.log(`${language}: missing ${missing.join(', ') || 'nothing'}; unknown ${unknown.join(', ') || 'nothing'}`);
    process.exitCode = 1;
  }
}
