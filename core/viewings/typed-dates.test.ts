import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '#core/language.ts';
import { readDates } from './read-dates.ts';

const TODAY = '2026-11-24';

it.each([
  ['Sa.5.12.', 'de', '2026-12-05'],
  ['\u202aSa. 5.12.\u202c', 'de', '2026-12-05'],
  ['“5.12.”', 'de', '2026-12-05'],
  ['am 28.', 'de', '2026-11-28'],
  ['dia 28', 'pt', '2026-11-28'],
  ['el día 28', 'es', '2026-11-28'],
  ['den 28:e', 'sv', '2026-11-28'],
  ['den 28.', 'no', '2026-11-28'],
  ['on the 28th', 'en', '2026-11-28'],
  ['2.ª feira', 'pt', '2026-11-30'],
  ['3ª-feira', 'pt', '2026-12-01'],
  ['6.ª feira', 'pt', '2026-11-27'],
] as const)('reads %j in %s as %s', (words, language, day) => {
  expect(readDates(words, language, TODAY)).toEqual([{ date: day, partOfDay: 'any' }]);
});

/** Of Tuesday 24 November. */
const PARTS = {
  en: [
    ['Saturday afternoon', '2026-11-28 afternoon'],
    ['Thu morning, Sat, 8 Dec after 5', '2026-11-26 morning', '2026-11-28 any', '2026-12-08 evening'],
    ['Friday and Saturday afternoon', '2026-11-27 afternoon', '2026-11-28 afternoon'],
    ['In the morning: Friday, Saturday', '2026-11-27 morning', '2026-11-28 morning'],
    ['Saturday morning or afternoon', '2026-11-28 any'],
    ['Saturday, 28 November, in the evening', '2026-11-28 evening'],
    ['tonight', '2026-11-24 evening'],
    ['28/11 10:30', '2026-11-28 morning'],
    ['28 Nov. 2 p.m.', '2026-11-28 afternoon'],
    ['Sat 4pm', '2026-11-28 afternoon'],
    ['tomorrow at 4', '2026-11-25 afternoon'],
    ['Saturday between 10 and 12', '2026-11-28 morning'],
    ['Sat before 12 and Sun after 5', '2026-11-28 morning', '2026-11-29 evening'],
    ['Saturday from 9', '2026-11-28 any'],
    ['Sat/Sun', '2026-11-28 any', '2026-11-29 any'],
    ['tmrw @ 10', '2026-11-25 morning'],
    ['Saturday at noon 👍', '2026-11-28 afternoon'],
    ['Hi! Tomorrow evening, please', '2026-11-25 evening'],
  ],
  nl: [
    ['zaterdagmiddag', '2026-11-28 afternoon'],
    ['morgenochtend of vrijdagavond', '2026-11-25 morning', '2026-11-27 evening'],
    ['zaterdagmorgen', '2026-11-28 morning'],
    ['morgen', '2026-11-25 any'],
    ["zaterdag 's middags", '2026-11-28 afternoon'],
    ['vanavond', '2026-11-24 evening'],
    ['za 28 nov na 17:00', '2026-11-28 evening'],
    ['morgen om half 5', '2026-11-25 afternoon'],
  ],
  de: [
    ['morgen Vormittag', '2026-11-25 morning'],
    ['morgen früh', '2026-11-25 morning'],
    ['heute Abend', '2026-11-24 evening'],
    ['Samstag Morgen', '2026-11-28 morning'],
    ['Samstagnachmittag', '2026-11-28 afternoon'],
    ['Do.26.11.26', '2026-11-26 any'],
    ['Sa. 28.11. ab 17 Uhr', '2026-11-28 evening'],
    ['5.12. um 10.30 Uhr', '2026-12-05 morning'],
    ['am Samstag zwischen 14 und 16 Uhr', '2026-11-28 afternoon'],
    ['Hallo! Samstag, 28.11., nachmittags. Danke!', '2026-11-28 afternoon'],
  ],
  fr: [
    ['samedi après-midi', '2026-11-28 afternoon'],
    ['après-demain matin', '2026-11-26 morning'],
    ['ce soir', '2026-11-24 evening'],
    ['26/11 16h', '2026-11-26 afternoon'],
    ['le 26 à 16h30', '2026-11-26 afternoon'],
    ['samedi entre 10h et 12h', '2026-11-28 morning'],
  ],
  es: [
    ['sábado por la tarde', '2026-11-28 afternoon'],
    ['mañana por la mañana', '2026-11-25 morning'],
    ['el sábado mañana', '2026-11-28 morning'],
    ['esta tarde', '2026-11-24 afternoon'],
    ['Jue-26-Nov', '2026-11-26 any'],
    ['sábado a las 5', '2026-11-28 evening'],
  ],
  pt: [
    ['sábado à tarde', '2026-11-28 afternoon'],
    ['amanhã de manhã', '2026-11-25 morning'],
    ['2.ª feira à noite', '2026-11-30 evening'],
    ['2.ª às 10h', '2026-11-30 morning'],
    ['sábado às 16h', '2026-11-28 afternoon'],
  ],
  it: [
    ['sabato pomeriggio', '2026-11-28 afternoon'],
    ['domattina', '2026-11-25 morning'],
    ['stasera', '2026-11-24 evening'],
    ['sabato dopo le 17', '2026-11-28 evening'],
  ],
  pl: [
    ['sobota po południu', '2026-11-28 afternoon'],
    ['jutro rano', '2026-11-25 morning'],
    ['w sobotę o godz. 10', '2026-11-28 morning'],
    ['w czwartek po 17', '2026-11-26 evening'],
  ],
  sv: [
    ['lördag eftermiddag', '2026-11-28 afternoon'],
    ['lördagseftermiddag', '2026-11-28 afternoon'],
    ['i morgon bitti', '2026-11-25 morning'],
    ['ikväll', '2026-11-24 evening'],
    ['lördag kl 16', '2026-11-28 afternoon'],
    ['lördag kl 10-12', '2026-11-28 morning'],
  ],
  no: [
    ['lørdag ettermiddag', '2026-11-28 afternoon'],
    ['i morgen tidlig', '2026-11-25 morning'],
    ['lørdag morgen', '2026-11-28 morning'],
    ['lørdag kl. 16.30', '2026-11-28 afternoon'],
  ],
} satisfies Readonly<Record<Language, readonly [string, ...string[]][]>>;

