import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, LOCALES } from '#core/language.ts';
import { readDates } from './read-dates.ts';

/** A Monday. */
const TODAY = '2026-11-23';
const THURSDAY = '2026-11-26';

const EVERYWHERE: readonly [string, ...string[]][] = [
  ['2026-11-26', THURSDAY],
  ['2026/11/26', THURSDAY],
  ['26/11/2026', THURSDAY],
  ['26.11.2026', THURSDAY],
  ['26-11-2026', THURSDAY],
  ['26/11/26', THURSDAY],
  ['26/11', THURSDAY],
  ['26.11.', THURSDAY],
  [' 26 / 11 / 2026 ', THURSDAY],
  ['5/12', '2026-12-05'],
  ['05.12.2026', '2026-12-05'],
  ['22/11', '2027-11-22'],
  ['23/11', TODAY],
  ['29/2', '2028-02-29'],
  ['２６／１１／２０２６', THURSDAY],
  ['٢٦/١١/٢٠٢٦', THURSDAY],
  ['२६.११.२०२६', THURSDAY],
  ['2026-11-26, 2026-11-27', THURSDAY, '2026-11-27'],
  ['26/11; 27/11\n28/11', THURSDAY, '2026-11-27', '2026-11-28'],
  ['- 26/11\n- 27/11', THURSDAY, '2026-11-27'],
  ['26 November 2026', THURSDAY],
  ['26 november', THURSDAY],
  ['26 nov', THURSDAY],
  ['26 Nov. 2026', THURSDAY],
  ['26th November', THURSDAY],
  ['the 26th of November', THURSDAY],
  ['November 26', THURSDAY],
  ['November 26, 2026', THURSDAY],
  ['November 26, 2026, November 27, 2026', THURSDAY, '2026-11-27'],
  ['Thursday', THURSDAY],
  ['THURSDAY', THURSDAY],
  ['Monday', '2026-11-30'],
  ['next friday', '2026-11-27'],
  ['this Friday', '2026-11-27'],
  ['Thursday 26 November', THURSDAY],
  ['Thursday, 26 November', THURSDAY],
  ['Thursday, 26 November 2026', THURSDAY],
  ['Thursday 26', THURSDAY],
  ['Thursday 26/11', THURSDAY],
  ['Thursday, 27/11', THURSDAY, '2026-11-27'],
  ['Thursday and 26 November', THURSDAY, THURSDAY],
  ['today', TODAY],
  ['tomorrow', '2026-11-24'],
  ['the day after tomorrow', '2026-11-25'],
  ['26 and 27 November', THURSDAY, '2026-11-27'],
  ['26, 27 and 28 November 2027', '2027-11-26', '2027-11-27', '2027-11-28'],
  ['11/26/2026', THURSDAY],
  ['11/26', THURSDAY],
  ['26-28 November', THURSDAY, '2026-11-27', '2026-11-28'],
  ['26–28/11', THURSDAY, '2026-11-27', '2026-11-28'],
  ['from 26 to 27 November', THURSDAY, '2026-11-27'],
  ['between 26 and 28 November', THURSDAY, '2026-11-27', '2026-11-28'],
  ['26 Nov - 27 Nov', THURSDAY, '2026-11-27'],
  ['Thu-Sat', THURSDAY, '2026-11-27', '2026-11-28'],
  ['Thursday to Friday, 1 December', THURSDAY, '2026-11-27', '2026-12-01'],
  ['30 November to 1 December', '2026-11-30', '2026-12-01'],
  ['tomorrow through Thursday', '2026-11-24', '2026-11-25', THURSDAY],
  ['Tuesday next week', '2026-12-01'],
  ['next week Sunday', '2026-12-06'],
  ['tomorrow, Thursday or 1 December', '2026-11-24', THURSDAY, '2026-12-01'],
];

const UNREADABLE: readonly [string, string][] = [
  ['', ''],
  ['soon', 'soon'],
  ['31/02', '31/02'],
  ['31 February 2027', '31 February 2027'],
  ['29/2/2027', '29/2/2027'],
  ['13/26/2026', '13/26/2026'],
  ['11-26-2026', '11-26-2026'],
  ['00/11/2026', '00/11/2026'],
  ['26', '26'],
  ['November', 'November'],
  ['November 2026', 'November 2026'],
  ['2026', '2026'],
  ['2026-11', '2026-11'],
  ['26/11 at 25:30', '26/11 at 25:30'],
  ['1 to 20 December', '20 December'],
  ['after 26/11 at 10:30', 'after 26/11 at 10:30'],
  ['26-28', '26-28'],
  ['28-26 November', '26 November'],
  ['26/11/2026/3', '26/11/2026/3'],
  ['next week', 'next week'],
  ['next 26 November', 'next 26 November'],
  ['Friday 26 November', 'Friday 26 November'],
  ['Friday 26/11', 'Friday 26/11'],
  ['Friday 26', 'Friday 26'],
  ['26 November Dezembruary', '26 November Dezembruary'],
  ['26/11, whenever you like', 'whenever you like'],
  ['26/11, 31/02, 27/11', '31/02'],
];

