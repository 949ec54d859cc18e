import { describe, expect, test } from 'vitest';
import { baseOf, expectedKeys, gaps, readCatalogue } from '#adapters/phrases/catalogues.ts';
import { LANGUAGES } from '#core/language.ts';

const english = readCatalogue('en');
const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const BUTTONS = /^(label|group|tab|part|reason)\./;
/** What fits a WhatsApp button, and what fits a row of its lists. */
const BUTTON = 20;
const ROW = 24;

const holesOf = (words: string) => (words.match(/\{\{[^}]*\}\}/g) ?? []).map((hole) => hole.replace(/\s/g, '')).sort();
const englishOf = (key: string) => english.get(key) ?? english.get(`${baseOf(key)}_other`) ?? '';

/** Words that are the same in English and in these languages. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'label.no': ['es', 'it'],
  'profile.email': ['nl', 'pt', 'it', 'pl'],
  'profile.name': ['de'],
  'label.home': ['it'],
  'label.details': ['nl', 'de'],
  'label.weekend': ['nl', 'pl'],
  'label.lateMinutes': OTHERS,
  'tab.recent': ['nl'],
  'property.type.villa': ['nl', 'de', 'fr', 'es', 'it', 'sv', 'no'],
  'property.type.penthouse': ['nl', 'de', 'fr', 'pt', 'pl'],
  'property.type.studio': ['nl', 'de', 'fr'],
  'property.type.chalet': ['nl', 'de', 'fr', 'es', 'it', 'sv', 'no'],
  'property.type.loft': OTHERS,
  'property.type.bungalow': ['nl', 'de', 'fr', 'es', 'it', 'sv', 'no'],
  'property.type.duplex': ['fr', 'it'],
  'stars.5': ['fr'],
  'label.photo': ['fr'],
  'calendar.agent': ['pl'],
  'property.reference': ['nl', 'de', 'es', 'pt', 'sv', 'no'],
  'property.deal': ['no'],
  'property.fallen': ['nl'],
  'feature.pool': ['de', 'sv'],
  'feature.garage': ['nl', 'de', 'fr', 'it', 'sv'],
  'feature.lift': ['nl'],
  'feature.alarm': ['nl'],
  'feature.pergola': ['nl', 'de', 'fr', 'pl', 'sv', 'no'],
  'feature.gym': ['sv'],
  'feature.sauna': ['nl', 'de', 'fr', 'es', 'pt', 'it', 'pl'],
};

/** Telegram's description of a bot, and Teams' short one of an app, which stands in Telegram's short one too. */
const LENGTHS: Readonly<Record<string, number>> = { 'bot.about': 512, 'bot.short': 80 };

test('no catalogue lacks a key or has one that English lacks, plural forms included', () => {
  expect(gaps()).toEqual([]);
});

describe.each(LANGUAGES)('%s', (language) => {
  const catalogue = readCatalogue(language);

  test('has every plural form that its language needs', () => {
    expect([...expectedKeys(language)].filter((key) => !catalogue.get(key))).toEqual([]);
  });

  test('has the holes of English, of the same kinds', () => {
    const wrong = [...catalogue].filter(
      ([key, words]) => holesOf(words).join() !== holesOf(englishOf(key)).join() && !isSpelledOut(key, words),
    );

    expect(wrong).toEqual([]);
  });

  test('says its buttons within the room that they have', () => {
    const long = [...catalogue].filter(
      ([key, words]) => BUTTONS.test(key) && words.length > (englishOf(key).length <= BUTTON ? BUTTON : ROW),
    );

    expect(long).toEqual([]);
  });

  test('has no space at an end and no doubled one', () => {
    expect([...catalogue].filter(([, words]) => words !== words.trim() || /[^\n\S]{2}/.test(words))).toEqual([]);
  });

  test('describes its commands and itself within what the platforms allow', () => {
    const long = [...catalogue].filter(
      ([key, words]) => words.length > (LENGTHS[key] ?? (key.startsWith('command.') ? 256 : 1000)),
    );

    expect(long).toEqual([]);
  });
});

describe.each(OTHERS)('%s', (language) => {
  test('has no English left over', () => {
    const left = [...readCatalogue(language)].filter(
      ([key, words]) => words === english.get(key) && isSaid(words) && !SAME[key]?.includes(language),
    );

    expect(left).toEqual([]);
  });
});

/** A form for exactly one may name it ("choose a day") instead of counting it. */
function isSpelledOut(key: string, words: string): boolean {
  const without = (all: readonly string[]) => all.filter((hole) => hole !== '{{count}}').join();
  return /_one$/.test(key) && without(holesOf(words)) === without(holesOf(englishOf(key)));
}

/** Whether there is a word outside the holes. */
const isSaid = (words: string) => /\p{L}/u.test(words.replace(/\{\{[^}]*\}\}/g, ''));