describe.each(LANGUAGES)('a part of the day in %s', (language) => {
  it.each(PARTS[language])('is read with its day in %j', (words, ...wishes) => {
    const read = readDates(words, language, TODAY);

    expect(Array.isArray(read) ? read.map(({ date, partOfDay }) => `${date} ${partOfDay}`) : read).toEqual(wishes);
  });
});

it('tells a part of the day that is said alone', () => {
  expect(['afternoon', 'at 10:30', 'after 5'].map((words) => readDates(words, 'en', TODAY))).toEqual([
    { part: 'afternoon' },
    { part: 'morning' },
    { part: 'evening' },
  ]);
});

/** Of Tuesday 24 November. */
const AHEAD = {
  en: [
    ['in 3 days', '2026-11-27 any'],
    ['a week from now, at 10', '2026-12-01 morning'],
    ['in two weeks in the afternoon', '2026-12-08 afternoon'],
    ['Friday, in 3 days', '2026-11-27 any'],
    ['Friday, tomorrow', '2026-11-27 any', '2026-11-25 any'],
    ['this weekend', '2026-11-28 any', '2026-11-29 any'],
    ['At the weekend, in the morning', '2026-11-28 morning', '2026-11-29 morning'],
    ['Saturday or Sunday', '2026-11-28 any', '2026-11-29 any'],
    ['the day after tomorrow', '2026-11-26 any'],
  ],
  nl: [
    ['over drie dagen', '2026-11-27 any'],
    ['over een week om 10 uur', '2026-12-01 morning'],
    ["dit weekend 's middags", '2026-11-28 afternoon', '2026-11-29 afternoon'],
  ],
  de: [
    ['in drei Tagen', '2026-11-27 any'],
    ['heute in einer Woche', '2026-12-01 any'],
    ['am Wochenende vormittags', '2026-11-28 morning', '2026-11-29 morning'],
  ],
  fr: [
    ['dans 3 jours', '2026-11-27 any'],
    ['dans une semaine', '2026-12-01 any'],
    ['ce week-end', '2026-11-28 any', '2026-11-29 any'],
  ],
  es: [
    ['dentro de tres días', '2026-11-27 any'],
    ['en una semana', '2026-12-01 any'],
    ['este fin de semana por la tarde', '2026-11-28 afternoon', '2026-11-29 afternoon'],
  ],
  pt: [
    ['daqui a 3 dias', '2026-11-27 any'],
    ['dentro de duas semanas', '2026-12-08 any'],
    ['este fim de semana à tarde', '2026-11-28 afternoon', '2026-11-29 afternoon'],
  ],
  it: [
    ['tra 3 giorni', '2026-11-27 any'],
    ['fra una settimana', '2026-12-01 any'],
    ['questo fine settimana', '2026-11-28 any', '2026-11-29 any'],
  ],
  pl: [
    ['za 3 dni', '2026-11-27 any'],
    ['za tydzień', '2026-12-01 any'],
    ['w ten weekend rano', '2026-11-28 morning', '2026-11-29 morning'],
  ],
  sv: [
    ['om tre dagar', '2026-11-27 any'],
    ['om en vecka', '2026-12-01 any'],
    ['i helgen', '2026-11-28 any', '2026-11-29 any'],
  ],
  no: [
    ['om 3 dager', '2026-11-27 any'],
    ['om ei uke', '2026-12-01 any'],
    ['i helgen kl. 10', '2026-11-28 morning', '2026-11-29 morning'],
  ],
} satisfies Readonly<Record<Language, readonly [string, ...string[]][]>>;