const OWN: Readonly<Record<Language, readonly [string, ...string[]][]>> = {
  en: [
    ['1st December', '2026-12-01'],
    ['first of December', '2026-12-01'],
    ['Sat 28 Nov and Sun 29 Nov', '2026-11-28', '2026-11-29'],
    ['tues, weds, thurs', '2026-11-24', '2026-11-25', THURSDAY],
    ['7 sep', '2027-09-07'],
    ['7 sept', '2027-09-07'],
    ['on Friday', '2026-11-27'],
  ],
  nl: [
    ['vandaag', TODAY],
    ['morgen en overmorgen', '2026-11-24', '2026-11-25'],
    ['donderdag 26 november', THURSDAY],
    ['op donderdag 26 november 2026', THURSDAY],
    ['do 26 nov', THURSDAY],
    ['do 26-11', THURSDAY],
    ['26e november', THURSDAY],
    ['volgende vrijdag', '2026-11-27'],
    ['vrijdag a.s.', '2026-11-27'],
    ['vrijdag of zaterdag', '2026-11-27', '2026-11-28'],
    ['26 of 27 november', THURSDAY, '2026-11-27'],
    ['5 mrt', '2027-03-05'],
    ['5 maart', '2027-03-05'],
  ],
  de: [
    ['heute', TODAY],
    ['morgen', '2026-11-24'],
    ['übermorgen', '2026-11-25'],
    ['uebermorgen', '2026-11-25'],
    ['26. November', THURSDAY],
    ['26.November', THURSDAY],
    ['Donnerstag, den 26. November 2026', THURSDAY],
    ['am Donnerstag, dem 26.11.', THURSDAY],
    ['Do, 26.11.', THURSDAY],
    ['nächsten Freitag', '2026-11-27'],
    ['Freitag oder Samstag', '2026-11-27', '2026-11-28'],
    ['Sonnabend', '2026-11-28'],
    ['5. März und 6. Maerz', '2027-03-05', '2027-03-06'],
    ['26. und 27. November', THURSDAY, '2026-11-27'],
  ],
  fr: [
    ["aujourd'hui", TODAY],
    ['aujourd’hui', TODAY],
    ['demain', '2026-11-24'],
    ['après-demain', '2026-11-25'],
    ['apres demain', '2026-11-25'],
    ['le jeudi 26 novembre', THURSDAY],
    ['jeu. 26 nov.', THURSDAY],
    ['1er décembre', '2026-12-01'],
    ['le premier décembre', '2026-12-01'],
    ['mardi 1er decembre', '2026-12-01'],
    ['vendredi prochain', '2026-11-27'],
    ['vendredi ou samedi', '2026-11-27', '2026-11-28'],
    ['le 26 et le 27 novembre', THURSDAY, '2026-11-27'],
    ['mar. 24 nov.', '2026-11-24'],
    ['12 août', '2027-08-12'],
    ['3 févr.', '2027-02-03'],
  ],
  es: [
    ['hoy', TODAY],
    ['mañana', '2026-11-24'],
    ['manana y pasado mañana', '2026-11-24', '2026-11-25'],
    ['jueves, 26 de noviembre de 2026', THURSDAY],
    ['el jueves 26 de noviembre', THURSDAY],
    ['sabado', '2026-11-28'],
    ['sábado y domingo', '2026-11-28', '2026-11-29'],
    ['1º de diciembre', '2026-12-01'],
    ['primero de diciembre', '2026-12-01'],
    ['el próximo viernes', '2026-11-27'],
    ['el viernes que viene', '2026-11-27'],
    ['26 y 27 de noviembre', THURSDAY, '2026-11-27'],
    ['martes o jueves', '2026-11-24', THURSDAY],
    ['mar', '2026-11-24'],
    ['3 mar', '2027-03-03'],
    ['mar 24 nov', '2026-11-24'],
  ],
  pt: [
    ['hoje', TODAY],
    ['amanhã', '2026-11-24'],
    ['depois de amanha', '2026-11-25'],
    ['quinta-feira, 26 de novembro de 2026', THURSDAY],
    ['quinta-feira', THURSDAY],
    ['na quinta', THURSDAY],
    ['sexta feira', '2026-11-27'],
    ['próxima sexta-feira', '2026-11-27'],
    ['sexta que vem', '2026-11-27'],
    ['terça e quinta', '2026-11-24', THURSDAY],
    ['dia 26 de novembro', THURSDAY],
    ['1º de dezembro', '2026-12-01'],
    ['26 e 27 de novembro', THURSDAY, '2026-11-27'],
    ['3 mar.', '2027-03-03'],
    ['3 março', '2027-03-03'],
  ],
  it: [
    ['oggi', TODAY],
    ['domani', '2026-11-24'],
    ['dopodomani', '2026-11-25'],
    ['giovedì 26 novembre', THURSDAY],
    ['giovedi', THURSDAY],
    ['gio 26 nov', THURSDAY],
    ["l'8 dicembre", '2026-12-08'],
    ['1° dicembre', '2026-12-01'],
    ['il primo dicembre', '2026-12-01'],
    ['venerdì prossimo', '2026-11-27'],
    ['venerdì o sabato', '2026-11-27', '2026-11-28'],
    ['26 e 27 novembre', THURSDAY, '2026-11-27'],
    ['mar', '2026-11-24'],
  ],
  pl: [
    ['dziś', TODAY],
    ['dzisiaj', TODAY],
    ['jutro', '2026-11-24'],
    ['pojutrze', '2026-11-25'],
    ['26 listopada', THURSDAY],
    ['26 listopad', THURSDAY],
    ['26 listopada 2026 r.', THURSDAY],
    ['czwartek, 26 listopada 2026', THURSDAY],
    ['w czwartek', THURSDAY],
    ['w środę', '2026-11-25'],
    ['w sobotę i niedzielę', '2026-11-28', '2026-11-29'],
    ['czw. 26 lis', THURSDAY],
    ['poniedzialek', '2026-11-30'],
    ['5 pazdziernika', '2027-10-05'],
    ['najbliższy piątek', '2026-11-27'],
    ['w przyszłą sobotę', '2026-11-28'],
    ['26 i 27 listopada', THURSDAY, '2026-11-27'],
    ['piątek lub sobota', '2026-11-27', '2026-11-28'],
  ],
  sv: [
    ['idag', TODAY],
    ['i morgon', '2026-11-24'],
    ['i övermorgon', '2026-11-25'],
    ['torsdag 26 november', THURSDAY],
    ['torsdag den 26 november', THURSDAY],
    ['tors 26 nov', THURSDAY],
    ['den 26:e november', THURSDAY],
    ['på fredag', '2026-11-27'],
    ['nästa fredag', '2026-11-27'],
    ['lordag', '2026-11-28'],
    ['fredag eller lördag', '2026-11-27', '2026-11-28'],
    ['26 och 27 november', THURSDAY, '2026-11-27'],
  ],
  no: [
    ['i dag', TODAY],
    ['i morgen', '2026-11-24'],
    ['overmorgen', '2026-11-25'],
    ['torsdag 26. november', THURSDAY],
    ['tor. 26. nov.', THURSDAY],
    ['den 26. november', THURSDAY],
    ['på fredag', '2026-11-27'],
    ['førstkommende fredag', '2026-11-27'],
    ['lørdag og søndag', '2026-11-28', '2026-11-29'],
    ['fredag eller lordag', '2026-11-27', '2026-11-28'],
    ['3. des', '2026-12-03'],
  ],
};

