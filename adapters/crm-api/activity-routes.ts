import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { activitySchema } from './record-schemas.ts';
import { byId, found, idOf, listOf, listQuery, problems } from './schema-parts.ts';

const schemaOf = (summary: string) => ({
  tags: ['Timelines'],
  summary,
  params: byId,
  querystring: listQuery({}),
  response: { 200: listOf(activitySchema), ...problems('notFound', 'invalid') },
});

export const activityRoutes: Routes = (api, door) => {
  api.get(
    '/contacts/:id/activities',
    { config: { deed: 'readRecords' }, schema: schemaOf('What happened with a contact, newest first') },
    (request, reply) => {
      const span = spanOf(request.query);
      return door.answer(request, reply, async ({ kept }) => {
        const contact = found(await kept.records.contacts.find(idOf(request.params.id, 'contact')), 'contact');
        return { status: 200, body: listBody(await kept.records.activities.list({ contact: contact.id }, span)) };
      });
    },
  );

  api.get(
    '/deals/:id/activities',
    { config: { deed: 'readRecords' }, schema: schemaOf('What happened with a deal, newest first') },
    (request, reply) => {
      const span = spanOf(request.query);
      return door.answer(request, reply, async ({ kept }) => {
        const deal = found(await kept.records.deals.find(idOf(request.params.id, 'deal')), 'deal');
        return { status: 200, body: listBody(await kept.records.activities.list({ deal: deal.id }, span)) };
      });
    },
  );
};
