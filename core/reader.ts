import { type Id, isId } from './ids.ts';

/**
 * Reads a value out of JSON that an older or newer version may have stored; undefined where it is none of that kind.
 * Never throws, and hands on nothing that it did not look at.
 */
export type Reader<Value> = (json: unknown) => Value | undefined;

export const aText: Reader<string> = (json) => (typeof json === 'string' ? json : undefined);
export const aNumber: Reader<number> = (json) => (typeof json === 'number' && Number.isFinite(json) ? json : undefined);
export const aTruth: Reader<boolean> = (json) => (typeof json === 'boolean' ? json : undefined);

export const anId =
  <Kind extends string>(): Reader<Id<Kind>> =>
  (json) =>
    typeof json === 'string' && isId(json) ? json : undefined;

/** One of these words or numbers. */
export const oneOf =
  <const Value extends string | number>(all: readonly Value[]): Reader<Value> =>
  (json) =>
    all.find((each) => each === json);

/** A list, all of it; undefined where one of its members can't be read. */
export const listOf =
  <Value>(read: Reader<Value>): Reader<readonly Value[]> =>
  (json) => {
    if (!Array.isArray(json)) return undefined;
    const read_ = json.map(read);
    return read_.every((each) => each !== undefined) ? read_ : undefined;
  };

/** A list, as much of it as can be read. */
export const readableOf =
  <Value>(read: Reader<Value>): Reader<readonly Value[]> =>
  (json) =>
    Array.isArray(json) ? json.map(read).filter((each) => each !== undefined) : undefined;

type Readers = { readonly [name: string]: Reader<unknown> };
type Read<Of extends Readers> = { readonly [Name in keyof Of]: Exclude<ReturnType<Of[Name]>, undefined> };

/**
 * An object: all of `must`, and as much of `may` as can be read. What else it holds is left out.
 *
 *     const readWish = recordOf({ date: aText, partOfDay: oneOf(PARTS) });
 */
export const recordOf =
  <Must extends Readers, May extends Readers = Record<never, never>>(
    must: Must,
    may?: May,
  ): Reader<Read<Must> & Partial<Read<May>>> =>
  (json) => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
    const found = new Map(Object.entries(json));
    const record: Record<string, unknown> = {};
    for (const [name, read] of Object.entries(must)) {
      record[name] = read(found.get(name));
      if (record[name] === undefined) return undefined;
    }
    for (const [name, read] of Object.entries(may ?? {})) {
      const value = read(found.get(name));
      if (value !== undefined) record[name] = value;
    }
    return record as Read<Must> & Partial<Read<May>>;
  };
