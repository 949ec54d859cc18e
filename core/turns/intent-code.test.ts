import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Intent } from '#core/chat/intent.ts';
import type { Id } from '#core/ids.ts';
import { createIntents } from './an-intent.ts';
import { decodeIntent, encodeIntent, INTENT_BYTES } from './intent-code.ts';
import { PRESSES } from './presses.ts';

const OFFER = '0192f1c4-5a30-7c3e-9b1d-2f6e8a4c0d11' as Id<'offer'>;
const { dice, oneOf, everyIntent } = createIntents(20_261_126);
const many = Array.from({ length: 300 }, () => everyIntent()).flat();

describe('encodeIntent', () => {
  it('brings every intent back as it was', () => {
    for (const intent of many) expect(decodeIntent(encodeIntent(intent))).toEqual(intent);
  });

  it('keeps to 64 bytes of ASCII', () => {
    for (const intent of many) expect(encodeIntent(intent)).toMatch(/^1[\w.?-]{1,63}$/);
    expect(INTENT_BYTES).toBe(64);
  });

  it('gives two intents never the same code', () => {
    const different = new Set(many.map((intent) => JSON.stringify(intent)));

    expect(new Set(many.map(encodeIntent)).size).toBe(different.size);
  });

  it('gives every press a code of its own, of one letter or digit once, of two to four small ones from now on', () => {
    const codes = Object.values(PRESSES).map(({ code }) => code);

    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^([A-Za-z0-9]|[a-z0-9]{2,4})$/.test(code))).toEqual([]);
  });

  it('writes and reads what is on the buttons of every version before, letter by letter', () => {
    const all: Readonly<Record<string, Intent>> = JSON.parse(
      readFileSync(new URL('fixtures/codes.json', import.meta.url), 'utf8'),
    );

    for (const [code, intent] of Object.entries(all)) {
      expect(decodeIntent(code)).toEqual(intent);
      expect(encodeIntent(intent)).toBe(code);
    }
  });

  it('writes today what is on the buttons of yesterday', () => {
    expect(encodeIntent({ to: 'markInterested', offer: OFFER })).toBe('1i.AZLxxFowfD6bHS9uikwNEQ');
    expect(encodeIntent({ to: 'chooseDay', offer: OFFER, day: '2026-11-26' })).toBe('1y.AZLxxFowfD6bHS9uikwNEQ.g1b');
    expect(encodeIntent({ to: 'turnMonth', offer: OFFER, month: '2026-11' })).toBe('1m.AZLxxFowfD6bHS9uikwNEQ.irm');
    expect(encodeIntent({ to: 'listGroup', group: 'toRate', page: 2 })).toBe('1G.t.2');
  });

  it('refuses to write what no button can carry', () => {
    const toggle = (reason: string) => () => encodeIntent({ to: 'toggleReason', offer: OFFER, reason });

    expect(toggle('a'.repeat(39))).toThrow('65 bytes');
    expect(toggle('Größe')).toThrow('key');
    expect(toggle('')).toThrow('key');
    expect(() => encodeIntent({ to: 'listNew', page: -1 })).toThrow('number');
    expect(() => encodeIntent({ to: 'turnMonth', offer: OFFER, month: '2026-13' })).toThrow('month');
    expect(() => encodeIntent({ to: 'chooseDay', offer: OFFER, day: '2026-02-31' })).toThrow('day');
    expect(() => encodeIntent({ to: 'openCard', offer: '42' as Id<'offer'> })).toThrow('UUID');
  });
});

describe('decodeIntent', () => {
  it('takes a damaged code for nothing, or for another proper intent; it never throws', () => {
    const letters = ['', '.', '1', 'A', '_', 'é', '😀', '\0', '\ud800', '/', ' '] as const;

    for (const intent of many) {
      const code = encodeIntent(intent);
      const at = dice(code.length + 1);
      const damaged = code.slice(0, at) + oneOf(letters) + code.slice(at + dice(3));
      const read = decodeIntent(damaged);
      if (read) expect(encodeIntent(read)).toBe(damaged);
    }
  });

  it.each([
    ['nothing', ''],
    ['the version alone', '1'],
    ['another version', '2h'],
    ['an unknown intent', '1?'],
    ['a name from Object', '1constructor'],
    ['a field too many', '1h.0'],
    ['a field too few', '1i'],
    ['an id that is cut', '1i.AZLxxFowfD6bHS9uikwNE'],
    ['an id with bits left over', '1i.AZLxxFowfD6bHS9uikwNER'],
    ['a number with a zero before it', '1n.01'],
    ['a number too large', '1n.zzzzzzzzzzz'],
    ['a negative number', '1n.-1'],
    ['a day after the year 9999', '1y.AZLxxFowfD6bHS9uikwNEQ.zzzzz'],
    ['a month after the year 9999', '1m.AZLxxFowfD6bHS9uikwNEQ.zzzzz'],
    ['an unknown group', '1G.z.0'],
    ['an unknown language', '1l.xx'],
    ["another bot's code", 'menu:open:42'],
    ['something long', `1t.${'a'.repeat(100_000)}`],
  ])('answers undefined to %s', (_, code) => {
    expect(decodeIntent(code)).toBeUndefined();
  });
});
