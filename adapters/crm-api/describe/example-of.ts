import { fieldsIn, isFields } from '#core/fields.ts';
import { isNull, optionsOf, wordsOf } from './say-fields.ts';

/** By the format of a text (JSON Schema, 7.3), where its field has no example of its own. */
const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '0192f0c1-2a34-7b56-8c78-9d0e1f2a3b4c',
  'date-time': '2026-11-26T10:00:00Z',
};
const BY_TYPE: Readonly<Record<string, unknown>> = { string: '…', integer: 1, number: 1, boolean: true, null: null };

/**
 * An invented value that a schema takes, with every field that it knows: what the words of its fields have, the first of
 * several values, one item of a list. `within`: the group of routes.
 */
export function exampleOf(schema: unknown, within: string): unknown {
  if (!isFields(schema)) return null;
  const [given] = Array.isArray(schema.examples) ? schema.examples : [];
  if (given !== undefined) return given;
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const options = optionsOf(schema);
  if (options.length > 0) return exampleOf(options.find((option) => !isNull(option)) ?? options[0], within);
  if (schema.type === 'array')
    return Array.isArray(schema.prefixItems)
      ? schema.prefixItems.map((item) => exampleOf(item, within))
      : [exampleOf(schema.items, within)];
  if (schema.type === 'object') return fieldsOf(schema, within);
  return BY_FORMAT[String(schema.format)] ?? BY_TYPE[String(schema.type)];
}

function fieldsOf(schema: unknown, within: string): unknown {
  const all = Object.entries(fieldsIn(schema, 'properties'));
  return Object.fromEntries(
    all.map(([name, field]) => {
      const as = wordsOf(name, within)?.as;
      return [name, takes(field, as) ? as : exampleOf(field, name === 'items' ? within : name)];
    }),
  );
}

/** Whether there is an example, and it is none that a field of a few values does not know. */
function takes(field: unknown, as: unknown): boolean {
  const options = isFields(field) ? [field, ...optionsOf(field)] : [];
  const values = options.flatMap((option) => (isFields(option) && Array.isArray(option.enum) ? option.enum : []));
  return as !== undefined && (values.length === 0 || values.includes(as));
}
