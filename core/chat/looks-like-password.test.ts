import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { looksLikePassword } from './looks-like-password.ts';

/** What people write without a blank, by language; and passwords as people make them. */
const TABLE: { none: Record<string, string[]>; passwords: string[] } = JSON.parse(
  readFileSync(new URL('fixtures/passwords.json', import.meta.url), 'utf8'),
);

describe('looksLikePassword', () => {
  it.each(Object.entries(TABLE.none))('leaves alone what people write in %s', (_, words) => {
    expect(words.filter((word) => looksLikePassword(word))).toEqual([]);
  });

  it('knows passwords as people make them', () => {
    expect(TABLE.passwords.filter((word) => !looksLikePassword(word))).toEqual([]);
  });

  it('counts letters as they are seen, however a phone sends them', () => {
    const [seven, eight] = ['Éa1!bcd', 'Éa1!bcde'];

    expect(['NFC', 'NFD'].map((form) => looksLikePassword(seven.normalize(form)))).toEqual([false, false]);
    expect(['NFC', 'NFD'].map((form) => looksLikePassword(eight.normalize(form)))).toEqual([true, true]);
  });

  it.each([
    'Passw0rd!',
    'Xy7#kQ2m',
    '  Sommer-2024  ',
    'Kraków_1596',
    'Aa1!Aa1!Aa1!Aa1!',
    'Casa.Azul7',
    'aB3-xYz9_Q',
    'Passw0rd.de',
    '/Abc123!x',
    '#Abc12345',
    '26-Winter-2026',
  ])('takes %j for a password', (word) => {
    expect(looksLikePassword(word)).toBe(true);
  });

  it.each([
    ['two words', 'Passw0rd! again'],
    ['seven characters', 'Pass0r!'],
    ['no upper case', 'passw0rd!'],
    ['no lower case', 'PASSW0RD!'],
    ['no digit', 'Password!'],
    ['no special character', 'Passw0rds'],
    ['an e-mail', 'Anna.Jansen1@Example.com'],
    ['a link', 'https://Example.com/Homes?id=12'],
    ['a link without a scheme', 'Example.com/Homes/12'],
    ['a www link', 'www.Example1.com'],
    ['a date', '2026-11-26'],
    ['a date with a month', '26-Nov-2026'],
    ['a date with a month in Polish', '26-Listopada-2026'],
    ['a date with a month in French', '26/Décembre/2026'],
    ['two dates', '26-Nov-2026,27-Nov-2026'],
    ['a reference', 'Ref.:VP-1234'],
    ['a reference in capitals and small letters', 'Ref-1234/AB'],
    ['a command', '/home@TesoroBot1'],
    ['nothing', ''],
  ])('takes %s for none', (_, words) => {
    expect(looksLikePassword(words)).toBe(false);
  });

  it('takes an invite for none', () => {
    expect(looksLikePassword('aB3-xYz9_Q', (word) => word === 'aB3-xYz9_Q')).toBe(false);
  });

  it('answers at once to words made to keep it busy', () => {
    const hostile = [
      `Aa1!${'a.'.repeat(50_000)}`,
      `Aa1@${'-'.repeat(50_000)}`,
      `#A1a${'-A'.repeat(50_000)}!`,
      `Aa1!${'.'.repeat(100_000)}`,
    ];

    for (const word of hostile) expect(looksLikePassword(word)).toBe(true);
  });
});
