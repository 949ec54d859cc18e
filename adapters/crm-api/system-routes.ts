import { Type } from 'typebox';
import type { Routes } from './api.ts';
import { problems } from './schema-parts.ts';

/** The state of all queues (P9). For Admins. */
export const systemRoutes =
  (queue: () => Promise<unknown>): Routes =>
  (api) => {
    api.get(
      '/system/queue',
      {
        config: { deed: 'watchQueues' },
        schema: {
          tags: ['System'],
          summary: 'What came in and what is owed',
          response: { 200: Type.Unsafe<unknown>({ type: 'object' }), ...problems('notAllowed') },
        },
      },
      async (_request, reply) => reply.send(await queue()),
    );
  };