describe.each(LANGUAGES)('days counted from today in %s', (language) => {
  it.each(AHEAD[language])('are read in %j', (words, ...wishes) => {
    const read = readDates(words, language, TODAY);

    expect(Array.isArray(read) ? read.map(({ date, partOfDay }) => `${date} ${partOfDay}`) : read).toEqual(wishes);
  });
});

it('a weekend that has begun is the same one, and on its last day nobody knows which is meant', () => {
  expect(readDates('this weekend', 'en', '2026-11-28')).toMatchObject([{ date: '2026-11-28' }, { date: '2026-11-29' }]);
  expect(readDates('this weekend', 'en', '2026-11-29')).toHaveProperty('unreadable');
});

/** What means one thing to some and another to others, or no days at all. */
const UNSURE = {
  en: [
    'next weekend',
    'weekends',
    'any day next week',
    'end of the month',
    'within 3 days',
    'in 3-4 days',
    'Friday in a week',
  ],
  nl: ['volgend weekend', 'in de weekenden', 'een dag volgende week', 'eind van de maand', 'binnen 3 dagen'],
  de: [
    'nächstes Wochenende',
    'an Wochenenden',
    'irgendwann nächste Woche',
    'Ende des Monats',
    'in acht Tagen',
    'in 8 Tagen',
  ],
  fr: [
    'le week-end prochain',
    'les week-ends',
    'la semaine prochaine',
    'fin du mois',
    'dans quinze jours',
    'd’ici 3 jours',
  ],
  es: [
    'el próximo fin de semana',
    'los fines de semana',
    'la próxima semana',
    'a fin de mes',
    'en quince días',
    'en 8 días',
  ],
  pt: ['no próximo fim de semana', 'aos fins de semana', 'na próxima semana', 'no fim do mês', 'daqui a 15 dias'],
  it: ['il prossimo weekend', 'nei weekend', 'la settimana prossima', 'a fine mese', 'tra otto giorni'],
  pl: ['w przyszły weekend', 'w weekendy', 'w przyszłym tygodniu', 'pod koniec miesiąca'],
  sv: ['nästa helg', 'på helger', 'nästa vecka', 'i slutet av månaden', 'inom 3 dagar'],
  no: ['neste helg', 'i helgene', 'neste uke', 'i slutten av måneden', 'innen 3 dager'],
} satisfies Readonly<Record<Language, readonly string[]>>;

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(UNSURE[language])('%j is asked again', (words) => {
    expect(readDates(words, language, TODAY)).toHaveProperty('unreadable');
  });
});

