import { recordsOf } from '#adapters/crm-api/describe/records.ts';
import { fieldsIn, isFields } from '#core/fields.ts';
import { commentOf, type Named, typeOf } from './type-of.ts';

/** What nearly every status of a refusal answers. */
const REFUSED = '{ content: {\n"application/problem+json": Problem;\n} }';

/** The types of an OpenAPI document of ours: its records, and `Paths` in the shape that openapi-fetch takes. */
export function pathsOf(document: unknown): string {
  const paths = fieldsIn(document, 'paths');
  const named: Named = new Map();
  const records = recordsOf(document).map(({ name, schema }) => {
    const written = typeOf(schema, named);
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
