import { createHash } from 'node:crypto';
import { request as ask, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import Fastify, { type FastifyRequest } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aDescribedApi } from '#adapters/crm-api/testing.ts';
import { createLogger } from './create-logger.ts';
import type { Pace } from './cut-slow-senders.ts';
import { createMetrics } from './metrics.ts';
import { createServer } from './server.ts';

/** A step is longer than a busy machine stands still. */
const PACE: Pace = { wholeMs: 300, stepMs: 1000, leastBytes: 8, closingMs: 100 };
const PIECE = Buffer.from('a piece of it, ');

/** A server with a route for feeds, which are read as they come, and one for small bodies. */
async function aServer(pace: Partial<Pace> = {}) {
  const server = createServer({
    log: createLogger('silent'),
    metrics: createMetrics(),
    ready: () => Promise.reject(new Error('nobody asks')),
    refusals: async () => ({ html: 'no', headers: {} }),
    pace: { ...PACE, ...pace },
  });
  onTestFinished(() => server.close());
  server.addContentTypeParser('application/xml', (_request, payload, done) => done(null, payload));
  const { promise: came, resolve: begun } = Promise.withResolvers<void>();
  const hashed = async ({ body }: FastifyRequest) => {
    const hash = createHash('sha256');
    for await (const piece of body as AsyncIterable<Buffer>) {
      begun();
      hash.update(piece);
    }
    return { hash: hash.digest('hex') };
  };
  server.post('/feed', { bodyLimit: 256 * 1024 * 1024 }, hashed);
  server.post('/small', hashed);
  server.post('/busy', { bodyLimit: 256 * 1024 * 1024 }, async (request) => {
    await after(PACE.stepMs * 3);
    return hashed(request);
  });
  server.post('/refused', { bodyLimit: 256 * 1024 * 1024 }, (_request, reply) => reply.code(403).send({}));
  return { server, came, url: await server.listen({ host: '127.0.0.1', port: 0 }) };
}

/** Sends a piece every so often; `pieces` undefined: it never comes to an end. */
async function sends(
  url: string,
  { everyMs, pieces }: { readonly everyMs: number; readonly pieces?: number },
): Promise<{ status: number; body: string; closed: Promise<void> }> {
  const sent = ask(url, { method: 'POST', headers: { 'content-type': 'application/xml' } });
  const closed = new Promise<void>((resolve) => sent.on('close', resolve));
  const answered = new Promise<IncomingMessage>((resolve, reject) => sent.on('response', resolve).on('error', reject));
  let isOver = false;
  void closed.then(() => {
    isOver = true;
  });
  const feed = async () => {
    for (let at = 0; at !== pieces && !isOver; at += 1) {
      sent.write(PIECE);
      await after(everyMs);
    }
    sent.end();
  };
  void feed();
  const answer = await answered;
  let body = '';
  for await (const piece of answer) body += piece;
  return { status: answer.statusCode ?? 0, body, closed };
}

/** Sends such a head by a bare socket, then pieces for ever; resolves with all that came back once the connection is closed. */
function sendsOn(url: string, head: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let all = '';
  socket.on('data', (data) => {
    all += data;
  });
  const piece = `${PIECE.length.toString(16)}\r\n${PIECE}\r\n`;
  const feed = setInterval(() => socket.write(piece), 20);
  onTestFinished(() => void socket.destroy());
  socket.write([...head, 'transfer-encoding: chunked', '', ''].join('\r\n'));
  return new Promise((resolve) => {
    // The last pieces may find nobody, which is no matter.
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(feed);
      resolve(all);
    });
  });
}

const hashOf = (pieces: number) =>
  createHash('sha256')
    .update(Buffer.concat(Array(pieces).fill(PIECE)))
    .digest('hex');

