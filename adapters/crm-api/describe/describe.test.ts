import Fastify, { type FastifyInstance } from 'fastify';
import { Compile } from 'typebox/compile';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROBLEMS } from '#adapters/crm-api/errors.ts';
import { aDescribedApi } from '#adapters/crm-api/testing.ts';
import { fieldsIn, isFields } from '#core/fields.ts';
import { FIELD_WORDS } from './field-words.ts';
import { optionsOf } from './say-fields.ts';

type Place = { readonly where: string; readonly media: unknown };

let server: FastifyInstance;
let document: unknown;
let page: string;
beforeAll(async () => {
  server = await aDescribedApi(Fastify());
  document = (await server.inject('/api/openapi.json')).json();
  page = (await server.inject('/api/docs')).body;
});

const operations = () =>
  Object.entries(fieldsIn(document, 'paths')).flatMap(([path, item]) =>
    Object.entries(isFields(item) ? item : {}).map(([method, about]) => ({ name: `${method} ${path}`, about })),
  );

/** Every body and every answer that the document has. */
const places = (): readonly Place[] =>
  operations().flatMap(({ name, about }) => [
    ...Object.values(fieldsIn(fieldsIn(about, 'requestBody'), 'content')).map((media) => ({
      where: `${name} body`,
      media,
    })),
    ...Object.entries(fieldsIn(about, 'responses')).flatMap(([status, answer]) =>
      Object.values(fieldsIn(answer, 'content')).map((media) => ({ where: `${name} ${status}`, media })),
    ),
  ]);

/** The fields of a schema that do not say what they mean. */
function unsaid(schema: unknown, where: string): readonly string[] {
  if (!isFields(schema)) return [];
  const own = Object.entries(fieldsIn(schema, 'properties')).flatMap(([name, field]) => [
    ...(fieldsIn({ field }, 'field').description ? [] : [`${where}: ${name}`]),
    ...unsaid(field, `${where} ${name}`),
  ]);
  return [...own, ...[schema.items, ...optionsOf(schema)].flatMap((each) => unsaid(each, where))];
}

describe('the API’s description', () => {
  it('says what every parameter and every field means, of what is sent and what is answered', () => {
    const parameters = operations().flatMap(({ name, about }) =>
      (isFields(about) && Array.isArray(about.parameters) ? about.parameters : [])
        .filter((each) => isFields(each) && !each.description && !fieldsIn(each, 'schema').description)
        .map((each) => `${name} ${fieldsIn({ each }, 'each').name}`),
    );

    expect(parameters).toEqual([]);
    expect(places().flatMap(({ media, where }) => unsaid(fieldsIn(media, 'schema'), where))).toEqual([]);
  });

  it('has an example of every body and answer in JSON that it would take itself', () => {
    for (const { where, media } of places()) {
      const { schema, example } = isFields(media) ? media : {};
      if (!isFields(schema) || /"binary"/.test(JSON.stringify(schema)) || !/ (body|2\d\d)$/.test(where)) continue;
      expect(example, where).toBeDefined();
      expect(JSON.stringify(example), where).not.toMatch(/…"/);
      expect(Compile(schema).Errors(example), where).toEqual([]);
    }
  });

  it('has no words for what no route knows', () => {
    const names = new Set(JSON.stringify(document).match(/(?<=")[a-z_0-9]+(?=":|")/gi));

    expect(Object.keys(FIELD_WORDS).filter((key) => !names.has(key.split('.').at(-1) ?? ''))).toEqual([]);
  });
});

describe('the page of it', () => {
  it('leads from its contents to every route, record and problem, and nowhere else', () => {
    const [ids, links] = [/ id="([^"]+)"/g, / href="#([^"]+)"/g].map((each) =>
      [...page.matchAll(each)].map(([, name]) => name),
    );

    expect(ids?.length).toBe(new Set(ids).size);
    expect(links?.filter((each) => !ids?.includes(each))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(PROBLEMS)));
    expect(page.match(/<article id="(get|post|put|patch|delete)-/g)).toHaveLength(operations().length);
  });

  it('shows of a route what it takes and answers, with examples, and needs nothing from elsewhere', () => {
    const route = /<article id="post-contacts">.*?<\/article>/s.exec(page)?.[0] ?? '';

    expect(route).toContain('<code>first_name</code> <span class="type">string</span> <b>required</b>');
    expect(route).toContain('One of <code>lead</code>, <code>contact</code>');
    expect(route).toContain('&quot;first_name&quot;: &quot;Anna&quot;');
    expect(route).toContain('<a href="#record-contact">Contact</a>');
    expect(page).not.toMatch(/<script|<link|src=|url\(/);
  });
});
