import { LANGUAGES, type Language } from '#core/language.ts';
import { fold } from './fold.ts';

/** How a language says the week after this one, folded; alternatives stand between bars. "Coming week" is none: some mean this one. */
const NAMES: Readonly<Record<Language, string>> = {
  en: 'of next week|in next week|next week',
  nl: 'in de volgende week|van volgende week|volgende week',
  de: 'in der nachsten woche|der nachsten woche|in der naechsten woche|nachste woche|naechste woche|nachster woche',
  fr: 'de la semaine prochaine|la semaine prochaine|semaine prochaine',
  es: 'de la semana que viene|la semana que viene|de la proxima semana|la proxima semana|de la semana proxima|la semana proxima|proxima semana',
  pt: 'da semana que vem|na semana que vem|semana que vem|da proxima semana|na proxima semana|proxima semana',
  it: 'della settimana prossima|la settimana prossima|settimana prossima|della prossima settimana|la prossima settimana|prossima settimana',
  pl: 'w przyszlym tygodniu|przyszlego tygodnia|w nastepnym tygodniu|nastepnego tygodnia',
  sv: 'i nasta vecka|nasta vecka',
  no: 'i neste uke|neste uke|i neste veke|neste veke',
};

const PATTERNS = new Map(LANGUAGES.map((language) => [language, new RegExp(` (?:${NAMES[language]}) `, 'u')] as const));

/** Words, folded, without "next week", in this language or in English; undefined where nothing of it is said. */
export function withoutNextWeek(raw: string, language: Language): string | undefined {
  const words = ` ${fold(raw)} `;
  for (const pattern of [PATTERNS.get(language), PATTERNS.get('en')]) {
    if (pattern?.test(words)) return words.replace(pattern, ' ').trim();
  }
  return undefined;
}
