import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { feedbackSchema } from './record-schemas.ts';
import { byId, found, idOf, listOf, listQuery, problems } from './schema-parts.ts';

const schemaOf = (summary: string) => ({
  tags: ['Feedback'],
  summary,
  description: 'Photos, notes, voice notes and ratings; an album is one item. The bytes of files are at `/media/{id}`.',
  params: byId,
  querystring: listQuery({}),
  response: { 200: listOf(feedbackSchema), ...problems('notFound', 'invalid') },
});

export const feedbackRoutes: Routes = (api, door) => {
  api.get(
    '/contacts/:id/feedback',
    { config: { deed: 'readRecords' }, schema: schemaOf('What a contact gave after viewings, newest first') },
    (request, reply) => {
      const span = spanOf(request.query);
      return door.answer(request, reply, async ({ kept }) => {
        const contact = found(await kept.records.contacts.find(idOf(request.params.id, 'contact')), 'contact');
        return { status: 200, body: listBody(await kept.records.feedback.list({ contact: contact.id }, span)) };
      });
    },
  );

  api.get(
    '/deals/:id/feedback',
    {
      config: { deed: 'readRecords' },
      schema: schemaOf('What clients gave after the viewings of a deal, newest first'),
    },
    (request, reply) => {
      const span = spanOf(request.query);
      return door.answer(request, reply, async ({ kept }) => {
        const deal = found(await kept.records.deals.find(idOf(request.params.id, 'deal')), 'deal');
        return { status: 200, body: listBody(await kept.records.feedback.list({ deal: deal.id }, span)) };
      });
    },
  );
};
