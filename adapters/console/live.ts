import type { FastifyInstance } from 'fastify';
import type { Clock } from '#core/clock.ts';
import type { CompanyId, UserId } from '#core/ids.ts';
import type { Entrance } from '#core/sessions/entrance.ts';
import { isOver } from '#core/sessions/session.ts';
import type { Cookies } from './cookies.ts';

export type LiveNeeds = {
  readonly entrance: Pick<Entrance, 'visitorOf'>;
  readonly clock: Clock;
  readonly cookies: Cookies;
  /** Calls back with what changed in a company; without one where nobody knows what did. */
  readonly hearNudges: (heard: (company: CompanyId | undefined, names: readonly string[]) => void) => Promise<void>;
};

type Stream = {
  readonly company: CompanyId;
  readonly user: UserId;
  send(name: string): void;
  /** Ends it where its session has ended. */
  check(): Promise<void>;
  end(): void;
};

/** Proxies close what is silent for a minute or half of one. At each the session is looked at again. */
const BEAT_MS = 15_000;
/** How soon a browser comes again that lost its stream. */
const RETRY_MS = 1000;
/** What a browser leaves unread before we leave it: it comes again and reads everything anew. */
const MOST_UNREAD_BYTES = 64 * 1024;
/** Streams of one user at once; one more ends the oldest. */
const MOST_STREAMS = 20;
/** What changed between the making of a page and its first connection is made up for. */
const REMEMBERED_MS = 60_000;
/** The clocks of two processes may differ by this much. */
const SKEW_MS = 2000;

/**
 * The stream of what changed, `/crm/live`. It says names only, and has no memory: a browser that comes again is told to
 * read everything anew.
 */
export async function liveRoutes(server: FastifyInstance, needs: LiveNeeds): Promise<void> {
  const { entrance, clock, cookies, hearNudges } = needs;
  const streams = new Set<Stream>();
  let lately: { readonly at: number; readonly company: CompanyId; readonly names: readonly string[] }[] = [];

  await hearNudges((company, names) => {
    const now = clock.now().getTime();
    for (const stream of streams) {
      if (company === undefined) stream.send('all');
      else if (stream.company === company) tell(stream, names);
    }
    if (company) lately.push({ at: now, company, names });
    if ((lately[0]?.at ?? now) < now - REMEMBERED_MS) lately = lately.filter(({ at }) => at >= now - REMEMBERED_MS);
  });

  server.get<{ Querystring: { since?: string } }>('/live', { config: { page: null } }, async (request, reply) => {
    const token = cookies.read(request, 'session');
    const visitor = await visitorOf(token);
    if (!visitor || token === undefined) return reply.code(401).send();
    const { user, company } = visitor;
    const own = [...streams].filter((each) => each.user === user.id);
    for (const oldest of own.slice(0, Math.max(0, own.length - MOST_STREAMS + 1))) oldest.end();

    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    const write = (words: string) => {
      if (out.writableEnded) return;
      if (out.writableLength < MOST_UNREAD_BYTES) out.write(words);
      else out.destroy();
    };
    const stream: Stream = {
      company: company.id,
      user: user.id,
      // The id says only that there was a stream before: a browser repeats it when it comes again.
      send: (name) => write(`id: 1\nevent: ${name}\ndata: {}\n\n`),
      check,
      end: () => void out.end(),
    };
    streams.add(stream);
    out.write(`retry: ${RETRY_MS}\nid: 1\n\n`);
    if (request.headers['last-event-id'] !== undefined) stream.send('all');
    else for (const name of missed(company.id, Number(request.query.since))) stream.send(name);
    const beat = setInterval(() => void stream.check(), BEAT_MS);
    out.once('close', () => {
      clearInterval(beat);
      streams.delete(stream);
    });

    async function check(): Promise<void> {
      const stillThere = await visitorOf(token).catch(() => undefined);
      if (stillThere) write(': beat\n\n');
      else stream.end();
    }
    return reply;
  });

  // An open stream would hold the server up for as long as somebody looks at a page.
  server.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });

  function tell(stream: Stream, names: readonly string[]): void {
    for (const name of names) stream.send(name);
    // It may be this very session that was ended.
    if (names.includes('settings')) void stream.check();
  }

  async function visitorOf(token: string | undefined) {
    const visitor = token === undefined ? undefined : await entrance.visitorOf(token);
    const isIn = visitor && visitor.session.factor !== 'awaited' && !isOver(visitor.session, clock.now());
    return isIn ? visitor : undefined;
  }

  function missed(company: CompanyId, since: number): ReadonlySet<string> {
    const young = lately.filter((each) => each.company === company && each.at >= since - SKEW_MS);
    return new Set(young.flatMap(({ names }) => names));
  }
}
