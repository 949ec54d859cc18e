import { fieldsIn, isFields } from '#core/fields.ts';

/** Types that stand by a name, by what is written of them in full. */
export type Named = Map<string, string>;

/** The TypeScript of a JSON Schema as our API writes them: what it admits, with its descriptions. */
export function typeOf(schema: unknown, named: Named): string {
  const written = writtenOf(isFields(schema) ? schema : {}, named);
  return named.get(written) ?? written;
}

function writtenOf(schema: Readonly<Record<string, unknown>>, named: Named): string {
  const { enum: values, anyOf, type, format } = schema;
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (Array.isArray(anyOf)) return [...new Set(anyOf.map((each) => typeOf(each, named)))].join(' | ');
  switch (type) {
    case 'string':
      return format === 'binary' ? 'Blob' : 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
    case 'null':
      return type;
    case 'array':
      return arrayOf(schema, named);
    case 'object':
      return objectOf(schema, named);
    case undefined:
      return 'unknown';
    default:
      throw new Error(`no type is known for the schema ${JSON.stringify(schema)}`);
  }
}

const arrayOf = ({ prefixItems, items }: Readonly<Record<string, unknown>>, named: Named): string =>
  Array.isArray(prefixItems)
    ? `[${prefixItems.map((each) => typeOf(each, named)).join(', ')}]`
    : `Array<${typeOf(items, named)}>`;

function objectOf(schema: Readonly<Record<string, unknown>>, named: Named): string {
  const fields = Object.entries(fieldsIn(schema, 'properties'));
  const { additionalProperties: others, required } = schema;
  if (fields.length === 0) return `Record<string, ${others === false ? 'never' : typeOf(others, named)}>`;
  const needed = new Set(Array.isArray(required) ? required : []);
  const lines = fields.map(
    ([name, field]) =>
      `${commentOf(field)}${JSON.stringify(name)}${needed.has(name) ? '' : '?'}: ${typeOf(field, named)};`,
  );
  return `{\n${lines.join('\n')}\n}`;
}

/** What a schema, a parameter or an operation says of itself. */
export function commentOf(described: unknown): string {
  const { summary, description } = isFields(described) ? described : {};
  const words = [summary, description].filter((each) => typeof each === 'string' && each !== '').join('. ');
  return words === '' ? '' : `/** ${words.replaceAll('*/', '* /')} */\n`;
}
