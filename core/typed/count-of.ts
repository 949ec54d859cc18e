import type { Language } from '#core/language.ts';

/** One to ten in words, folded, each with its other forms between bars. */
const COUNTS: Readonly<Record<Language, string>> = {
  en: 'one two three four five six seven eight nine ten',
  nl: 'een twee drie vier vijf zes zeven acht negen tien',
  de: 'eins|ein|einen|einem|einer zwei drei vier funf|fuenf sechs sieben acht neun zehn',
  fr: 'un|une deux trois quatre cinq six sept huit neuf dix',
  es: 'uno|una|un dos tres cuatro cinco seis siete ocho nueve diez',
  pt: 'um|uma dois|duas tres quatro cinco seis sete oito nove dez',
  it: 'uno|una|un due tre quattro cinque sei sette otto nove dieci',
  pl: 'jeden|jedna dwa|dwie trzy cztery piec szesc siedem osiem dziewiec dziesiec',
  sv: 'en|ett tva tre fyra fem sex sju atta nio tio',
  no: 'en|ett|ein|ei to tre fire fem seks sju|syv atte ni ti',
};

/** The number, 1 to 10, that a folded word is in this language or in English; undefined where it is none. */
export function countOf(word: string, language: Language): number | undefined {
  const known = [language, 'en' as const].map((each) =>
    COUNTS[each].split(' ').findIndex((forms) => forms.split('|').includes(word)),
  );
  const found = known.find((index) => index >= 0);
  return found === undefined ? undefined : found + 1;
}
