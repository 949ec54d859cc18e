import { fieldsIn, isFields } from '#core/fields.ts';

/**
 * The records of the API by the answer that shows one, those that others hold first: shown once, and named wherever
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

/** A record that the API shows, with the schema of one. */
export type ApiRecord = { readonly name: string; readonly schema: unknown };

/** The records of an OpenAPI document of ours, each after those that it holds. */
export const recordsOf = (document: unknown): readonly ApiRecord[] =>
  RECORDS.map(({ name, path, field = [] }) => ({ name, schema: schemaAt(fieldsIn(document, 'paths'), path, field) }));

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
