import type { Form } from './form.ts';
import type { Say } from './say.ts';

/** What is wrong with a form, by the names of its fields, in the reader's words. */
export type Mistakes = Readonly<Record<string, string>>;

/** Reads a form's fields, and notes what is wrong with them. */
export type FieldReader = {
  /** Trimmed; null where it is empty. */
  words(name: string, most: number): string | null;
  /** The same where it may not be empty. */
  needed(name: string, most: number): string;
  /** A number as people write it; null where it is empty. */
  number(name: string, limits: NumberLimits): number | null;
  neededNumber(name: string, limits: NumberLimits): number;
  /** Undefined where it is none of them. */
  oneOf<const Value extends string>(name: string, all: readonly Value[]): Value | undefined;
  readonly mistakes: Mistakes;
};
export type NumberLimits = { readonly least: number; readonly most: number; readonly whole?: boolean };

export function readFields(form: Form, say: Say): FieldReader {
  const mistakes: Record<string, string> = {};
  const words = (name: string, most: number) => {
    const text = form.text(name).trim();
    if (text.length > most) mistakes[name] = say('field.tooLong', { most, has: text.length });
    return text === '' ? null : text;
  };
  const number = (name: string, { least, most, whole = false }: NumberLimits) => {
    const text = form.text(name).trim();
    if (text === '') return null;
    const value = numberIn(text);
    if (value === undefined) mistakes[name] = say('field.noNumber');
    else if (value < least || value > most) mistakes[name] = say('field.outside', { least, most });
    else if (whole && !Number.isInteger(value)) mistakes[name] = say('field.notWhole');
    return value ?? null;
  };
  function needed<Value>(name: string, value: Value | null, instead: Value): Value {
    if (value !== null) return value;
    mistakes[name] ??= say('field.needed');
    return instead;
  }
  return {
    words,
    needed: (name, most) => needed(name, words(name, most), ''),
    number,
    neededNumber: (name, limits) => needed(name, number(name, limits), 0),
    oneOf: (name, all) => all.find((each) => each === form.text(name)),
    mistakes,
  };
}

export const isMistaken = (mistakes: Mistakes): boolean => Object.keys(mistakes).length > 0;

/** Signs that part thousands, besides the point and the comma, which part them in one country and cents in another. */
const BLANKS = /[\s\u00a0\u202f'’]/g;
const SIGNS = /[€$£]|[A-Z]{3}/g;

/**
 * A number as people of any country write it: `425,000`, `425.000,50`, `€ 1 200`. A sign before exactly three digits parts
 * thousands, since nobody writes a price or an area with three decimals. Undefined where it is none.
 */
export function numberIn(typed: string): number | undefined {
  const text = typed.replace(SIGNS, '').replace(BLANKS, '');
  const grouped = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:[.,](\d{1,2}))?$/.exec(text);
  if (grouped) return Number(`${grouped[1]?.replace(/[.,]/g, '')}.${grouped[3] ?? '0'}`);
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}
