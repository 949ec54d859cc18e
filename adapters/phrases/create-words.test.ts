import { describe, expect, test } from 'vitest';
import { joined, phrase, verbatim } from '#core/chat/text.ts';
import { LANGUAGES, type Language } from '#core/language.ts';
import { createWords } from './create-words.ts';

const words = createWords();
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const start = { moment: '2026-11-26T09:30:00.000Z', zone: 'Europe/Madrid' };

const MOMENTS: Readonly<Record<Language, string>> = {
  en: 'Thursday, 26 November 2026 at 10:30 (Madrid time)',
  nl: 'donderdag 26 november 2026 om 10:30 uur (lokale tijd in Madrid)',
  de: 'Donnerstag, 26. November 2026 um 10:30 Uhr (Ortszeit Madrid)',
  fr: 'jeudi 26 novembre 2026 à 10:30 (heure de Madrid)',
  es: 'jueves, 26 de noviembre de 2026, a las 10:30 (hora de Madrid)',
  pt: 'quinta-feira, 26 de novembro de 2026, às 10:30 (hora de Madrid)',
  it: 'giovedì 26 novembre 2026 alle ore 10:30 (ora di Madrid)',
  pl: 'czwartek, 26 listopada 2026, godz. 10:30 (czas lokalny: Madryt)',
  sv: 'torsdag 26 november 2026 kl. 10:30 (lokal tid i Madrid)',
  no: 'torsdag 26. november 2026 kl. 10:30 (lokal tid i Madrid)',
};

const PRICES: Readonly<Record<Language, string>> = {
  en: '€1,475,000',
  nl: '€ 1.475.000',
  de: '1.475.000 €',
  fr: '1 475 000 €',
  es: '1.475.000 €',
  pt: '1 475 000 €',
  it: '1.475.000 €',
  pl: '1 475 000 €',
  sv: '1 475 000 €',
  no: '1 475 000 €',
};

describe.each(LANGUAGES)('in %s', (language) => {
  test('says a moment with its weekday and its zone', () => {
    expect(plain(words.say(phrase('viewing.at', { at: start }), language))).toBe(MOMENTS[language]);
  });

  test('says a price and an area as its locale does', () => {
    const price = phrase('property.price', { price: { amount: 1_475_000, currency: 'EUR' } });
    const area = phrase('property.builtArea', { size: { squareMetres: 145 } });

    expect(plain(words.say(price, language))).toBe(PRICES[language]);
    expect(plain(words.say(area, language))).toBe('145 m²');
  });

  test('leaves no hole and no key, whatever the count', () => {
    for (const count of [0, 1, 2, 5, 22, 1.5, 1_000_000]) {
      const said = words.say(phrase('property.bathrooms', { count }), language);
      expect(said).not.toMatch(/[{}]|property\./);
      expect(said).toMatch(/^\d/);
    }
  });
});

test('names the zone in the reader’s words', () => {
  const at = (zone: string) => phrase('viewing.at', { at: { ...start, zone } });

  expect(words.say(at('Europe/Lisbon'), 'pt')).toContain('às 09:30 (hora de Lisboa)');
  expect(words.say(at('Europe/Amsterdam'), 'fr')).toContain('(heure d’Amsterdam)');
  expect(words.say(at('Atlantic/Canary'), 'en')).toContain('at 09:30 (Las Palmas time)');
  expect(words.say(at('America/Argentina/Buenos_Aires'), 'en')).toContain('at 06:30 (Buenos Aires time)');
  expect(words.say(at('Etc/UTC'), 'nl')).toContain('om 09:30 uur (UTC)');
});

test('says midnight as 00:00', () => {
  const at = { moment: '2026-11-25T23:00:00.000Z', zone: 'Europe/Madrid' };

  for (const language of LANGUAGES) expect(words.say(phrase('viewing.at', { at }), language)).toContain('00:00');
});

test('says a day with the part that was wished for', () => {
  const wish = (part: 'any' | 'morning') => phrase('request.wish', { day: { day: '2026-11-26', part } });

  expect(words.say(wish('any'), 'en')).toBe('Thursday, 26 November 2026');
  expect(words.say(wish('morning'), 'en')).toBe('Thursday, 26 November 2026, morning');
  expect(words.say(wish('morning'), 'de')).toBe('Donnerstag, 26. November 2026, vormittags');
});

test('begins a sentence with a capital, a line of its own as the language has it', () => {
  const day = { day: '2026-12-01' };

  expect(words.say(phrase('request.duplicate', { day }), 'fr')).toMatch(/^Mardi 1er décembre 2026\s/);
  expect(words.say(phrase('request.wish', { day }), 'fr')).toBe('mardi 1er décembre 2026');
});

test('shows cents only where there are some', () => {
  const price = (amount: number) => phrase('property.price', { price: { amount, currency: 'EUR' } });

  expect(plain(words.say(price(950), 'de'))).toBe('950 €');
  expect(plain(words.say(price(950.5), 'de'))).toBe('950,50 €');
});

test('picks plurals by the rules of each language', () => {
  const fresh = (count: number, language: Language) => plain(words.say(phrase('home.new', { count }), language));

  expect([1, 3, 5, 22].map((count) => fresh(count, 'pl'))).toEqual(['1 nowa', '3 nowe', '5 nowych', '22 nowe']);
  expect(fresh(0, 'fr')).toBe('0 nouveau');
  expect(fresh(0, 'pt')).toBe('0 novos');
  const requests = phrase('home.requests', { count: 1_000_000 });
  expect(plain(words.say(requests, 'es'))).toBe('1.000.000 de solicitudes aún sin respuesta');
});

test('joins what is there, and says texts inside a phrase in the same language', () => {
  const reasons = joined(', ', [phrase('reason.price'), verbatim(''), verbatim('te donker')]);

  expect(words.say(phrase('state.rejectedBecause', { reasons }), 'nl')).toBe('✗ Geen interesse: Prijs, te donker');
});

test('leaves a person’s words alone, even where they look like ours', () => {
  const typed = '{{reason}} $t(label.home) $& <b>{{words}}</b>';

  expect(words.say(verbatim(typed), 'pl')).toBe(typed);
  expect(words.say(phrase('reject.ownWords', { words: typed }), 'en')).toBe(`In your words: “${typed}”`);
});

test('picks the translation for the reader', () => {
  const title = {
    translated: [
      { lang: 'es', words: 'Villa con vistas' },
      { lang: 'en', words: 'Villa with a view' },
    ],
  };

  expect(words.say(title, 'es')).toBe('Villa con vistas');
  expect(words.say(title, 'nl')).toBe('Villa with a view');
});

test('speaks English where a translation is missing, never in keys', () => {
  const empty = { en: { home: { new_one: '{{count}} new', new_other: '{{count}} new ones' } } };
  const none = { nl: {}, de: {}, fr: {}, es: {}, pt: {}, it: {}, pl: {}, sv: {}, no: {} };
  const poor = createWords({ ...none, ...empty });

  expect(poor.say(phrase('home.new', { count: 5 }), 'pl')).toBe('5 new ones');
  expect(() => poor.say(phrase('label.home'), 'pl')).toThrow('No catalogue has words for label.home');
});
