import { addDays, type Day, isDay } from '#core/clock.ts';
import { type Id, isId } from '#core/ids.ts';

/** How one value that a press carries stands in its code: a few signs of A-Z a-z 0-9 - _, without a dot. */
export type Field<Value> = {
  /** Throws where the value is none that we ever put on a button. */
  write(value: Value): string;
  /** Undefined where nothing reads like that. Never throws. */
  read(code: string): Value | undefined;
};

/** A value that may be missing; only the last ones can be. */
export type Maybe<Value> = Field<Value> & { readonly isOptional: true };

export const maybe = <Value>(field: Field<Value>): Maybe<Value> => ({ ...field, isOptional: true });

/** One of some words, each by a letter of its own. */
export const letter = <Key extends string>(letters: Readonly<Record<Key, string>>): Field<Key> => ({
  write: (key) => letters[key],
  read: (code) => {
    for (const key in letters) if (letters[key] === code) return key;
    return undefined;
  },
});

/** One of some words, as they are. */
export const word = <Value extends string>(all: readonly Value[]): Field<Value> => ({
  write: (value) => value,
  read: (code) => all.find((each) => each === code),
});

/** One of some numbers. */
export const oneOf = <Value extends number>(all: readonly Value[]): Field<Value> => ({
  write: (value) => number.write(value),
  read: (code) => all.find((each) => number.write(each) === code),
});

const RADIX = 36;

/** A whole number from 0 on. */
export const number: Field<number> = {
  write(value) {
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`a button can't carry the number ${value}`);
    return value.toString(RADIX);
  },
  read(code) {
    const value = /^[0-9a-z]{1,11}$/.test(code) ? Number.parseInt(code, RADIX) : Number.NaN;
    return Number.isSafeInteger(value) ? value : undefined;
  },
};

const KEY = /^[a-z_]+$/;

/** A key that the office chose, of a-z and _: a reason (SPEC 2). */
export const key: Field<string> = {
  write(value) {
    if (!KEY.test(value)) throw new Error(`a reason is a key of a-z and _, not "${value}"`);
    return value;
  },
  read: (code) => (KEY.test(code) ? code : undefined),
};

/** Days are counted from here. */
const EPOCH = '1970-01-01';
const DAY_MS = 24 * 60 * 60 * 1000;
/** The last day that is written with four digits of the year. */
const LAST_DAY = Math.round((Date.parse('9999-12-31') - Date.parse(EPOCH)) / DAY_MS);

export const day: Field<Day> = {
  write(value) {
    if (!isDay(value)) throw new Error(`a button can't carry the day ${value}`);
    return number.write(Math.round((Date.parse(value) - Date.parse(EPOCH)) / DAY_MS));
  },
  read(code) {
    const days = number.read(code);
    return days === undefined || days > LAST_DAY ? undefined : addDays(EPOCH, days);
  },
};

const MONTHS = 12;

/** `2026-11`. */
export const month: Field<string> = {
  write(value) {
    if (!isDay(`${value}-01`)) throw new Error(`a button can't carry the month ${value}`);
    const [years = 0, months = 1] = value.split('-').map(Number);
    return number.write(years * MONTHS + months - 1);
  },
  read(code) {
    const months = number.read(code) ?? Number.NaN;
    const year = `${Math.floor(months / MONTHS)}`.padStart(4, '0');
    const read = `${year}-${`${(months % MONTHS) + 1}`.padStart(2, '0')}`;
    return isDay(`${read}-01`) ? read : undefined;
  },
};

/** RFC 4648, base64url. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A UUID's 16 bytes as 22 letters of base64url: three hex digits are two letters, padded with one zero. */
export const id = <Kind extends string>(): Field<Id<Kind>> => ({
  write(value) {
    if (!isId(value)) throw new Error('an id is a lower-case UUID');
    const hex = `${value.replaceAll('-', '')}0`;
    let code = '';
    for (let at = 0; at < hex.length; at += 3) {
      const bits = Number.parseInt(hex.slice(at, at + 3), 16);
      code += DIGITS.charAt(bits >> 6) + DIGITS.charAt(bits & 63);
    }
    return code;
  },
  read(code) {
    if (!/^[\w-]{22}$/.test(code)) return undefined;
    let hex = '';
    for (let at = 0; at < code.length; at += 2) {
      const bits = DIGITS.indexOf(code.charAt(at)) * 64 + DIGITS.indexOf(code.charAt(at + 1));
      hex += bits.toString(16).padStart(3, '0');
    }
    const read = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})0$/, '$1-$2-$3-$4-$5');
    return isId(read) ? read : undefined;
  },
});

export const offer = id<'offer'>();
export const viewing = id<'viewing'>();
