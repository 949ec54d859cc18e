import { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How slowly a body may come. */
export type Pace = {
  /** For the whole of a body that takes no more than the server's usual limit. */
  readonly wholeMs: number;
  /** A larger one lasts as long as its line needs, while at least `leastBytes` of it come in every `stepMs`. */
  readonly stepMs: number;
  readonly leastBytes: number;
  /** For what is still coming when the server closes. */
  readonly closingMs: number;
};

/** A feed of 256 MB comes through the line of a small office in an hour; what is slower than a modem sends nothing. */
const USUAL: Pace = { wholeMs: 60_000, stepMs: 60_000, leastBytes: 64 * 1024, closingMs: 4000 };
/** As Node answers it by itself, where one time is set for all requests. */
const TOO_SLOW = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n';

/**
 * Cuts off whoever sends too slowly: else a body that never ends holds a connection for ever. Which routes take large bodies
 * is told by their own limit, `mostBytes` being everybody's. The server's one time for all has to be off.
 */
export function cutSlowSenders(server: FastifyInstance, mostBytes: number, pace: Pace = USUAL): void {
  const coming = new Set<() => void>();
  // Node answers these by itself, before any hook, and keeps the connection.
  server.server.on('checkExpectation', (_request, response) => response.writeHead(417, { connection: 'close' }).end());
  server.addHook('onRequest', async (request, reply) => {
    const { raw, log } = request;
    // What was put in without a line has none to be cut.
    if (!hasBody(request) || !(raw.socket instanceof Socket)) return;
    const { url: route, bodyLimit } = request.routeOptions;
    const isLarge = bodyLimit > mostBytes;
    const mayGoOn = isLarge ? progressOf(request, reply, pace) : () => false;
    const timer = setInterval(() => mayGoOn() || cut(), isLarge ? pace.stepMs : pace.wholeMs);
    timer.unref();
    coming.add(cut);
    raw.once('end', forget).once('close', forget);

    function cut(): void {
      forget();
      log.warn({ route }, 'a body came too slowly and was cut off');
      if (!reply.raw.headersSent) raw.socket.write(TOO_SLOW);
      raw.socket.destroySoon();
    }
    function forget(): void {
      clearInterval(timer);
      coming.delete(cut);
    }
  });
  // Else the server would stay open for as long as the slowest line needs.
  server.addHook('preClose', async () => {
    setTimeout(() => {
      for (const cut of coming) cut();
    }, pace.closingMs).unref();
  });
}

/** RFC 9112, 6.3: of requests, one of these two headers says that a body follows. */
const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Says, each time that it is asked, whether enough came since. */
function progressOf({ raw }: FastifyRequest, reply: FastifyReply, { leastBytes }: Pace): () => boolean {
  let before = raw.socket.bytesRead;
  let wasUnread = false;
  return () => {
    const came = raw.socket.bytesRead - before;
    before += came;
    // What lies here unread is our own slowness, of this step and of the one that begins with it.
    const isUnread = raw.readableLength > 0;
    const isOurs = isUnread || wasUnread;
    wasUnread = isUnread;
    // Whoever has their answer need send no more.
    return raw.complete || (!reply.raw.writableEnded && (came >= leastBytes || isOurs));
  };
}