const wishesFor = (days: readonly string[]) => days.map((date) => ({ date, partOfDay: 'any' }));

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(EVERYWHERE)('reads %j as in every language', (words, ...days) => {
    expect(readDates(words, language, TODAY)).toEqual(wishesFor(days));
  });

  test.each(OWN[language])('reads %j', (words, ...days) => {
    expect(readDates(words, language, TODAY)).toEqual(wishesFor(days));
  });

  test.each(UNREADABLE)('does not guess at %j', (words, unreadable) => {
    expect(readDates(words, language, TODAY)).toEqual({ unreadable });
  });

  test('reads every day of two years as Intl writes it', () => {
    const locale = LOCALES[language];
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
    const short = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    for (let day = Date.UTC(2026, 10, 23); day < Date.UTC(2028, 10, 23); day += 86_400_000) {
      const expected = [new Date(day).toISOString().slice(0, 10)];
      expect(readDates(format.format(day), language, TODAY)).toEqual(wishesFor(expected));
      expect(readDates(short.format(day), language, TODAY)).toEqual(wishesFor(expected));
    }
  });
});

test('leaves a date that a Swede and others read differently', () => {
  expect(readDates('26-11-05', 'sv', TODAY)).toEqual({ unreadable: '26-11-05' });
  expect(readDates('05-12-26', 'nl', TODAY)).toEqual(wishesFor(['2026-12-05']));
});

test('leaves a word that is a month and a weekday', () => {
  expect(readDates('mar 24', 'es', TODAY)).toEqual({ unreadable: 'mar 24' });
});

test('reads a long message quickly', () => {
  expect(readDates(`${'26 '.repeat(2000)}, ${'/'.repeat(2000)}`, 'en', TODAY)).toHaveProperty('unreadable');
});
