import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LANGUAGES } from '#core/language.ts';
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
  expect(readDates(words, language, TODAY)).toEqual([day]);
});

it('asks what a number alone is', () => {
  expect(readDates('28', 'en', TODAY)).toHaveProperty('unreadable');
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
