import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { isSame } from '#adapters/is-same.ts';
import { UPDATE_BYTES } from './limits.ts';
import type { Log } from './log.ts';

/** The way in of one bot. */
export type Hook = {
  /** What Telegram sends in `X-Telegram-Bot-Api-Secret-Token` (Bot API, setWebhook.secret_token). */
  readonly secret: string;
  /** Resolves once the update's effect, or the update itself, is committed; throws where it can't be now. */
  readonly receive: (update: unknown) => Promise<void>;
};

type Needs = {
  /** May name the bot: `/webhooks/telegram/:account`. */
  readonly path: string;
  /** The bot behind the path; undefined: there is none. Asked at every request, so that bots come and go. */
  readonly hookOf: (account: string | undefined) => Hook | undefined;
  readonly log: Log;
};

/**
 * Takes updates. 200 only after the commit; 503 makes Telegram keep the update and send it again; whoever lacks the
 * secret gets 401 before a byte of the body is read.
 */
export function webhookRoute({ path, hookOf, log }: Needs): FastifyPluginAsync {
  const hookFor = ({ params }: FastifyRequest) => hookOf(accountIn(params));
  return async (server) => {
    server.removeAllContentTypeParsers();
    // Whatever it says it is, Telegram sends JSON.
    server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

    server.post(path, {
      bodyLimit: UPDATE_BYTES,
      onRequest: async (request, reply) => {
        const hook = hookFor(request);
        if (!hook) return reply.code(404).send();
        const given = request.headers['x-telegram-bot-api-secret-token'];
        if (typeof given !== 'string' || !isSame(given, hook.secret)) return reply.code(401).send();
        return undefined;
      },
      handler: async (request, reply) => {
        const update = parsed(request.body);
        if (update === NO_JSON) return reply.code(400).send();
        try {
          await hookFor(request)?.receive(update);
        } catch (error) {
          log.warn({ error }, 'a Telegram update could not be kept; it will come again');
          return reply.code(503).send();
        }
        return reply.code(200).send();
      },
    });
  };
}

const NO_JSON = Symbol('no JSON');

function parsed(body: unknown): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : NO_JSON;
  } catch {
    return NO_JSON;
  }
}

const accountIn = (params: unknown): string | undefined =>
  typeof params === 'object' && params !== null && 'account' in params && typeof params.account === 'string'
    ? params.account
    : undefined;
