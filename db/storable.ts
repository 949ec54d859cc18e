const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/**
 * Text as Postgres can keep it: it refuses U+0000 everywhere and lone surrogates in jsonb, and what a person sends must
 * not jam a turn (P4). Exact bytes are kept as bytea.
 */
export const storable = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text);

/** JSON for a jsonb column. What is a string already is taken for JSON. */
export function jsonText(value: unknown): string {
  if (typeof value === 'string') return value;
  const text = JSON.stringify(value);
  if (!UNSTORABLE.test(text)) return text;
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? storable(each).toWellFormed() : each));
}
