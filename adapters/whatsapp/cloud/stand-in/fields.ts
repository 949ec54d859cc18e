import { GraphError } from './graph-error.ts';

/** A JSON object of unknown shape. */
export type Fields = { readonly [name: string]: unknown };

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Refuses a field that Meta does not know: a misspelt one would be lost in silence otherwise. */
export function only(fields: Fields, known: readonly string[], at: string): void {
  const strange = Object.keys(fields).find((name) => !known.includes(name));
  if (strange) throw new GraphError(400, 100, `Unexpected key "${strange}" on param "${at}"`);
}

export function fieldsAt(fields: Fields, name: string): Fields {
  const value = fields[name];
  if (value === undefined) throw new GraphError(400, 131008, `The parameter ${name} is required`);
  if (!isFields(value)) throw new GraphError(400, 131009, `The parameter ${name} is no object`);
  return value;
}

export function listAt(fields: Fields, name: string, least: number, most: number): readonly Fields[] {
  const value = fields[name];
  if (value === undefined) throw new GraphError(400, 131008, `The parameter ${name} is required`);
  if (!Array.isArray(value) || !value.every(isFields))
    throw new GraphError(400, 131009, `${name} is no list of objects`);
  if (value.length < least || value.length > most)
    throw new GraphError(400, 131009, `${name} has ${value.length} entries; ${least} to ${most} are allowed`);
  return value;
}

/** Text of 1 to `most` characters, counted as UTF-16 units, the stricter of the two ways. */
export function wordsAt(fields: Fields, name: string, most: number): string {
  const value = fields[name];
  if (value === undefined) throw new GraphError(400, 131008, `The parameter ${name} is required`);
  if (typeof value !== 'string' || value.trim() === '') throw new GraphError(400, 131009, `${name} is no text`);
  if (value.length > most)
    throw new GraphError(400, 131009, `${name} has ${value.length} characters; ${most} are allowed`);
  return value;
}
