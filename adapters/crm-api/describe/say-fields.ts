import { fieldsIn, isFields } from '#core/fields.ts';
import { FIELD_WORDS, type FieldWords } from './field-words.ts';

/** The words for a field within another field, or within a group of routes. */
export const wordsOf = (name: string, within: string): FieldWords | undefined =>
  FIELD_WORDS[`${within}.${name}`] ?? FIELD_WORDS[name];

/**
 * Writes into a schema what each of its fields means, before what the field says of its own shape. `within`: the field or
 * the group of routes that holds it; the items of a list are within the list.
 */
export function sayFields(schema: unknown, within: string): void {
  if (!isFields(schema)) return;
  for (const [name, field] of Object.entries(fieldsIn(schema, 'properties'))) {
    sayField(field, name, within);
    sayFields(field, name === 'items' ? within : name);
  }
  sayFields(schema.items, within);
  for (const option of optionsOf(schema)) sayFields(option, within);
}

/** Writes what one field means into its schema, or into the parameter that has one. */
export function sayField(field: unknown, name: string, within: string): void {
  const means = wordsOf(name, within)?.means;
  if (!isFields(field) || means === undefined) return;
  const own = shapeOf(field);
  Reflect.set(field, 'description', own === undefined || own === means ? means : `${means}; ${own}`);
}

/** What a field says of its shape: itself, where it is not null, or each of its items. */
function shapeOf(field: unknown): string | undefined {
  if (!isFields(field)) return undefined;
  if (typeof field.description === 'string') return field.format === 'uuid' ? undefined : field.description;
  const [only, ...others] = optionsOf(field).filter((option) => !isNull(option));
  if (only !== undefined && others.length === 0) return shapeOf(only);
  return field.type === 'array' ? shapeOf(field.items) : undefined;
}

export const optionsOf = (schema: unknown): readonly unknown[] =>
  isFields(schema) && Array.isArray(schema.anyOf) ? schema.anyOf : [];
export const isNull = (schema: unknown): boolean => isFields(schema) && schema.type === 'null';
