import { readCatalogue } from '#adapters/phrases/catalogues.ts';
import { phrase } from '#core/chat/text.ts';
import type { Language } from '#core/language.ts';
import { LANGUAGES, LOCALES } from '#core/language.ts';
import type { PhraseKey } from '#locales/phrases.ts';
import { words } from './a-desk.ts';

/** English words of ours on a screen in another language: those of the English catalogue that the reader's lacks. */
export function englishLeftOn(seen: string, language: Language): readonly string[] {
  if (language === 'en') return [];
  const own = vocabularyOf(language);
  const english = vocabularyOf('en');
  return [...new Set(wordsIn(seen))].filter((word) => english.has(word) && !own.has(word));
}

const known = new Map<Language, ReadonlySet<string>>();

function vocabularyOf(language: Language): ReadonlySet<string> {
  const found = known.get(language);
  if (found) return found;
  const at = phrase('viewing.at', { at: { moment: '2026-11-26T09:30:00Z', zone: 'Europe/Madrid' } });
  const day = phrase('request.wish', { day: { day: '2026-12-28', part: 'afternoon' } });
  const all = [
    ...[...readCatalogue(language)].filter(([key]) => key !== OF_SEVERAL).map(([, words]) => words),
    words.say(at, language),
    words.say(day, language),
    ...OWN_NAMES,
    ...DATA,
  ];
  const vocabulary = new Set(wordsIn(all.map((each) => each.replace(/\{\{[^}]*\}\}/g, ' ')).join('\n')));
  known.set(language, vocabulary);
  return vocabulary;
}

/** In the menu, for whoever reads none of the screens: it says the same in English too. */
const OF_SEVERAL: PhraseKey = 'command.language';
/** What stands on screens in Latin letters without being said by a catalogue. */
const DATA = ['eleni@example.gr', 'START'];
const OWN_NAMES = LANGUAGES.map(
  (language) => new Intl.DisplayNames([LOCALES[language]], { type: 'language' }).of(language) ?? '',
);

/** An address and a command are the same in every language. */
const wordsIn = (text: string): readonly string[] =>
  (
    text
      .replace(/https?:\/\/\S+/g, ' ')
      .replace(/(?<!\S)\/[a-z]+/g, ' ')
      .toLowerCase()
      .match(/\p{Script=Latin}{3,}/gu) ?? []
  ).map((word) => word.normalize('NFC'));
