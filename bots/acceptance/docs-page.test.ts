import Fastify from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { docsPage } from '#adapters/crm-api/describe/docs-page.ts';
import { aDescribedApi } from '#adapters/crm-api/testing.ts';
import { fieldsIn } from '#core/fields.ts';
import { aDesk } from './console/a-desk.ts';

/** A list, a body, an answer of several kinds: the whole has a hundred times the same, for which axe takes minutes. */
const SHOWN = ['/api/v1/company', '/api/v1/contacts', '/api/v1/meetings/{id}/times'];

it('the API’s description has no fault that axe knows, in both themes and sizes, and never scrolls sideways', async () => {
  const server = await aDescribedApi(Fastify());
  onTestFinished(() => server.close());
  const document = (await server.inject('/api/openapi.json')).json();
  const paths = fieldsIn(document, 'paths');
  const few = { ...document, paths: Object.fromEntries(SHOWN.map((path) => [path, paths[path]])) };
  const pages = Fastify();
  pages.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(docsPage(few)));
  onTestFinished(() => pages.close());
  const desk = await aDesk({ url: await pages.listen({ host: '127.0.0.1', port: 0 }) });

  await desk.opens('/');

  expect(await desk.faults()).toEqual([]);
  expect(desk.complaints()).toEqual([]);
});
