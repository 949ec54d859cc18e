import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phones } from './phones.ts';

it.each([
  ['+44 (0)20 7946 0958', '+442079460958'],
  ['+49 (0) 151 1234 5678', '+4915112345678'],
  ['0031 6 12345678', '+31612345678'],
  ['\u202a+34 600 111 222\u202c', '+34600111222'],
  ['＋３１６１２３４５６７８', '+31612345678'],
  ['(+34) 600.111.222', '+34600111222'],
  ['tel:+31612345678', '+31612345678'],
  ['My number is +31 6 12345678, thanks!', '+31612345678'],
  ['“+31 6-1234 5678”', '+31612345678'],
  ['WhatsApp: +34 600 111 222', '+34600111222'],
  ['+39 06 698 12345', '+390669812345'],
  ['+1 (415) 555-2671', '+14155552671'],
])('reads %j as it is dialled from anywhere', (words, number) => {
  expect(phones.read(words)).toBe(number);
});

it.each([
  ['06 12345678', { timeZone: 'Europe/Amsterdam' }, '+31612345678'],
  ['600 111 222', { timeZone: 'Europe/Madrid' }, '+34600111222'],
  ['0151 12345678', { timeZone: 'Europe/Berlin' }, '+4915112345678'],
  ['06 12345678', { phone: '+31612345679', timeZone: 'Europe/Madrid' }, '+31612345678'],
])('reads %j as a number of the country near %j', (words, near, number) => {
  expect(phones.read(words, near)).toBe(number);
});

it.each([
  '',
  'hello',
  '12345',
  '+31 6 123',
  '+999 1234567',
  '600 111 222',
  '+31612345678901234',
  '26-11-2026',
  '+31 6 12345678 or +31 6 87654321',
])('asks again after %j', (words) => {
  expect(phones.read(words)).toBeUndefined();
});

it.each([
  ['+31612345678', ['nl']],
  ['+34600111222', ['es']],
  ['+351912345678', ['pt']],
  ['+5511912345678', ['pt']],
  ['+4740612345', ['no']],
  ['+46701234567', ['sv']],
  ['+48512345678', ['pl']],
  ['+393331234567', ['it']],
  ['+43664123456', ['de']],
  ['+41791234567', ['de', 'fr', 'it']],
  ['+32470123456', ['nl', 'fr', 'de']],
  ['+447700900123', ['en']],
  ['+14155552671', ['en']],
  ['+15145550123', ['en', 'fr']],
  ['+18095550123', ['es']],
  // Finland and Greece speak what we don't.
  ['+358401234567', []],
  ['+306912345678', []],
  ['+999', []],
  ['+', []],
  ['+70000000001', []],
])('knows what people speak where %s is from', (number, languages) => {
  expect(phones.languagesOf(number)).toEqual(languages);
});

it('takes anything, and reads the same in every form of Unicode and with blanks around', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2000, size: 'max' }),
    fc.string({ unit: fc.constantFrom(...Array.from('+0123456789 ()-./٣３x')), maxLength: 250 }),
    fc.constantFrom('+44 (0)20 7946 0958', 'Tel. +31 6 12345678'),
  );
  fc.assert(
    fc.property(anything, (words) => {
      const read = phones.read(words);

      for (const form of ['NFC', 'NFD'] as const) expect(phones.read(words.normalize(form))).toBe(read);
      expect(phones.read(`\n ${words} `)).toBe(read);
    }),
    { numRuns: 60 },
  );
});
