import { describe, expect, it, vi } from 'vitest';
import { createLogger } from './create-logger.ts';
import { createMetrics } from './metrics.ts';
import { createServer } from './server.ts';

const aWebServer = () =>
  createServer({
    log: createLogger('silent'),
    metrics: createMetrics(),
    ready: () => Promise.reject(new Error('nobody asks')),
  });

describe('the web server', () => {
  it.each([
    ['can’t be decoded', '%'],
    ['is no UTF-8', '%ff'],
    ['is too long', 'x'.repeat(400)],
  ])('refuses an address of which a part %s, in the API’s own way there', async (_, part) => {
    const server = aWebServer();
    server.get('/api/v1/contacts/:id', async () => ({}));
    server.get('/pages/:id', async () => ({}));

    const inApi = await server.inject(`/api/v1/contacts/${part}`);
    const elsewhere = await server.inject(`/pages/${part}`);

    expect(inApi.headers).toMatchObject({
      'content-type': expect.stringContaining('application/problem+json'),
      'x-content-type-options': 'nosniff',
    });
    expect(inApi.json()).toMatchObject({ status: inApi.statusCode, title: 'The request can’t be read' });
    expect(elsewhere.statusCode).toBeGreaterThanOrEqual(400);
    expect(elsewhere.statusCode).toBeLessThan(500);
    expect(elsewhere.json()).toEqual({ error: 'The request is not understood' });
    expect(elsewhere.headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it.each(['/', '/nowhere', '/api', '/api/nowhere', '/webhooks/%ff'])(
    'answers a browser with a page that leads on, and a program with JSON, where nothing is: %s',
    async (path) => {
      const server = aWebServer();

      const browser = await server.inject({
        url: path,
        headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
      });
      const program = await server.inject({ url: path, headers: { accept: '*/*' } });

      expect([browser.statusCode, program.statusCode]).toEqual(path.includes('%') ? [400, 400] : [404, 404]);
      expect(browser.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(browser.body).toContain('<a href="/crm">');
      expect(browser.headers['content-security-policy']).toContain("default-src 'none'");
      expect(program.json()).toEqual({ error: expect.any(String) });
      await server.close();
    },
  );

  it('closes as soon as what is in hand is answered, whatever connections are kept alive', async () => {
    const server = aWebServer();
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
