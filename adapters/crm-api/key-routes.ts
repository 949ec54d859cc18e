import { Type } from 'typebox';
import { type KeyNeeds, makeKey, revokeKey } from '#core/crm/keep-keys.ts';
import { KEY_MEANINGS } from '#core/crm/meanings.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { accepted } from './errors.ts';
import { byId, id, idOf, listOf, listQuery, moment, nullable, problems, userId, words } from './schema-parts.ts';

const tags = ['Keys'];
const closed = { additionalProperties: false };
const config = { deed: 'keepKeys' } as const;
const MOST_NAME = 100;
const given = { name: words(MOST_NAME), user_id: userId };
const shown = { id, ...given, last_used_at: nullable(moment), created_at: moment };
export const keySchema = Type.Object(shown, closed);

/** What opens this API. For Admins. */
export const keyRoutes =
  (outside: KeyNeeds): Routes =>
  (api, door) => {
    api.get(
      '/keys',
      {
        config,
        schema: {
          tags,
          summary: 'The keys that open the API, newest first',
          description:
            'For Admins. Without those that were revoked. `last_used_at` is true to the minute; the keys themselves are not shown again.',
          querystring: listQuery({}),
          response: { 200: listOf(keySchema), ...problems('notAllowed', 'invalid') },
        },
      },
      (request, reply) => {
        const span = spanOf(request.query);
        return door.answer(request, reply, async ({ kept }) => ({
          status: 200,
          body: listBody(await kept.keys.list(span)),
        }));
      },
    );

    api.post(
      '/keys',
      {
        config,
        schema: {
          tags,
          summary: 'Makes a key',
          description:
            'For Admins. It acts as the user, with their rights, and opens nothing while they are not Active. The key is answered once.',
          body: Type.Object(given, {
            ...closed,
            examples: [{ name: 'Website forms', user_id: '0192f0c1-2a34-7b56-8c78-9d0e1f2a3b4c' }],
          }),
          response: {
            201: Type.Object({ ...shown, api_key: Type.String() }, closed),
            ...problems('notAllowed', 'invalid'),
          },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent }) => {
          const { record, key } = accepted(KEY_MEANINGS, await makeKey({ ...kept, ...outside }, agent, request.body));
          return { status: 201, body: { ...record, api_key: key } };
        }),
    );

    api.delete(
      '/keys/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Revokes a key: the next request with it is refused',
          params: byId,
          response: { 204: Type.Null(), ...problems('notAllowed', 'notFound') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent }) => {
          accepted(KEY_MEANINGS, await revokeKey(kept, agent, idOf(request.params.id, 'key')));
          return { status: 204, body: null };
        }),
    );
  };
