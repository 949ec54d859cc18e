import type { Intent } from '#core/chat/intent.ts';
import type { Field, Maybe } from '#core/chat/press-field.ts';
import { LANGUAGES } from '#core/language.ts';
import { PRESSES } from './presses.ts';

/** The same numbers each run (mulberry32), so that a failure can be repeated. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** Intents for tests, of every press that is declared, with values by chance; the same ones for the same seed. */
export function createIntents(seed: number) {
  const dice = createDice(seed);
  const oneOf = <Item>(items: readonly [Item, ...Item[]]): Item => items[dice(items.length)] ?? items[0];
  const ID_SIGNS = ['A', 'z', '0', '_', '-', 'q'] as const;
  /** What stands on buttons, of each kind of field. */
  const CODES = [
    () => `${Array.from({ length: 21 }, () => oneOf([...ID_SIGNS])).join('')}${oneOf(['A', 'Q', 'g', 'w'])}`,
    () => dice(100_000).toString(36),
    () => oneOf(['x', 'm', 'a', 'e', 'c', 'l', 'u', 'r', 'n', 'p', 't', 'i', 'v', 'd']),
    () => oneOf(['1', '2', '3', '4', '5']),
    () => LANGUAGES[dice(LANGUAGES.length)] ?? 'en',
  ] as const;

  function aValueOf({ read }: Field<unknown>): unknown {
    for (;;) {
      const value = read(oneOf([...CODES])());
      if (value !== undefined) return value;
    }
  }

  /** One of every intent, with these values where it carries any of their names. */
  function everyIntent(given: Readonly<Record<string, unknown>> = {}): readonly Intent[] {
    return Object.entries(PRESSES).map(([to, { fields = {} }]) => {
      const values = Object.entries<Field<unknown> | Maybe<unknown>>(fields).flatMap(([name, field]) => {
        if (name in given) return [[name, given[name]]];
        return 'isOptional' in field && dice(2) === 0 ? [] : [[name, aValueOf(field)]];
      });
      return { to, ...Object.fromEntries(values) } as Intent;
    });
  }

  return { dice, oneOf, everyIntent };
}
