import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import { isOfApi, refuseUnrouted } from '#adapters/crm-api/send-problem.ts';
import { hasNoRoom } from '#core/no-room.ts';
import { cutSlowSenders, type Pace } from './cut-slow-senders.ts';
import type { Metrics } from './metrics.ts';
import type { Ready } from './readiness.ts';
import { type Refusals, wantsPage } from './refusals.ts';
import { refuseUnread } from './refuse-unread.ts';
import { InboxFull } from './work/inbox.ts';

export type ServerNeeds = {
  readonly log: FastifyBaseLogger;
  readonly metrics: Metrics;
  readonly ready: (deep: boolean) => Promise<Ready>;
  readonly refusals: Refusals;
  /** How slowly a body may come, where it is not the usual. */
  readonly pace?: Pace;
};

const BODY_BYTES = 1024 * 1024;
const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** The web server with what every deployment has: health, readiness, metrics. Others mount their routes on it. */
export function createServer({ log, metrics, ready, refusals, pace }: ServerNeeds): FastifyInstance {
  const server = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // Nobody but the platform itself says who it is; a proxy's headers prove nothing.
    trustProxy: false,
    bodyLimit: BODY_BYTES,
    // A time for each kind of body instead: `cutSlowSenders`. Node's own for headers stays, 60 s.
    requestTimeout: 0,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    // An address that can't be decoded, or with too long a part, comes to no route and to no hook.
    frameworkErrors: (error, request, reply) => {
      // Whatever body follows would be waited for by nobody.
      void reply.headers({ ...HEADERS, connection: 'close' });
      void (isOfApi(request.url) ? refuseUnrouted(reply, error) : refuse(request, reply, statusOf(error)));
    },
    clientErrorHandler: refuseUnread(refusals),
  });

  cutSlowSenders(server, BODY_BYTES, pace);
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    // Else the connection of an answer that was in hand would hold the server up for as long as it may be kept alive.
    if (closing) reply.header('connection', 'close');
    for (const [header, value] of Object.entries(HEADERS)) if (!reply.hasHeader(header)) reply.header(header, value);
  });
  server.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    metrics.count('tesoro_http_requests_total', { method, route, status: `${reply.statusCode}` });
    // The route's pattern, never the address: it may hold a token.
    request.log.debug({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  server.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed');
    return refuse(request, reply, status);
  });
  server.setNotFoundHandler((request, reply) => refuse(request, reply, 404));

  server.get('/healthz', { schema: { hide: true } }, () => ({ ok: true }));
  server.get<{ Querystring: { deep?: string } }>('/readyz', { schema: { hide: true } }, async (request, reply) => {
    const state = await ready(request.query.deep === '1');
    return reply.code(state.ok ? 200 : 503).send(state);
  });
  server.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text()),
  );
  return server;

  async function refuse(request: FastifyRequest, reply: FastifyReply, status: number) {
    void reply.code(status);
    if (!wantsPage(request.headers)) return reply.send({ error: ERRORS[status] ?? 'The request is not understood' });
    const { html, headers } = await refusals(request, status);
    return reply.headers(headers).type('text/html; charset=utf-8').send(html);
  }
}

const ERRORS: Readonly<Record<number, string>> = {
  404: 'There is nothing here',
  413: 'The body is too large',
  415: 'This kind of body is not taken here',
  500: 'Something went wrong on our side; it is in the log',
  503: 'This can not be taken right now; try again in a moment',
};

function statusOf(error: unknown): number {
  if (error instanceof InboxFull || hasNoRoom(error)) return 503;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
