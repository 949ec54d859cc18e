import fc, { type Arbitrary } from 'fast-check';
import { type Fields, fieldsIn, isFields } from '#core/fields.ts';

/** One route of an OpenAPI document. */
export type Operation = { readonly path: string; readonly method: string; readonly described: Fields };

/** What is sent to a route, as it goes over the line. */
export type OddRequest = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};

/** Ids that a request may name: of our own records, and of another company's. */
export type Ids = readonly string[];

const LONG = 20_000;
const MANY = 1000;
const DEEP = 5000;
/** JSON that no value of JavaScript is written as, by the words that stand for it until then. */
const RAW: Readonly<Record<string, string>> = {
  '@1e400': '1e400',
  '@-0': '-0',
  '@9e99': '9007199254740993.000000001e99',
  '@deep': `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
  '@deeper': `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
  '@proto': '{"__proto__":{"admin":true}}',
  '@constructor': '{"constructor":{"prototype":1}}',
  '@twice': '{"a":1,"a":2}',
  '@NaN': 'NaN',
};
const HOSTILE_WORDS = [
  '',
  ' ',
  '\u00a0\u2003',
  '\0',
  'a\0b',
  '\ud800',
  'a\udc00b',
  '\u202e\u2066',
  '\ufeff',
  '👩‍👩‍👧‍👦'.repeat(40),
  "'; drop table contacts; --",
  '%00',
  '\\u0000',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{name}}',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '2026-02-30T25:61:61Z',
  '2016-12-31T23:59:60Z',
  '2026-11-26T10:00:00+99:99',
  'x'.repeat(LONG),
];
const words = fc.oneof(fc.constantFrom(...HOSTILE_WORDS), fc.string({ unit: 'binary', maxLength: 30 }));
const hostile: Arbitrary<unknown> = fc.oneof(
  words,
  fc.constantFrom<unknown>(...Object.keys(RAW)),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324, [], {}, [[]]),
  fc.constantFrom<unknown>(Array(MANY).fill('x'), Array(MANY).fill(null), Array(MANY).fill({ from: '09:00' })),
  fc.jsonValue({ maxDepth: 3 }),
);

/** What a schema admits, with something else in its place now and then. */
function given(schema: unknown, ids: Ids): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: admitted(isFields(schema) ? schema : {}, ids) },
    { weight: 1, arbitrary: hostile },
  );
}

