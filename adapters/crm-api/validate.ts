import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { TLocalizedValidationError } from 'typebox/error';
import { Value } from 'typebox/value';
import type { FieldError } from '#core/crm/refusal.ts';
import { isFields } from '#core/fields.ts';
import type { Phones } from '#core/typed/phones.ts';
import { readBareEmail } from '#core/typed/read-email.ts';
import { readNamePart } from '#core/typed/read-name.ts';
import { invalid } from './errors.ts';
import { EMAIL, PERSON_NAME, PHONE } from './schema-parts.ts';

/** Checks what comes in against a TypeBox schema and names every field that is not as it must be. */
export const validatorCompiler =
  (phones: Phones): FastifySchemaCompiler<TSchema> =>
  ({ schema, httpPart }) => {
    const check = Compile(schema);
    const readers = httpPart === 'body' ? readersOf(schema, phones) : [];
    return (given: unknown) => {
      const absent = httpPart === 'body' && (given === undefined || given === null) && !needsBody(schema);
      const raw = httpPart === 'body' ? (absent ? {} : given) : Value.Convert(schema, given);
      const { value, unread } = typedIn(raw, readers);
      const errors = [
        ...unstorable(raw, ''),
        ...(check.Check(value) ? [] : fieldErrors(check.Errors(value), schema)),
        ...unread,
      ];
      return errors.length > 0 ? { error: invalid(...firstOfEach(errors)) } : { value };
    };
  };

type Reading = { readonly field: string; readonly what: string; readonly read: (words: string) => string | undefined };

/** The fields of a body that people type elsewhere too: they are read by the same rule as in the chats. */
function readersOf(schema: TSchema, phones: Phones): readonly Reading[] {
  const known = new Map<unknown, Reading['read']>([
    [EMAIL, readBareEmail],
    [PHONE, (words) => phones.read(words)],
    [PERSON_NAME, readNamePart],
  ]);
  const fields: unknown = Reflect.get(schema, 'properties');
  return Object.entries(isFields(fields) ? fields : {}).flatMap(([field, of]) => {
    const options = isFields(of) && Array.isArray(of.anyOf) ? of.anyOf : [of];
    const what = options
      .map((option) => (isFields(option) ? option.description : undefined))
      .find((each) => known.has(each));
    const read = known.get(what);
    return read && typeof what === 'string' ? [{ field, what, read }] : [];
  });
}

/** The body with each of them as it is kept, and those that can't be read. */
function typedIn(given: unknown, readers: readonly Reading[]): { value: unknown; unread: readonly FieldError[] } {
  if (!isFields(given) || readers.length === 0) return { value: given, unread: [] };
  const value: Record<string, unknown> = { ...given };
  const unread: FieldError[] = [];
  for (const { field, what, read } of readers) {
    const words = given[field];
    if (typeof words !== 'string') continue;
    const found = read(words);
    if (found === undefined) unread.push({ field, detail: `must be: ${what}` });
    else value[field] = found;
  }
  return { value, unread };
}

const needsBody = (schema: TSchema) =>
  'required' in schema && Array.isArray(schema.required) && schema.required.length > 0;

/** What Postgres can't keep: U+0000 in text, and half of a surrogate pair in JSON. */
function unstorable(value: unknown, field: string): FieldError[] {
  if (typeof value === 'string') {
    if (value.includes('\0')) return [{ field: field || 'body', detail: 'must not hold the character U+0000' }];
    return value.isWellFormed() ? [] : [{ field: field || 'body', detail: 'must be well-formed Unicode' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const below = field ? `${field}.${name}` : name;
    return name.includes('\0') || !name.isWellFormed()
      ? [{ field: field || 'body', detail: 'must not hold such a name' }]
      : unstorable(each, below);
  });
}

function fieldErrors(errors: readonly TLocalizedValidationError[], schema: TSchema): FieldError[] {
  return errors
    .filter((error) => !isNullOnly(error, errors))
    .flatMap((error) => {
      const at = error.instancePath.split('/').slice(1).map(plainName);
      const named = (name: string, detail: string) => ({ field: [...at, name].join('.'), detail });
      if (error.keyword === 'required')
        return error.params.requiredProperties.map((name) => named(name, 'is required'));
      if (error.keyword === 'additionalProperties')
        return error.params.additionalProperties.map((name) => named(name, 'is not a field here'));
      if (error.keyword === 'boolean' || error.keyword === 'anyOf') return [];
      return [{ field: at.join('.') || 'body', detail: detailOf(error, schema) }];
    });
}

/** Of a field that may also be null, what is wrong with it otherwise says more than that it is not null. */
function isNullOnly(error: TLocalizedValidationError, all: readonly TLocalizedValidationError[]): boolean {
  const { instancePath: path } = error;
  return (
    error.keyword === 'type' &&
    error.params.type === 'null' &&
    all.some((other) => other !== error && `${other.instancePath}/`.startsWith(`${path}/`) && other.keyword !== 'anyOf')
  );
}

function detailOf(error: TLocalizedValidationError, schema: TSchema): string {
  if (error.keyword === 'enum') return `must be one of ${error.params.allowedValues.join(', ')}`;
  if (error.keyword !== 'pattern' && error.keyword !== 'format') return error.message;
  const description = Reflect.get(nodeAt(schema, error.schemaPath), 'description');
  return typeof description === 'string' ? `must be: ${description}` : error.message;
}

/** The part of a schema that an error speaks of. */
function nodeAt(schema: TSchema, path: string): object {
  let node: unknown = schema;
  for (const name of path.split('/').slice(1).map(plainName))
    node = typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;
  return typeof node === 'object' && node !== null ? node : schema;
}

/** Of JSON pointers. */
const plainName = (name: string) => name.replaceAll('~1', '/').replaceAll('~0', '~');

function firstOfEach(errors: readonly FieldError[]): readonly FieldError[] {
  const seen = new Set<string>();
  return errors.filter(({ field }) => !seen.has(field) && seen.add(field));
}