describe('a body that comes slowly', () => {
  it('is taken in whole on a route for large ones, however long it takes', async () => {
    const { url } = await aServer();

    const began = performance.now();
    const { status, body } = await sends(`${url}/feed`, { everyMs: 50, pieces: 50 });

    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ hash: hashOf(50) });
    expect(performance.now() - began).toBeGreaterThan(PACE.stepMs * 2);
  });

  it('is cut off where next to nothing comes', async () => {
    const { url } = await aServer({ leastBytes: 1000 });

    expect(await sends(`${url}/feed`, { everyMs: 50 })).toMatchObject({ status: 408 });
  });

  it('is cut off on every other route, whatever comes', async () => {
    const { url } = await aServer();

    expect(await sends(`${url}/small`, { everyMs: 20 })).toMatchObject({ status: 408 });
    const { status, closed } = await sends(`${url}/nowhere`, { everyMs: 20 });
    expect(status).toBe(404);
    await closed;
  });

  it.each([
    [400, 'at an address that can’t be decoded', ['POST /%ff HTTP/1.1', 'host: x']],
    [400, 'there in the API', ['POST /api/v1/contacts/%ff HTTP/1.1', 'host: x']],
    [400, 'there at the desk, of a browser', ['POST /crm/contacts/%ff HTTP/1.1', 'host: x', 'accept: text/html']],
    [400, 'at what is no address', ['POST nowhere HTTP/1.1', 'host: x']],
    [404, 'at every address together', ['OPTIONS * HTTP/1.1', 'host: x']],
    [404, 'by a method of nobody’s', ['PROPFIND /small HTTP/1.1', 'host: x']],
    [404, 'by a proxy’s address', ['POST http://x/nowhere HTTP/1.1', 'host: x']],
    [400, 'without a host', ['POST /small HTTP/1.1']],
    [415, 'of a kind that is not taken', ['POST /small HTTP/1.1', 'host: x', 'content-type: text/odd']],
    [431, 'after a head that is too long', ['POST /small HTTP/1.1', 'host: x', `cookie: ${'x'.repeat(20_000)}`]],
    [417, 'after an odd expectation', ['POST /small HTTP/1.1', 'host: x', 'expect: odd']],
    [
      408,
      'after a wish for another protocol',
      ['POST /small HTTP/1.1', 'host: x', 'content-type: application/xml', 'connection: upgrade', 'upgrade: websocket'],
    ],
  ] as const)('is cut off where the answer is %i, %s', async (status, _, head) => {
    const { url } = await aServer();

    expect(await sendsOn(url, head)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it('is listened to no longer once it is refused', async () => {
    const { url } = await aServer();

    const { status, closed } = await sends(`${url}/refused`, { everyMs: 20 });

    expect(status).toBe(403);
    await closed;
  });

  it('is nothing where it was put in without a line, though nobody ever read it', async () => {
    const server = createServer({
      log: createLogger('silent'),
      metrics: createMetrics(),
      ready: () => Promise.reject(new Error('nobody asks')),
      refusals: () => Promise.reject(new Error('nobody reads')),
      pace: PACE,
    });
    onTestFinished(() => server.close());

    const refused = await server.inject({
      method: 'POST',
      url: '/nowhere',
      payload: 'x',
      headers: { 'content-type': 'text/odd' },
    });
    await after(PACE.wholeMs * 2);

    expect(refused.statusCode).toBeGreaterThanOrEqual(400);
  });

  it('is not cut off where it is we who are slow', async () => {
    const { url } = await aServer();

    const answer = await fetch(`${url}/busy`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: new Uint8Array(20 * 1024 * 1024),
    });

    expect(answer.status).toBe(200);
  });

  it('may come on every route of the API that takes files', async () => {
    const found: string[] = [];
    const api = Fastify();
    api.addHook('onRoute', ({ url, bodyLimit = 0, schema }) => {
      if (schema?.consumes && bodyLimit > 1024 * 1024) found.push(url);
    });
    await aDescribedApi(api);
    onTestFinished(() => api.close());

    expect(found).toEqual(['/api/v1/properties/:id/photos', '/api/v1/import/properties']);
  });

  it('holds a server that closes up no longer than its patience', async () => {
    const { server, url, came } = await aServer();
    const sent = sends(`${url}/feed`, { everyMs: 20 });
    await came;

    await server.close();

    expect(await sent).toMatchObject({ status: 408 });
  });
});
