import type { Routes } from './api.ts';

/** The state of all queues (P9). For Admins. */
export const systemRoutes =
  (queue: () => Promise<unknown>): Routes =>
  (api) => {
    api.get(
      '/system/queue',
      { config: { deed: 'watchQueues' }, schema: { tags: ['System'], summary: 'What came in and what is owed' } },
      async (_request, reply) => reply.send(await queue()),
    );
  };
