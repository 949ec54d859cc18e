/** A JSON object that nobody has checked. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object in a field; an empty one where there is none. */
export function fieldsIn(value: unknown, field: string): Fields {
  const found = isFields(value) ? value[field] : undefined;
  return isFields(found) ? found : {};
}

/** The text in a field, without what no database takes: U+0000 and halves of surrogate pairs. */
export function textIn(value: Fields, field: string): string | undefined {
  const found = value[field];
  return typeof found === 'string' ? found.replaceAll('\0', '').toWellFormed() : undefined;
}

/** The number in a field as text: ids of platforms that have at most 53 bits. */
export function idIn(value: Fields, field: string): string | undefined {
  const found = value[field];
  return Number.isSafeInteger(found) ? String(found) : undefined;
}
