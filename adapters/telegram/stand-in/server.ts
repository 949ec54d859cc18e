import { type FastifyReply, fastify } from 'fastify';
import { botApiRoutes } from './bot-api-routes.ts';
import { ApiError, errorBody } from './errors.ts';
import { peopleRoutes } from './people-routes.ts';
import { createStandIn, createWorld, type StandIn, type StandInOptions } from './stand-in.ts';

export type TelegramStandInOptions = StandInOptions & {
  /** A free one unless told. */
  readonly port?: number;
  /** The origin of a page that may use /stand-in/. */
  readonly allowOrigin?: string;
};

/** A stand-in that listens. */
export type TelegramStandIn = StandIn & {
  /** http://127.0.0.1:<port>, the value for grammY's client.apiRoot. */
  readonly root: string;
  close(): Promise<void>;
};

/** Base64 of the largest upload. */
const BODY_BYTES = 75 * 1024 * 1024;

/** Listens on 127.0.0.1 with the Bot API's own protocol. */
export async function createTelegramStandIn(options: TelegramStandInOptions = {}): Promise<TelegramStandIn> {
  const world = createWorld(options);
  const standIn = createStandIn(world, options);
  const server = fastify({
    bodyLimit: BODY_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  });

  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(String(body)));
    } catch {
      done(new ApiError(400, "Bad Request: can't parse JSON object"));
    }
  });
  if (options.allowOrigin) {
    const { allowOrigin } = options;
    server.addHook('onRequest', async (request, reply) => {
      if (!request.url.startsWith('/stand-in/')) return;
      reply.header('access-control-allow-origin', allowOrigin);
      reply.header('access-control-allow-headers', 'content-type');
      reply.header('access-control-allow-methods', 'GET, POST, DELETE');
    });
    server.options('/stand-in/*', (_request, reply) => reply.code(204).send());
  }
  // Not Telegram's own rule: what stands before a server often has it.
  server.addHook('onRequest', async (request, reply) => {
    if (!request.headers['user-agent']) return reply.code(403).send(errorBody(403, 'Forbidden: no User-Agent'));
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send(errorBody(404, 'Not Found')));
  server.setErrorHandler((error, request, reply) => answerError(error, request.url.startsWith('/stand-in/'), reply));
  await server.register(botApiRoutes, { world });
  await server.register(peopleRoutes, { prefix: '/stand-in', standIn, world });

  const root = await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const close = async () => {
    for (const bot of world.bots.values()) bot.delivery.stop();
    await server.close();
  };
  return Object.assign(standIn, { root, close });
}

function answerError(error: unknown, isPage: boolean, reply: FastifyReply) {
  const reason = error instanceof Error ? error.message : String(error);
  if (isPage) return reply.code(400).send({ error: reason });
  if (error instanceof ApiError) return reply.code(error.code).send(errorBody(error.code, reason));
  const code = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (code === 413) return reply.code(413).send(errorBody(413, 'Request Entity Too Large'));
  if (code < 500) return reply.code(400).send(errorBody(400, `Bad Request: ${reason}`));
  return reply.code(500).send(errorBody(500, `Internal Server Error: ${reason}`));
}
