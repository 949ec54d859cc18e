import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phones } from '#adapters/phones/phones.ts';
import { looksLikePassword } from '#core/chat/looks-like-password.ts';
import { saidIn } from '#core/chat/said-in.ts';
import { LANGUAGES } from '#core/language.ts';
import { readDates } from '#core/viewings/read-dates.ts';
import { pastedPassword } from './pasted-password.ts';
import { plainOf, seenOf } from './plain-of.ts';
import { isBareCode, readCode } from './read-code.ts';
import { readBareEmail, readEmail } from './read-email.ts';
import { readName, readNamePart } from './read-name.ts';
import { readNumber } from './read-number.ts';
import { readAskedStars, readStars } from './read-stars.ts';
import { saysStart, saysStop } from './says-stop.ts';
import { folded } from './without-manners.ts';

const TODAY = '2026-11-24';
const isInvite = (word: string) => word.toLowerCase() === 'casa-7_b';

/** Days, or nothing: what could not be read comes back as it was written. */
const daysIn = (words: string, language: (typeof LANGUAGES)[number]) => {
  const read = readDates(words, language, TODAY);
  return 'unreadable' in read ? undefined : read;
};
/** What words are before anything is on show, without the words. */
const cameBy = (words: string) => {
  const did = saidIn(words, isInvite);
  return did?.is === 'came' ? (did.code ?? 'START') : did?.is;
};

/** Every reader of what is typed, and something of its kind that it reads. */
const READERS: readonly (readonly [string, (words: string) => unknown, string])[] = [
  ['readCode', readCode, '123456'],
  ['isBareCode', isBareCode, '123456'],
  ['seenOf', seenOf, 'Zoé'],
  ['plainOf', plainOf, 'Zoé'],
  ['folded', folded, 'Zoé'],
  ['readEmail', readEmail, 'anna@müller.de'],
  ['readBareEmail', readBareEmail, 'anna@müller.de'],
  ['readName', readName, 'Zoé Çelik'],
  ['readNamePart', readNamePart, 'Zoé'],
  ['readNumber', readNumber, '2'],
  ['readStars', (words) => readStars(words, 'fr'), 'quatre étoiles'],
  ['readAskedStars', (words) => readAskedStars(words, 'pl'), 'pięć'],
  ['saysStop', saysStop, 'arrêt'],
  ['saysStart', saysStart, 'återuppta'],
  ['phones.read', (words) => phones.read(words, { timeZone: 'Europe/Madrid' }), '+44 (0)20 7946 0958'],
  ['saidIn', cameBy, 'START casa-7_b'],
  ['pastedPassword', (words) => pastedPassword(words).normalize('NFC'), 'Ab3!efgh'],
  ...LANGUAGES.map(
    (language) => [`readDates ${language}`, (words: string) => daysIn(words, language), '28 Nov. 2026'] as const,
  ),
];
/** One that looks at the case. */
const ANY_READERS = [
  ...READERS,
  ['looksLikePassword', (words: string) => looksLikePassword(words, isInvite), 'Ab3!efgh'],
] as const;

const MOST_MS = 20;
/** What else the machine does is no fault of theirs: one run in so many has to be quick. */
const RUNS = 5;

function isQuick(work: () => unknown): boolean {
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    work();
    if (performance.now() - begun < MOST_MS) return true;
  }
  return false;
}

const any = (unit: 'binary' | 'grapheme', maxLength: number) => fc.string({ unit, maxLength, size: 'max' });
/** What makes patterns go back and forth: one sign many times, or two in turn. */
const repeated = fc
  .tuple(
    fc.constantFrom(
      ...Array.from(' .@-1aé(\u0301,:/+%&Aª\u200b'),
      ...[
        '1 ',
        'a@',
        '., ',
        'ﷺ',
        'mailto:',
        '123 45',
        '26/',
        '1h',
        '10-',
        'at 1 ',
        'Sa.5.',
        'and ',
        'start ',
        'a1A!',
        'please ',
        'dr. ',
        'name: ',
        'first name a ',
        '★',
        '4 stars ',
        'in 3 days ',
        'weekend, ',
      ],
    ),
    fc.integer({ min: 0, max: 10_000 }),
    fc.constantFrom('x', '', '1', 'Aa1!'),
  )
  .map(([sign, times, around]) => `${around}${sign.repeat(times)}`.slice(0, 9_990) + around);
const anything = fc.oneof(any('binary', 10_000), any('grapheme', 100), repeated);

describe.each(ANY_READERS)('%s', (_, reader, value) => {
  const valued = fc
    .tuple(
      fc.constantFrom('', ' ', '“', '(', '\u2066', '\u200b', '\n'),
      fc.constantFrom('', ' ', '”', ')', '.', ' 👍', '\u2069', '\ufeff'),
    )
    .map(([before, after]) => `${before}${value}${after}`);

  it('reads what it is for', () => {
    expect([undefined, false, '', 'wrote']).not.toContain(reader(value));
  });

  it('takes anything, and at once', () => {
    fc.assert(
      fc.property(anything, (words) => {
        expect(isQuick(() => reader(words))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('reads the same in every form of Unicode and with blanks around', () => {
    fc.assert(
      fc.property(fc.oneof(valued, any('grapheme', 20), any('binary', 200)), (words) => {
        const read = reader(words);

        for (const form of ['NFC', 'NFD'] as const) expect(reader(words.normalize(form))).toEqual(read);
        expect(reader(` \n\u00a0${words}\t `)).toEqual(read);
      }),
      { numRuns: 80 },
    );
  });
});

describe.each(READERS)('%s', (_, reader, value) => {
  const folds = (words: string) => JSON.stringify(reader(words))?.toLowerCase();

  it('reads the same in any case', () => {
    for (const words of [value, ` “${value}”.`]) {
      expect(folds(words.toUpperCase())).toBe(folds(words));
      expect(folds(words.toLowerCase())).toBe(folds(words));
    }
  });
});
