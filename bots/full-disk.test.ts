import { expect, it } from 'vitest';
import { problemOf } from '#adapters/crm-api/errors.ts';
import { NoRoom } from '#core/no-room.ts';
import { createLogger } from './create-logger.ts';
import { createMetrics } from './metrics.ts';
import { createServer } from './server.ts';

const coded = (code: string) => Object.assign(new Error('no'), { code });

it.each([
  ['the embedded database without room', new NoRoom('full')],
  ['a full disk of the server', coded('53100')],
  ['a database that its hoster made read-only', coded('25006')],
  ['a full disk, as the query builder tells it', new Error('Failed query', { cause: coded('53100') })],
  ['a full folder of media', coded('ENOSPC')],
  ['a quota', coded('EDQUOT')],
])('says "not now" at every door: %s', async (_what, error) => {
  const ready = () => Promise.reject(new Error('nobody asks'));
  const server = createServer({ log: createLogger('silent'), metrics: createMetrics(), ready });
  server.get('/door', () => Promise.reject(error));

  expect((await server.inject('/door')).statusCode).toBe(503);
  expect(problemOf(error).status).toBe(503);
  await server.close();
});
