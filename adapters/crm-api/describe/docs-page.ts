import { PROBLEMS } from '#adapters/crm-api/errors.ts';
import { fieldsIn, isFields } from '#core/fields.ts';
import { groupOf } from './describe-routes.ts';
import { type Places, placesOf, wholePart } from './docs-fields.ts';
import { anchorOf, escaped, exampleBlock, prose } from './docs-html.ts';
import { type Operation, operationAnchor, operationPart, summaryOf } from './docs-operation.ts';
import { STYLE } from './docs-style.ts';
import { exampleOf } from './example-of.ts';
import { type ApiRecord, recordsOf } from './records.ts';

type Group = { readonly name: string; readonly operations: readonly Operation[] };

/** The API's description as a page to read, for any browser and any width: no script, nothing from elsewhere. */
export function docsPage(document: unknown): string {
  const groups = groupsOf(document);
  const records = recordsOf(document);
  const places = placesOf(records);
  const contents = contentsPart(groups, records);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Tesoro Chat API</title><style>${STYLE}</style></head>
<body><a class="skip" href="#main">To the routes</a>
<nav class="side" aria-label="Contents">${contents}</nav>
<main id="main"><h1>Tesoro Chat API</h1>
${beginningPart(document)}
<details class="contents"><summary>Contents</summary><nav aria-label="Contents, on a small screen">${contents}</nav></details>
${groups.map((group) => groupPart(group, places)).join('\n')}
<section><h2 id="records">Records</h2><p>What several routes take or answer, each described once.</p>${records.map((record) => recordPart(record, places)).join('\n')}</section>
<section><h2 id="problems">Problems</h2><p>What is answered instead, as <code>application/problem+json</code> (RFC 9457). <code>type</code> leads to one of these.</p><dl class="list">${problemParts()}</dl></section>
</main></body></html>`;
}

function groupsOf(document: unknown): readonly Group[] {
  const operations = Object.entries(fieldsIn(document, 'paths')).flatMap(([path, item]) =>
    Object.entries(isFields(item) ? item : {}).flatMap(([method, about]) =>
      isFields(about) ? [{ path, method: method.toUpperCase(), about }] : [],
    ),
  );
  const names = [...new Set(operations.map(({ about }) => groupOf(about)))];
  return names.map((name) => ({ name, operations: operations.filter(({ about }) => groupOf(about) === name) }));
}

function contentsPart(groups: readonly Group[], records: readonly ApiRecord[]): string {
  const routes = groups.map(({ name, operations }) => {
    const links = operations.map((operation) => link(operationAnchor(operation), summaryOf(operation)));
    return `<li>${linkTo(anchorOf('group', name), name)}<ul>${links.join('')}</ul></li>`;
  });
  const named = records.map(({ name }) => link(anchorOf('record', name), name));
  return `<ul><li>${linkTo('beginning', 'Before you begin')}</li>${routes.join('')}<li>${linkTo('records', 'Records')}<ul>${named.join('')}</ul></li><li>${linkTo('problems', 'Problems')}</li></ul>`;
}

const linkTo = (anchor: string, words: string): string => `<a href="#${anchor}">${escaped(words)}</a>`;
const link = (anchor: string, words: string): string => `<li>${linkTo(anchor, words)}</li>`;

/** What every caller has to know, with a first call to copy. */
function beginningPart(document: unknown): string {
  const { description } = fieldsIn(document, 'info');
  const sentences = String(description ?? '').split('\n\n');
  return `<section><h2 id="beginning">Before you begin</h2>
${sentences.map((words) => `<p>${prose(words)}</p>`).join('')}
<pre><code>curl https://chat.example/api/v1/contacts \\
  -H 'X-Api-Key: the-key-of-your-program' \\
  -H 'Content-Type: application/json' \\
  -H 'Idempotency-Key: form-4711' \\
  -d '{ "first_name": "Anna", "last_name": "Jansen", "email": "anna@mail.example" }'</code></pre>
<p>The same for machines: <a href="/api/openapi.json">openapi.json</a>, OpenAPI 3.1.</p></section>`;
}

const groupPart = ({ name, operations }: Group, places: Places): string =>
  `<section><h2 id="${anchorOf('group', name)}">${escaped(name)}</h2>${operations.map((operation) => operationPart(operation, places)).join('')}</section>`;

function recordPart({ name, schema }: ApiRecord, places: Places): string {
  const anchor = anchorOf('record', name);
  const showing = { places: new Map([...places].filter(([, other]) => other !== name)), isAnswer: true };
  return `<article id="${anchor}"><h3><a href="#${anchor}">${name}</a></h3>${wholePart(schema, showing)}${exampleBlock('Example', isFields(schema) ? exampleOf(schema, name) : undefined)}</article>`;
}

const problemParts = (): string =>
  Object.entries(PROBLEMS)
    .map(
      ([kind, { status, title, hint }]) =>
        `<div><dt id="${kind}">${status} ${escaped(title)} <span class="type">${kind}</span></dt><dd>${prose(hint)}</dd></div>`,
    )
    .join('');
