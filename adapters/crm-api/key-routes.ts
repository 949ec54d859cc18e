import { Type } from 'typebox';
import { type ApiKeyTools, makeApiKey, revokeApiKey } from '#core/crm/keep-api-keys.ts';
import { API_KEY_MEANINGS } from '#core/crm/meanings.ts';
import type { Routes } from './api.ts';
import { accepted } from './errors.ts';
import { byId, id, idOf, moment, problems, userId, words } from './schema-parts.ts';

const tags = ['Keys'];
const closed = { additionalProperties: false };
const config = { deed: 'keepApiKeys' } as const;
/** More than an office has. */
const MOST = 200;
const shown = { id, name: Type.String(), user_id: userId, created_at: moment };

/** The keys of this API. For Admins. */
export const keyRoutes =
  (tools: ApiKeyTools): Routes =>
  (api, door) => {
    api.get(
      '/keys',
      {
        config,
        schema: {
          tags,
          summary: 'The keys that are good, newest first',
          response: {
            200: Type.Object({ items: Type.Array(Type.Object(shown, closed)) }, closed),
            ...problems('notAllowed'),
          },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => {
          const items = (await kept.apiKeys.list(MOST)).map(({ user: _, ...key }) => key);
          return { status: 200, body: { items } };
        }),
    );

    api.post(
      '/keys',
      {
        config,
        schema: {
          tags,
          summary: 'Makes a key',
          description:
            'It acts as a user, with their rights, for as long as they are active. The key is answered once.',
          body: Type.Object({ name: words(100), user_id: userId }, closed),
          response: {
            201: Type.Object({ ...shown, key: Type.String() }, closed),
            ...problems('notAllowed', 'invalid'),
          },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent }) => {
          const { name, user_id: user } = request.body;
          const { record, key } = accepted(
            API_KEY_MEANINGS,
            await makeApiKey({ ...kept, ...tools }, agent, { name, user }),
          );
          return { status: 201, body: { ...record, key } };
        }),
    );

    api.delete(
      '/keys/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Ends a key at once',
          params: byId,
          response: { 204: Type.Null(), ...problems('notAllowed', 'notFound') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent }) => {
          accepted(API_KEY_MEANINGS, await revokeApiKey(kept, agent, idOf(request.params.id, 'key')));
          return { status: 204, body: null };
        }),
    );
  };
