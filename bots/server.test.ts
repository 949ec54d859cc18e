import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { createWords } from '#adapters/phrases/create-words.ts';
import { createLogger } from './create-logger.ts';
import { createMetrics } from './metrics.ts';
import { createRefusals } from './refusals.ts';
import { createServer } from './server.ts';

type OfficeName = Parameters<typeof createRefusals>[0]['officeName'];

const aWebServer = (officeName: OfficeName = async () => ({ name: 'Casa', language: 'en' })) =>
  createServer({
    log: createLogger('silent'),
    metrics: createMetrics(),
    ready: () => Promise.reject(new Error('nobody asks')),
    refusals: createRefusals({ words: createWords(), officeName }),
  });

/** As browsers ask for a page. */
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'de-AT,de;q=0.9' };

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

  it.each([
    ['can’t be decoded', 'GET', '/account/%'],
    ['is no UTF-8', 'GET', '/media/%ff'],
    ['is too long', 'GET', `/account/${'x'.repeat(400)}`],
    ['is nowhere', 'GET', '/nowhere'],
    ['takes no such method', 'POST', '/pages/1'],
    ['takes no such body', 'POST', '/forms'],
  ] as const)('a browser reads a page in its language where an address %s', async (_, method, url) => {
    const server = aWebServer();
    server.get('/account/:token', async () => ({}));
    server.get('/media/:id', async () => ({}));
    server.get('/pages/:id', async () => ({}));
    server.post('/forms', async () => ({}));

    const body = method === 'POST' ? { payload: 'x', headers: { ...BROWSER, 'content-type': 'text/odd' } } : {};
    const answer = await server.inject({ method, url, headers: BROWSER, ...body });

    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("style-src 'unsafe-inline'"),
      'cache-control': 'no-store',
    });
    expect(answer.body).toContain('<html lang="de">');
    expect(answer.body).not.toContain('xxx');
  });

  it('a browser reads the desk’s own page where the address is the desk’s', async () => {
    const server = aWebServer();
    server.get('/crm/contacts/:id', async () => ({}));

    const answer = await server.inject({ url: '/crm/contacts/%ff', headers: BROWSER });

    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toContain('href="/crm/today"');
  });

  it.each([
    ['can’t be decoded', '/crm/contacts/%ff', 400],
    ['is nowhere', '/crm/nowhere', 404],
    ['fails', '/crm/failing', 500],
    ['fails, and its own page for that too,', '/crm/today', 500],
  ])(
    'a browser reads a page without the office’s name where one of the desk’s %s and the database is away',
    async (_, url, status) => {
      const away = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432'));
      const server = aWebServer(away);
      server.get('/crm/contacts/:id', async () => ({}));
      server.get('/crm/failing', () => Promise.reject(new Error('the query failed')));
      await server.register(async (desk) => void desk.get('/today', away).setErrorHandler(away), { prefix: '/crm' });

      const answer = await server.inject({ url, headers: BROWSER });

      expect(answer.statusCode).toBe(status);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body).toContain('<html lang="de">');
      expect(answer.body).not.toMatch(/ECONNREFUSED|query failed/);
    },
  );

  it.each([
    ['a page', BROWSER, 'text/html', '<h1>'],
    [
      'JSON',
      { accept: '*/*', 'accept-language': 'de' },
      'application/json',
      '{"error":"Request Header Fields Too Large"}',
    ],
  ] as const)('answers headers that are too long with %s where that is wanted', async (_, headers, type, body) => {
    const server = aWebServer();
    const url = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));

    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(url.port), url.hostname);
      let all = '';
      socket.on('data', (data) => {
        all += data;
      });
      socket.on('end', () => resolve(all)).on('error', reject);
      const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(['GET / HTTP/1.1', 'host: x', ...head, `cookie: ${'x'.repeat(20_000)}`, '', ''].join('\r\n'));
    });

    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain(`content-type: ${type}`);
    expect(answer).toContain(body);
    await server.close();
  });

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
