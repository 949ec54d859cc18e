import { type Fields, fieldsIn, isFields } from '#core/fields.ts';
import { anchorOf, escaped, sentence } from './docs-html.ts';
import type { ApiRecord } from './records.ts';
import { isNull, optionsOf } from './say-fields.ts';

/** The records that have a place of their own on the page, by their schemas. */
export type Places = ReadonlyMap<string, string>;

/** How fields are shown: what is sent says which are needed, what is answered which may be missing. */
export type Showing = { readonly places: Places; readonly isAnswer: boolean };

/** A schema as it is told from others, whatever is said of it where it stands. */
const shapeOf = (schema: unknown): string =>
  JSON.stringify(isFields(schema) ? { ...schema, description: undefined } : schema);

export const placesOf = (records: readonly ApiRecord[]): Places =>
  new Map(records.map(({ name, schema }) => [shapeOf(schema), name]));

/** The fields of an object, each with its type, whether it is needed, and what it means; those of what it holds within. */
export function fieldList(schema: unknown, showing: Showing): string {
  const fields = Object.entries(fieldsIn(schema, 'properties'));
  const needed = isFields(schema) && Array.isArray(schema.required) ? schema.required : [];
  const rows = fields.map(([name, field]) => fieldRow(name, field, needed.includes(name), showing));
  return rows.length > 0 ? `<dl>${rows.join('')}</dl>` : '';
}

/** One field, or a parameter by its schema and its own description. */
export function fieldRow(name: string, field: unknown, isNeeded: boolean, showing: Showing, about?: string): string {
  const schema = isFields(field) ? field : {};
  const words = about ?? (typeof schema.description === 'string' ? schema.description : '');
  return `<div><dt><code>${escaped(name)}</code> <span class="type">${typeOf(schema, showing)}</span>${markOf(isNeeded, showing)}</dt><dd>${sentence(words)}${limitsOf(schema)}${within(schema, showing)}</dd></div>`;
}

const markOf = (isNeeded: boolean, { isAnswer }: Showing): string => {
  if (isAnswer) return isNeeded ? '' : ' <i>may be missing</i>';
  return isNeeded ? ' <b>required</b>' : '';
};

/** What a value is, in a few words; a record leads to its place. */
export function typeOf(schema: unknown, showing: Showing): string {
  const name = showing.places.get(shapeOf(schema));
  if (name) return `<a href="#${anchorOf('record', name)}">${name}</a>`;
  const options = optionsOf(schema);
  if (options.length > 0) return [...new Set(options.map((option) => typeOf(option, showing)))].join(' or ');
  const { type, format, items, prefixItems } = isFields(schema) ? schema : {};
  if (Array.isArray(prefixItems)) return `list of ${prefixItems.length} numbers`;
  if (type === 'array') return `list of ${typeOf(items, showing)}`;
  const kind = typeof type === 'string' ? type : chosenType(schema);
  return typeof format === 'string' ? `${kind}, ${format}` : kind;
}

const chosenType = (schema: unknown): string =>
  isFields(schema) && Array.isArray(schema.enum) ? typeof schema.enum[0] : 'any';

/** The values that it may have, and what it is where it is left out. */
function limitsOf(schema: Fields): string {
  const inner = innerOf(schema);
  const values = Array.isArray(inner.enum) ? inner.enum.map((value) => `<code>${escaped(String(value))}</code>`) : [];
  const { minimum, maximum } = inner;
  const fallback = schema.default ?? inner.default;
  return [
    values.length > 1 ? ` One of ${values.join(', ')}.` : values.length === 1 ? ` Always ${values[0]}.` : '',
    minimum === undefined || maximum === undefined ? '' : ` From ${minimum} to ${maximum}.`,
    fallback === undefined ? '' : ` Left out: <code>${escaped(String(fallback))}</code>.`,
  ].join('');
}

/** What a field is where it is not null, or what each of its items is. */
function innerOf(schema: Fields): Fields {
  const [only, ...others] = optionsOf(schema).filter((option) => !isNull(option));
  if (isFields(only) && others.length === 0) return innerOf(only);
  return schema.type === 'array' && isFields(schema.items) ? innerOf(schema.items) : schema;
}

/** The fields of what a field holds, where that has no place of its own. */
function within(schema: Fields, showing: Showing): string {
  const inner = innerOf(schema);
  if (showing.places.has(shapeOf(inner))) return '';
  const options = optionsOf(inner).filter((option) => !isNull(option) && !showing.places.has(shapeOf(option)));
  return options.length > 0
    ? options.map((option) => `<p class="either">Either</p>${fieldList(option, showing)}`).join('')
    : fieldList(inner, showing);
}

/** What stands behind an answer or a body as a whole: its fields, or the record that it is. */
export function wholePart(schema: unknown, showing: Showing): string {
  if (showing.places.has(shapeOf(schema)) || !isFields(schema)) return '';
  return within(schema, showing);
}