/** What must not be taken for the day that is named in it. */
const NEVER = {
  en: [
    'not Saturday afternoon',
    'Saturday afternoon is bad',
    'after Saturday',
    'before Saturday morning',
    'not after 5',
  ],
  nl: ['zaterdag niet', 'geen zaterdag', 'voor zaterdag ochtend', 'na zaterdagmiddag'],
  de: ['Samstag geht nicht', 'außer Samstag', 'vor Samstag Morgen', 'bis Samstag um 10', 'ab 5.12. um 10 Uhr'],
  fr: ['pas samedi', 'samedi pas avant 10h', 'avant samedi matin', 'après samedi soir'],
  es: ['el sábado no', 'menos el sábado', 'antes del sábado por la mañana', 'hasta el sábado a las 10'],
  pt: ['sábado não', 'exceto sábado', 'antes de sábado de manhã', 'até sábado às 10'],
  it: ['sabato no', 'tranne sabato', 'prima di sabato mattina', 'entro sabato alle 10'],
  pl: ['nie w sobotę', 'oprócz soboty', 'przed sobotą rano', 'do soboty o 10'],
  sv: ['inte lördag', 'före lördag förmiddag', 'efter lördag kväll', 'lördag går inte'],
  no: ['ikke lørdag', 'før lørdag formiddag', 'etter lørdag kveld', 'lørdag passer ikke'],
} satisfies Readonly<Record<Language, readonly string[]>>;

/** A range and a day of the next week, of Tuesday 24 November. */
const RANGES = {
  en: ['between 3 and 5 December', 'Wednesday next week'],
  nl: ['van 3 t/m 5 december', 'volgende week woensdag'],
  de: ['vom 3. bis 5. Dezember', 'nächste Woche Mittwoch'],
  fr: ['du 3 au 5 décembre', 'mercredi de la semaine prochaine'],
  es: ['del 3 al 5 de diciembre', 'el miércoles de la semana que viene'],
  pt: ['de 3 a 5 de dezembro', 'quarta da próxima semana'],
  it: ['dal 3 al 5 dicembre', 'mercoledì della prossima settimana'],
  pl: ['od 3 do 5 grudnia', 'w przyszłym tygodniu w środę'],
  sv: ['3–5 december', 'onsdag nästa vecka'],
  no: ['fra 3. til 5. desember', 'onsdag neste uke'],
} satisfies Readonly<Record<Language, readonly [string, string]>>;

it.each(LANGUAGES)('reads all days of a range, and one of the next week, in %s', (language) => {
  const [range, later] = RANGES[language];

  expect(readDates(range, language, TODAY)).toEqual(
    ['2026-12-03', '2026-12-04', '2026-12-05'].map((date) => ({ date, partOfDay: 'any' })),
  );
  expect(readDates(later, language, TODAY)).toEqual([{ date: '2026-12-02', partOfDay: 'any' }]);
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each([...NEVER[language], 'from 5 to 20 December', 'from 6 to 5 December'])(
    'nothing is taken out of %j',
    (words) => {
      expect(readDates(words, language, TODAY)).toHaveProperty('unreadable');
    },
  );
});

it('asks what a number alone is', () => {
  expect(readDates('28', 'en', TODAY)).toHaveProperty('unreadable');
});

it('quotes a letter only in part, and no half of a sign', () => {
  const read = readDates('x😀'.repeat(1000), 'en', TODAY);

  expect('unreadable' in read && read.unreadable.length).toBeLessThan(600);
  expect('unreadable' in read && read.unreadable.isWellFormed()).toBe(true);
});

it('takes anything, and reads the same in every form of Unicode', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.constantFrom(...LANGUAGES), (words, language) => {
      const daysOf = (given: string) => {
        const read = readDates(given, language, TODAY);
        return 'unreadable' in read ? undefined : read;
      };

      for (const form of ['NFC', 'NFD'] as const) expect(daysOf(words.normalize(form))).toEqual(daysOf(words));
    }),
    { numRuns: 60 },
  );
});
