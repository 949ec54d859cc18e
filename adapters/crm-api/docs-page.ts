import { PROBLEMS } from './errors.ts';

type Json = unknown;

/** The API's description as a page to read: no script, nothing from elsewhere. */
export function docsPage(document: Json): string {
  const paths = entries(at(document, 'paths'));
  const operations = paths.flatMap(([path, item]) =>
    entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => tagOf(operation)))];
  const sections = tags.map(
    (tag) =>
      `<section><h2>${escaped(tag)}</h2>${operations
        .filter(({ operation }) => tagOf(operation) === tag)
        .map(operationPart)
        .join('')}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tesoro Chat API</title><style>${STYLE}</style></head>
<body><main><h1>Tesoro Chat API</h1>
<p>${escaped(words(at(document, 'info'), 'description'))}</p>
<p>The key goes in the header <code>X-Api-Key</code>. The same in machine-readable form: <a href="/api/openapi.json">openapi.json</a>.</p>
${sections.join('\n')}
<section><h2>Problems</h2><dl>${problemParts()}</dl></section>
</main></body></html>`;
}

function operationPart({ path, method, operation }: { path: string; method: string; operation: Json }): string {
  const parameters = list(at(operation, 'parameters'));
  const body = at(operation, 'requestBody', 'content', 'application/json', 'schema');
  return `<article><h3><span class="method">${method}</span> <code>${escaped(path)}</code></h3>
<p>${escaped(words(operation, 'summary'))}. ${escaped(words(operation, 'description'))}</p>
${parameters.length > 0 ? fieldTable(parameters.map(parameterRow)) : ''}
${body === undefined ? '' : bodyPart(body)}
<p class="answers">Answers: ${entries(at(operation, 'responses'))
    .map(([status, answer]) => `<b>${escaped(status)}</b> ${escaped(words(answer, 'description'))}`)
    .join(' · ')}</p></article>`;
}

function bodyPart(schema: Json): string {
  const needed = new Set(list(at(schema, 'required')));
  const rows = entries(at(schema, 'properties')).map(([name, field]) => row(name, needed.has(name), field));
  const [example] = list(at(schema, 'examples'));
  const shown = example === undefined ? '' : `<pre>${escaped(JSON.stringify(example, null, 2))}</pre>`;
  return rows.length > 0 ? fieldTable(rows) + shown : '';
}

const fieldTable = (rows: readonly string[]) =>
  `<table><thead><tr><th>Field</th><th>Type</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;

const parameterRow = (parameter: Json) =>
  row(words(parameter, 'name'), at(parameter, 'required') === true, {
    ...asObject(at(parameter, 'schema')),
    description: words(parameter, 'description') || words(at(parameter, 'schema'), 'description'),
  });

const row = (name: string, needed: boolean, schema: Json) =>
  `<tr><td><code>${escaped(name)}</code>${needed ? ' <b>required</b>' : ''}</td><td>${escaped(typeOf(schema))}</td><td>${escaped(words(schema, 'description'))}</td></tr>`;

function typeOf(schema: Json): string {
  const options = list(at(schema, 'enum'));
  if (options.length > 0) return options.join(' | ');
  const any = list(at(schema, 'anyOf'));
  if (any.length > 0) return any.map(typeOf).join(' or ');
  const type = words(schema, 'type');
  return type === 'array' ? `list of ${typeOf(at(schema, 'items'))}` : type || 'any';
}

const problemParts = () =>
  Object.entries(PROBLEMS)
    .map(
      ([kind, { status, title, hint }]) => `<dt id="${kind}">${status} ${escaped(title)}</dt><dd>${escaped(hint)}</dd>`,
    )
    .join('');

const tagOf = (operation: Json) => String(list(at(operation, 'tags'))[0] ?? 'Other');

function at(value: Json, ...names: readonly string[]): Json {
  let found = value;
  for (const name of names) found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  return found;
}
const asObject = (value: Json): object => (typeof value === 'object' && value !== null ? value : {});
const entries = (value: Json): [string, Json][] => Object.entries(asObject(value));
const list = (value: Json): readonly unknown[] => (Array.isArray(value) ? value : []);
function words(value: Json, name: string): string {
  const found = at(value, name);
  return typeof found === 'string' ? found : '';
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (plain: string) => plain.replaceAll(/[&<>"]/g, (each) => ENTITIES[each] ?? each);

const STYLE = `body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1d2733;background:#f6f7f9}main{max-width:60rem;margin:0 auto;padding:1rem}
article{background:#fff;border:1px solid #dde2e8;border-radius:8px;padding:.25rem 1rem;margin:1rem 0;overflow-x:auto}
h3{font-size:1rem}.method{background:#1d4f7a;color:#fff;border-radius:4px;padding:.1rem .4rem;font-size:.8rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;border-top:1px solid #e6eaee;padding:.3rem .5rem;vertical-align:top}
pre{background:#f0f3f6;padding:.75rem;border-radius:6px;overflow-x:auto}.answers{font-size:.9rem;color:#51606f}dt{font-weight:600}`;
