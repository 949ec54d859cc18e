import { fieldsIn, isFields } from '#core/fields.ts';
import { commentOf, type Named, typeOf } from './type-of.ts';

/**
 * The records of the API by the answer that shows one, those that others hold first: written once, and named wherever
 * they come again. `field` leads from the answer to it, through the items of lists.
 */
const RECORDS: readonly { readonly name: string; readonly path: string; readonly field?: readonly string[] }[] = [
  { name: 'Problem', path: 'get /company 401' },
  { name: 'Company', path: 'get /company 200' },
  { name: 'User', path: 'get /users/{id} 200' },
  { name: 'Contact', path: 'get /contacts/{id} 200' },
  { name: 'Property', path: 'get /properties/{id} 200' },
  { name: 'Deal', path: 'get /deals/{id} 200' },
  { name: 'DealProperty', path: 'get /deals/{id}/properties 200', field: ['items'] },
  { name: 'Meeting', path: 'get /meetings/{id} 200' },
  { name: 'Activity', path: 'get /contacts/{id}/activities 200', field: ['items'] },
  { name: 'Feedback', path: 'get /contacts/{id}/feedback 200', field: ['items'] },
  { name: 'PortalUser', path: 'get /contacts/{id}/portal-user 200' },
  { name: 'Failure', path: 'get /contacts/{id}/messages 200', field: ['items', 'failure'] },
  { name: 'Message', path: 'get /contacts/{id}/messages 200', field: ['items'] },
  { name: 'Delivery', path: 'get /deliveries 200', field: ['items'] },
  { name: 'Client', path: 'get /today 200', field: ['viewings', 'contact'] },
  { name: 'Home', path: 'get /today 200', field: ['viewings', 'property'] },
  { name: 'Wish', path: 'get /meetings/{id}/times 200', field: ['wishes'] },
  { name: 'Times', path: 'get /meetings/{id}/times 200' },
  { name: 'Wait', path: 'get /waits 200', field: ['items'] },
  { name: 'Today', path: 'get /today 200' },
  { name: 'Import', path: 'get /imports/{id} 200' },
  { name: 'Webhook', path: 'get /webhooks 200', field: ['items'] },
  { name: 'WebhookDelivery', path: 'get /webhooks/{id}/deliveries 200', field: ['items'] },
  { name: 'ChannelAccount', path: 'get /channel-accounts 200', field: ['items'] },
  { name: 'Event', path: 'get /events 200', field: ['items'] },
];
const BASE = '/api/v1';
/** What nearly every status of a refusal answers. */
const REFUSED = '{ content: {\n"application/problem+json": Problem;\n} }';

/** The types of an OpenAPI document of ours: its records, and `Paths` in the shape that openapi-fetch takes. */
export function pathsOf(document: unknown): string {
  const paths = fieldsIn(document, 'paths');
  const named: Named = new Map();
  const records = RECORDS.map(({ name, path, field = [] }) => {
    const written = typeOf(schemaAt(paths, path, field), named);
    if (!written.includes('{')) throw new Error(`${name} is no record of its own: ${written}`);
    named.set(written, name);
    return `export type ${name} = ${written};\n`;
  });
  named.set(REFUSED, 'Refused');
  const routes = Object.entries(paths).map(
    ([path, item]) =>
      `${JSON.stringify(path)}: {\n${Object.entries(isFields(item) ? item : {})
        .map(([method, operation]) => `${commentOf(operation)}${method}: ${operationOf(operation, named)};`)
        .join('\n')}\n};`,
  );
  return `${records.join('\n')}\ntype Refused = ${REFUSED};\n\n/** Every route, with what it takes and answers. */\nexport type Paths = {\n${routes.join('\n')}\n};\n`;
}

function schemaAt(paths: unknown, path: string, field: readonly string[]): unknown {
  const [method = '', route = '', status = ''] = path.split(' ');
  const operation = fieldsIn(fieldsIn(paths, `${BASE}${route}`), method);
  const [media] = Object.values(fieldsIn(fieldsIn(fieldsIn(operation, 'responses'), status), 'content'));
  return field.reduce<unknown>(
    (schema, name) => insideOf(fieldsIn(schema, 'properties')[name]),
    fieldsIn(media, 'schema'),
  );
}

/** The schema of one of a list, and of what may be null. */
function insideOf(schema: unknown): unknown {
  if (!isFields(schema)) return schema;
  if (schema.type === 'array') return insideOf(schema.items);
  const options = Array.isArray(schema.anyOf)
    ? schema.anyOf.filter((each) => isFields(each) && each.type !== 'null')
    : [];
  return options.length === 1 ? options[0] : schema;
}

function operationOf(operation: unknown, named: Named): string {
  const body = fieldsIn(operation, 'requestBody');
  const answers = Object.entries(fieldsIn(operation, 'responses')).map(
    ([status, answer]) => `${commentOf(answer)}${status}: ${contentOf(answer, named)};`,
  );
  return `{
parameters: {\n${['path', 'query', 'header'].map((place) => parametersOf(operation, place, named)).join('\n')}\n};
${'content' in body ? `requestBody${body.required === true ? '' : '?'}: ${contentOf(body, named)};\n` : ''}responses: {\n${answers.join('\n')}\n};
}`;
}

function parametersOf(operation: unknown, place: string, named: Named): string {
  const all = isFields(operation) && Array.isArray(operation.parameters) ? operation.parameters.filter(isFields) : [];
  const own = all.filter((each) => each.in === place);
  if (own.length === 0) return `${place}?: never;`;
  const lines = own.map(
    (each) =>
      `${commentOf(each)}${JSON.stringify(each.name)}${each.required === true ? '' : '?'}: ${typeOf(each.schema, named)};`,
  );
  return `${place}${own.some((each) => each.required === true) ? '' : '?'}: {\n${lines.join('\n')}\n};`;
}

function contentOf(holder: unknown, named: Named): string {
  const media = Object.entries(fieldsIn(holder, 'content'));
  if (media.length === 0) return '{ content?: never }';
  const lines = media.map(([type, each]) => `${JSON.stringify(type)}: ${typeOf(fieldsIn(each, 'schema'), named)};`);
  const written = `{ content: {\n${lines.join('\n')}\n} }`;
  return named.get(written) ?? written;
}
