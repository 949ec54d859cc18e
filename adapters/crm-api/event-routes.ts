import { Type } from 'typebox';
import { EVENT_STATES } from '#core/crm/events.ts';
import { EVENT_MEANINGS } from '#core/crm/meanings.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { accepted } from './errors.ts';
import { byId, channel, id, idOf, listOf, listQuery, moment, noBody, nullable, problems } from './schema-parts.ts';

const config = { deed: 'keepEvents' } as const;
const tags = ['System'];
const eventSchema = Type.Object(
  {
    id,
    channel,
    account: id,
    key: Type.String(),
    received_at: moment,
    state: Type.Enum([...EVENT_STATES]),
    attempts: Type.Integer(),
    error: nullable(Type.String()),
  },
  { additionalProperties: false },
);

/** What came in from the channels, and what to do with what could not be handled (P4). For Admins. */
export const eventRoutes: Routes = (api, door) => {
  api.get(
    '/events',
    {
      config,
      schema: {
        tags,
        summary: 'What came in, newest first',
        description: 'Without its words. `quarantined`: five turns failed; it waits to be replayed or discarded.',
        querystring: listQuery({ state: Type.Optional(Type.Enum([...EVENT_STATES])) }),
        response: { 200: listOf(eventSchema), ...problems('notAllowed', 'invalid') },
      },
    },
    (request, reply) => {
      const span = spanOf(request.query);
      return door.answer(request, reply, async ({ kept }) => ({
        status: 200,
        body: listBody(await kept.events.list(request.query.state, span)),
      }));
    },
  );

  for (const [name, summary] of [
    ['replay', 'Takes a quarantined event again'],
    ['discard', 'Ends a quarantined event without any effect'],
  ] as const)
    api.post(
      `/events/:id/${name}`,
      {
        config,
        schema: {
          tags,
          summary,
          params: byId,
          body: noBody,
          response: { 200: eventSchema, ...problems('notAllowed', 'notFound', 'conflict') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => {
          const changed = await kept.events[name](idOf(request.params.id, 'event'));
          return { status: 200, body: accepted(EVENT_MEANINGS, changed).event };
        }),
    );
};
