import type { SwaggerTransform, SwaggerTransformObject } from '@fastify/swagger';
import { type Fields, fieldsIn, isFields } from '#core/fields.ts';
import { exampleOf } from './example-of.ts';
import { sayField, sayFields } from './say-fields.ts';

const file = { type: 'string', format: 'binary' };
const photos = { type: 'object', properties: { photos: { type: 'array', items: file } }, required: ['photos'] };
const logo = { type: 'object', properties: { logo: file }, required: ['logo'] };
/** What @fastify/swagger writes where a schema has no description. */
const UNSAID = 'Default Response';
/** Where the words of a problem's fields stand, whichever route answers it. */
const PROBLEM = 'Problem';
const onceOnly = {
  type: 'object',
  properties: {
    'Idempotency-Key': { type: 'string', description: 'repeated within 24 hours, the request is answered the same' },
  },
};

/** A route with what its schema can't say: bodies that are read as they stream in, and the header that every POST takes. */
export const describeRoute: SwaggerTransform = ({ schema, url, route }) => {
  const streamed = schema?.consumes?.includes('multipart/form-data') ? (url.endsWith('/logo') ? logo : photos) : file;
  return {
    url,
    schema: {
      ...schema,
      ...(schema?.consumes && !schema.body ? { body: streamed } : {}),
      ...(route.method === 'POST' ? { headers: onceOnly } : {}),
    },
  };
};

/**
 * The whole document in the words of OpenAPI 3.1, whose schemas are JSON Schema 2020-12: what every field means, and an
 * example of every body and answer. A body that needs no field may be left out.
 */
export const describeAll: SwaggerTransformObject = (described) => {
  const bare = 'openapiObject' in described ? described.openapiObject : described.swaggerObject;
  // The routes check by the same schemas, and several of them by the same part: here each is of its own.
  const document: typeof bare = JSON.parse(JSON.stringify(bare));
  nameTuples(document);
  for (const path of Object.values(document.paths ?? {}))
    for (const operation of Object.values(isFields(path) ? path : {})) describeOperation(operation);
  return document;
};

function describeOperation(operation: unknown): void {
  if (!isFields(operation)) return;
  const group = groupOf(operation);
  for (const parameter of Array.isArray(operation.parameters) ? operation.parameters : [])
    if (isFields(parameter) && parameter.description === undefined) sayField(parameter, String(parameter.name), group);
  const body = fieldsIn(operation, 'requestBody');
  if ('content' in body) {
    Reflect.set(body, 'required', Object.values(fieldsIn(body, 'content')).some(needsSomething));
    describeContent(body, group);
  }
  for (const [status, answer] of Object.entries(fieldsIn(operation, 'responses'))) {
    if (isFields(answer) && answer.description === UNSAID) Reflect.set(answer, 'description', 'Done');
    describeContent(answer, /^2/.test(status) ? group : PROBLEM);
  }
}

/** The group of routes that an operation stands in. */
export const groupOf = ({ tags }: Fields): string => String(Array.isArray(tags) ? tags[0] : 'Other');

function describeContent(holder: unknown, within: string): void {
  for (const media of Object.values(fieldsIn(holder, 'content'))) {
    const { schema } = isFields(media) ? media : {};
    if (!isFields(media) || !isFields(schema)) continue;
    sayFields(schema, within);
    if (media.example === undefined && within !== PROBLEM && schema.format !== 'binary' && !hasFiles(schema))
      Reflect.set(media, 'example', exampleOf(schema, within));
  }
}

/** What a file is like no example in JSON can say. */
const hasFiles = (schema: unknown): boolean => JSON.stringify(schema).includes('"binary"');

function needsSomething(media: unknown): boolean {
  const { type, required } = fieldsIn(media, 'schema');
  return type !== 'object' || (Array.isArray(required) && required.length > 0);
}

/** What was `items` and `additionalItems` of a tuple before 2020-12 is `prefixItems` and `items`. */
function nameTuples(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if (isFields(node) && Array.isArray(node.items)) {
    Reflect.set(node, 'prefixItems', node.items);
    Reflect.set(node, 'items', node.additionalItems ?? true);
    Reflect.deleteProperty(node, 'additionalItems');
  }
  for (const each of Object.values(node)) nameTuples(each);
}
