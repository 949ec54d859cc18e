import { describe, expect, it, vi } from 'vitest';
import { createLogger } from './create-logger.ts';
import { createMetrics } from './metrics.ts';
import { createServer } from './server.ts';

describe('the web server', () => {
  it('closes as soon as what is in hand is answered, whatever connections are kept alive', async () => {
    const ready = () => Promise.reject(new Error('nobody asks'));
    const server = createServer({ log: createLogger('silent'), metrics: createMetrics(), ready });
    const [came, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    server.get('/slow', async () => {
      came.resolve();
      await release.promise;
      return { ok: true };
    });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });

    const answered = fetch(`${url}/slow`);
    await came.promise;
    const closed = server.close();
    await vi.waitUntil(() => !server.server.listening);
    release.resolve();

    expect(await (await answered).json()).toEqual({ ok: true });
    await closed;
  }, 5000);
});