function admitted(schema: Fields, ids: Ids): Arbitrary<unknown> {
  const { enum: values, anyOf, type, minimum, maximum, prefixItems, items, maxItems, minItems } = schema;
  if (Array.isArray(values)) return fc.constantFrom<unknown>(...values);
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map((each) => given(each, ids)));
  switch (type) {
    case 'string':
      return stringOf(schema, ids);
    case 'integer':
      return fc.integer({ min: bound(minimum, -(2 ** 31)), max: bound(maximum, 2 ** 31 - 1) });
    case 'number':
      return fc.double({ min: bound(minimum, -1e308), max: bound(maximum, 1e308), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      if (Array.isArray(prefixItems)) return fc.tuple(...prefixItems.map((each) => given(each, ids)));
      return fc.array(given(items, ids), {
        minLength: bound(minItems, 0),
        maxLength: Math.min(bound(maxItems, 4), 4),
      });
    case 'object':
      return objectOf(schema, ids);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

const bound = (given: unknown, otherwise: number) => (typeof given === 'number' ? given : otherwise);

function stringOf({ pattern, format, description, maxLength, minLength }: Fields, ids: Ids): Arbitrary<string> {
  if (format === 'uuid') return fc.constantFrom(...ids);
  if (format === 'date-time')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((each) => each.toISOString());
  const about = typeof description === 'string' ? description : '';
  if (about.includes('e-mail')) return fc.oneof(fc.emailAddress(), fc.constantFrom('a@b.test', 'Ä@ö.test', 'a@b'));
  if (about.includes('phone')) return fc.constantFrom('+34600111222', '+34 600 111 223', '600', '+0');
  if (about.includes('time zone'))
    return fc.constantFrom('Europe/Madrid', 'UTC', 'Mars/Olympus', '+01:00', 'GMT0', 'europe/madrid');
  if (typeof pattern === 'string' && pattern !== '\\S') return fc.stringMatching(new RegExp(pattern));
  const max = Math.min(bound(maxLength, 60), 60);
  return fc.string({ unit: 'grapheme', minLength: Math.min(bound(minLength, 0), max), maxLength: max });
}

function objectOf(schema: Fields, ids: Ids): Arbitrary<unknown> {
  const fields = Object.entries(fieldsIn(schema, 'properties'));
  const needed = Array.isArray(schema.required) ? schema.required.filter((each) => typeof each === 'string') : [];
  if (fields.length === 0 && schema.additionalProperties !== false)
    return fc.dictionary(fc.oneof(words, fc.string()), given(schema.additionalProperties, ids), { maxKeys: 3 });
  const known = fc.record(Object.fromEntries(fields.map(([name, each]) => [name, given(each, ids)])), {
    requiredKeys: needed,
  });
  const odd = fc
    .tuple(known, fc.dictionary(words, hostile, { maxKeys: 2 }))
    .map(([own, more]) => ({ ...own, ...more }));
  const lacking = known.map((own) => Object.fromEntries(Object.entries(own).slice(1)));
  return fc.oneof({ weight: 10, arbitrary: known }, { weight: 1, arbitrary: odd }, { weight: 1, arbitrary: lacking });
}

/** JSON with what stands for raw parts written out. */
const written = (value: unknown): string =>
  Object.entries(RAW).reduce((json, [name, raw]) => json.replaceAll(`"${name}"`, raw), JSON.stringify(value) ?? '');

const oddBody = fc.oneof(
  fc.constantFrom('', ' ', '{', '[]', 'null', '1', '"x"', '{}', 'a=1&b=2', '\ud800', '\0', '{"a":}', '<xml/>'),
  fc.string({ unit: 'binary' }),
  hostile.map(written),
);
const oddTypes = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-16',
  'application/json;;',
  'text/plain',
  'text/xml',
  'application/xml',
  'multipart/form-data',
  'multipart/form-data; boundary=cut',
  'multipart/form-data; boundary=',
  'application/x-www-form-urlencoded',
  'x',
);
const BOUNDARY = 'cut';
const multipartBody = fc
  .array(
    fc.record({
      name: fc.constantFrom('photos', 'photos', 'x', ''),
      file: fc.constantFrom('; filename="a.jpg"', '; filename=""', '', '; filename="\u00e9\\"\r\n.png"'),
      words: fc.oneof(words, fc.constant('\u00ff\u00d8\u00ff\u00e0')),
    }),
    { maxLength: 40 },
  )
  .chain((parts) =>
    fc
      .constantFrom(`--${BOUNDARY}--\r\n`, '', '--')
      .map(
        (end) =>
          `${parts
            .map(
              ({ name, file, words: inside }) =>
                `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${inside}\r\n`,
            )
            .join('')}${end}`,
      ),
  );
const feedBody = fc.constantFrom(
  '<root><kyero><feed_version>3</feed_version></kyero></root>',
  '<root><property><ref>1</ref><price>1e400</price><type>\u0000</type></property></root>',
  '<root><property><ref></ref></property><property>',
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><root>&b;</root>',
  '<a>'.repeat(DEEP),
  `<root><property><ref>${'x'.repeat(LONG)}</ref></property></root>`,
);

function bodyOf({ described }: Operation, ids: Ids): Arbitrary<{ type?: string; body?: string }> {
  const [[type, media] = []] = Object.entries(fieldsIn(fieldsIn(described, 'requestBody'), 'content'));
  const strange = fc.record({ type: oddTypes, body: oddBody }, { requiredKeys: ['body'] });
  if (type === undefined) return fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: strange });
  const asked = type.startsWith('multipart')
    ? multipartBody.map((body) => ({ type: `${type}; boundary=${BOUNDARY}`, body }))
    : type.endsWith('xml')
      ? feedBody.map((body) => ({ type, body }))
      : admitted(fieldsIn(media, 'schema'), ids).map((value) => ({ type, body: written(value) }));
  return fc.oneof(
    { weight: 8, arbitrary: asked },
    { weight: 1, arbitrary: strange },
    { weight: 1, arbitrary: fc.constant({}) },
  );
}

