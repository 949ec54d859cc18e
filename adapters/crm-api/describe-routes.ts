import type { SwaggerTransform, SwaggerTransformObject } from '@fastify/swagger';
import { fieldsIn, isFields } from '#core/fields.ts';

const file = { type: 'string', format: 'binary' };
const photos = { type: 'object', properties: { photos: { type: 'array', items: file } }, required: ['photos'] };
/** What @fastify/swagger writes where a schema has no description. */
const UNSAID = 'Default Response';
const onceOnly = {
  type: 'object',
  properties: {
    'Idempotency-Key': { type: 'string', description: 'repeated within 24 hours, the request is answered the same' },
  },
};

/** A route with what its schema can't say: bodies that are read as they stream in, and the header that every POST takes. */
export const describeRoute: SwaggerTransform = ({ schema, url, route }) => {
  const streamed = schema?.consumes?.includes('multipart/form-data') ? photos : file;
  return {
    url,
    schema: {
      ...schema,
      ...(schema?.consumes && !schema.body ? { body: streamed } : {}),
      ...(route.method === 'POST' ? { headers: onceOnly } : {}),
    },
  };
};

/** The whole document in the words of OpenAPI 3.1, whose schemas are JSON Schema 2020-12; a body that needs no field may be left out. */
export const describeAll: SwaggerTransformObject = (described) => {
  // The routes check by the same schemas, and go on to.
  const document = structuredClone('openapiObject' in described ? described.openapiObject : described.swaggerObject);
  for (const path of Object.values(document.paths ?? {}))
    for (const operation of Object.values(isFields(path) ? path : {})) {
      const body = fieldsIn(operation, 'requestBody');
      if ('content' in body)
        Reflect.set(body, 'required', Object.values(fieldsIn(body, 'content')).some(needsSomething));
      for (const answer of Object.values(fieldsIn(operation, 'responses')))
        if (isFields(answer) && answer.description === UNSAID) Reflect.set(answer, 'description', 'Done');
    }
  nameTuples(document);
  return document;
};

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
