import { PROBLEMS } from '#adapters/crm-api/errors.ts';
import { type Fields, fieldsIn, isFields } from '#core/fields.ts';
import { fieldRow, type Places, type Showing, typeOf, wholePart } from './docs-fields.ts';
import { anchorOf, escaped, exampleBlock, prose } from './docs-html.ts';

/** One route of the description. */
export type Operation = { readonly path: string; readonly method: string; readonly about: Fields };

export const operationAnchor = ({ method, path }: Operation): string => anchorOf(method, path);

export const summaryOf = ({ about }: Operation): string => textOf(about.summary);

/** A route with all that it takes and answers. */
export function operationPart(operation: Operation, places: Places): string {
  const { path, method, about } = operation;
  const anchor = operationAnchor(operation);
  return `<article id="${anchor}"><h3><a href="#${anchor}">${escaped(summaryOf(operation))}</a></h3>
<p class="route"><span class="method ${method.toLowerCase()}">${method}</span> <code>${escaped(path)}</code></p>
<p>${prose(textOf(about.description))}</p>${takenPart(about, { places, isAnswer: false })}${answersPart(about, { places, isAnswer: true })}</article>`;
}

const PARTS = [
  ['path', 'In the path'],
  ['query', 'In the query'],
  ['header', 'In the headers'],
] as const;

function takenPart(about: Fields, showing: Showing): string {
  const all = Array.isArray(about.parameters) ? about.parameters.filter(isFields) : [];
  const parts = PARTS.map(([place, title]) => {
    const own = all.filter((each) => each.in === place);
    const rows = own.map((each) =>
      fieldRow(
        textOf(each.name),
        each.schema,
        each.required === true,
        showing,
        typeof each.description === 'string' ? each.description : undefined,
      ),
    );
    return rows.length > 0 ? `<h4>${title}</h4><dl>${rows.join('')}</dl>` : '';
  });
  return parts.join('') + bodyPart(about, showing);
}

function bodyPart(about: Fields, showing: Showing): string {
  return Object.entries(fieldsIn(fieldsIn(about, 'requestBody'), 'content'))
    .map(([mime, media]) => {
      const { schema, example } = isFields(media) ? media : {};
      const fields = wholePart(schema, showing);
      if (fields === '' && mime === 'application/json') return '';
      return `<h4>In the body <span class="type">${escaped(mime)}</span></h4>${fields}${exampleBlock('Example of a body', example)}`;
    })
    .join('');
}

function answersPart(about: Fields, showing: Showing): string {
  const all = Object.entries(fieldsIn(about, 'responses'));
  const good = all.filter(([status]) => /^[23]/.test(status));
  return good.map(([status, answer]) => answerPart(status, answer, showing)).join('') + problemsPart(all);
}

function answerPart(status: string, answer: unknown, showing: Showing): string {
  const content = Object.entries(fieldsIn(answer, 'content'));
  const [media] = content.map(([, each]) => each);
  const { schema, example } = isFields(media) ? media : {};
  const kinds = content.map(([mime]) => mime);
  const isJson = kinds.includes('application/json');
  const what = isJson ? typeOf(schema, showing) : kinds.length > 0 ? escaped(kinds.join(', ')) : 'nothing';
  const said = textOf(isFields(answer) ? answer.description : '');
  return `<h4>Answer ${escaped(status)} <span class="type">${what}</span></h4>${said === 'Done' ? '' : `<p>${prose(said)}</p>`}${isJson ? wholePart(schema, showing) + exampleBlock('Example of an answer', example) : ''}`;
}

/** The problems that are named for it, each with a way to what it means. */
function problemsPart(answers: readonly [string, unknown][]): string {
  const links = answers.flatMap(([status, answer]) => {
    const said = isFields(answer) ? answer.description : undefined;
    const found = Object.entries(PROBLEMS).find(([, { title }]) => title === said);
    return found ? [`<li><a href="#${found[0]}">${escaped(status)} ${escaped(found[1].title)}</a></li>`] : [];
  });
  return links.length > 0 ? `<h4>Problems</h4><ul class="problems">${links.join('')}</ul>` : '';
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
