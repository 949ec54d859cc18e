import { createInstance } from 'i18next';
import { type Phrase, type Text, type Value, wordsFor } from '#core/chat/text.ts';
import { LANGUAGES, type Language, LOCALES } from '#core/language.ts';
import type { Words } from '#core/words.ts';
import de from '#locales/de.json' with { type: 'json' };
import en from '#locales/en.json' with { type: 'json' };
import es from '#locales/es.json' with { type: 'json' };
import fr from '#locales/fr.json' with { type: 'json' };
import it from '#locales/it.json' with { type: 'json' };
import nl from '#locales/nl.json' with { type: 'json' };
import no from '#locales/no.json' with { type: 'json' };
import pl from '#locales/pl.json' with { type: 'json' };
import pt from '#locales/pt.json' with { type: 'json' };
import sv from '#locales/sv.json' with { type: 'json' };
import { sayValue } from './say-value.ts';

/** A language's catalogue: phrases by key, in as many levels as it likes. */
type Catalogue = { readonly [key: string]: string | Catalogue };
type Catalogues = Readonly<Record<Language, Catalogue>>;

const CATALOGUES: Catalogues = { en, nl, de, fr, es, pt, it, pl, sv, no };
const HOLE = /\{\{\s*(\w+)[^}]*\}\}/g;

/** Finds phrases with i18next (language, plural, English where a translation is missing) and fills their holes. */
export function createWords(catalogues: Catalogues = CATALOGUES): Words {
  const phrases = createInstance();
  void phrases.init({
    // By locale, since zero is plural in Portugal and singular in Brazil.
    resources: Object.fromEntries(LANGUAGES.map((each) => [LOCALES[each], { translation: catalogues[each] }])),
    fallbackLng: LOCALES.en,
    load: 'currentOnly',
    keySeparator: '.',
    nsSeparator: false,
    initAsync: false,
  });

  function say(text: Text, language: Language): string {
    if ('verbatim' in text) return text.verbatim;
    if ('translated' in text) return wordsFor(text, language);
    if ('join' in text) {
      const parts = text.join.map((part) => say(part, language));
      return parts.filter((part) => part !== '').join(text.by);
    }
    return sayPhrase(text, language);
  }

  function sayPhrase({ say: key, with: values = {} }: Phrase, language: Language): string {
    // Holes are filled below in one pass, so that a person's "{{name}}" or "$t(…)" stays what was typed.
    const options = { lng: LOCALES[language], skipInterpolation: true, ...countOf(values) };
    if (!phrases.exists(key, options)) throw new Error(`No catalogue has words for ${key}`);
    const template = phrases.t(key, options);
    return template.replace(HOLE, (whole: string, hole: string, at: number) => {
      const said = sayHole(values[hole], language);
      // Weekdays are small in most languages, but not where they begin a sentence.
      return at === 0 && whole !== template && isTime(values[hole]) ? capitalised(said, language) : said;
    });
  }

  function sayHole(value: Value | undefined, language: Language): string {
    if (value === undefined) return '';
    return isText(value) ? say(value, language) : sayValue(value, language);
  }

  return { say };
}

const isTime = (value: Value | undefined): boolean =>
  typeof value === 'object' && ('day' in value || 'moment' in value);
const capitalised = (words: string, language: Language): string =>
  words.charAt(0).toLocaleUpperCase(LOCALES[language]) + words.slice(1);
const countOf = ({ count }: Readonly<Record<string, Value>>) => (typeof count === 'number' ? { count } : {});
const isText = (value: Value): value is Text =>
  typeof value === 'object' && ('say' in value || 'verbatim' in value || 'translated' in value || 'join' in value);