/** A text in an address; halves of surrogate pairs have no way there. */
const encoded = (value: unknown) => encodeURIComponent(String(value).toWellFormed());
const ODD_PARTS = ['%', '%00', '%ff', '%2e%2e%2f', '%E0%A4%A', '%f0%9f%8f%a1', 'x'.repeat(3000), '0', '-', 'null', "'"];

function pathOf({ path, described }: Operation, ids: Ids): Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([hole]) => hole);
  const part = fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_PARTS) },
    { weight: 1, arbitrary: words.map(encoded) },
  );
  return fc
    .tuple(fc.tuple(...names.map(() => part)), queryOf(described, ids))
    .map(
      ([parts, query]) => names.reduce((whole, hole, at) => whole.replace(hole, () => parts[at] ?? ''), path) + query,
    );
}

function queryOf(described: Fields, ids: Ids): Arbitrary<string> {
  const parameters = Array.isArray(described.parameters) ? described.parameters.filter(isFields) : [];
  const known = parameters
    .filter((each) => each.in === 'query')
    .map((each) => given(each.schema, ids).map((value) => `${String(each.name)}=${encoded(value)}`));
  const odd = fc.constantFrom(
    'a=1',
    '__proto__=1',
    'limit[]=1',
    'limit=',
    'cursor=%00',
    'cursor=%',
    '=',
    '&&',
    'q=%ff',
    'limit=1e3',
  );
  const pair =
    known.length > 0 ? fc.oneof({ weight: 6, arbitrary: fc.oneof(...known) }, { weight: 1, arbitrary: odd }) : odd;
  const some = fc.array(pair, { minLength: 1, maxLength: 4 }).map((pairs) => `?${pairs.join('&')}`);
  return known.length > 0
    ? fc.oneof({ weight: 2, arbitrary: some }, { weight: 1, arbitrary: fc.constant('') })
    : fc.oneof({ weight: 1, arbitrary: some }, { weight: 5, arbitrary: fc.constant('') });
}

const oddHeaders: Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Readonly<Record<string, string>>>(
      { 'idempotency-key': 'same' },
      { 'idempotency-key': '' },
      { 'idempotency-key': '\u00e9' },
      { 'idempotency-key': 'k'.repeat(300) },
      { range: 'bytes=0-' },
      { range: 'bytes=9-1,-5' },
      { range: 'lines=1-2' },
      { range: `bytes=${'9'.repeat(40)}-` },
      { 'if-none-match': '*' },
      { 'if-range': '"x"', range: 'bytes=0-0' },
      { accept: 'text/html' },
      { 'content-encoding': 'gzip' },
      { 'x-http-method-override': 'DELETE' },
      { 'accept-language': 'x'.repeat(2000) },
      { cookie: '=;=' },
      { host: 'elsewhere.test' },
    ),
  },
);

/** Requests to a route: by its own description, with values that nobody should send here and there. */
export const oddRequests = (operation: Operation, ids: Ids): Arbitrary<OddRequest> =>
  fc
    .record({ path: pathOf(operation, ids), sent: bodyOf(operation, ids), headers: oddHeaders })
    .map(({ path, sent: { type, body }, headers }) => ({
      method: operation.method.toUpperCase(),
      path,
      headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
      body: operation.method === 'get' ? undefined : body,
    }));
