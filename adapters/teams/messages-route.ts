import type { Activity, InvokeResponse } from 'botbuilder';
import type { FastifyPluginAsync } from 'fastify';
import { type Fields, isFields, textIn } from '#core/fields.ts';
import type { BotConnection } from './bot-connection.ts';
import { ACTIVITY_BYTES } from './limits.ts';

type Needs = {
  readonly connection: Pick<BotConnection, 'handle'>;
  /** Exact `host[:port]` of Microsoft's connector; the token is sent nowhere else. */
  readonly serviceHosts: readonly string[];
  /** Whether http is allowed, for what stands on loopback. */
  readonly allowsHttp: (host: string) => boolean;
  /** Resolves once it took effect or is stored, with the answer to an invoke; throws where it can't be now. */
  readonly receive: (activity: Fields) => Promise<InvokeResponse | undefined>;
  readonly log: { warn(about: object, words: string): void };
};

/** Takes activities of the Bot Framework: a wrong token is 401, a foreign connector 403, all else is answered after the commit. */
export function messagesRoute(needs: Needs): FastifyPluginAsync {
  const { connection, serviceHosts, allowsHttp, receive, log } = needs;
  const isKnown = (serviceUrl: string) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, host } = new URL(serviceUrl);
    return serviceHosts.includes(host) && (protocol === 'https:' || (protocol === 'http:' && allowsHttp(host)));
  };

  return async (server) => {
    server.post('/api/messages', { bodyLimit: ACTIVITY_BYTES }, async (request, reply) => {
      const activity = request.body;
      if (!isFields(activity)) return reply.code(400).send();
      let answer: InvokeResponse | undefined;
      let failed: unknown;
      const work = async () => {
        // An uninstall may come without its address.
        const serviceUrl = textIn(activity, 'serviceUrl');
        if (serviceUrl !== undefined && !isKnown(serviceUrl)) throw new ForeignService();
        try {
          answer = await receive(activity);
        } catch (error) {
          failed = error;
        }
      };
      try {
        const authorization = request.headers.authorization ?? '';
        await connection.handle(authorization, structuredClone(activity) as unknown as Activity, work);
      } catch (error) {
        if (error instanceof ForeignService) return reply.code(403).send();
        const status = statusOf(error);
        if (status === 503) log.warn({ err: error }, 'Microsoft’s keys could not be had; the activity will come again');
        return reply.code(status).send();
      }
      if (failed !== undefined) {
        log.warn({ err: failed }, 'an activity could not be kept; it will come again');
        return reply.code(503).send();
      }
      if (answer) return reply.code(answer.status).send(answer.body);
      return reply.code(200).send();
    });
  };
}

class ForeignService extends Error {}

/** Errors of a token have names of their own; one of the keys says 500, and is ours to repeat. */
function statusOf(error: unknown): 401 | 503 {
  if (!(error instanceof Error)) return 503;
  const { statusCode } = error as { statusCode?: unknown };
  if (typeof statusCode === 'number') return statusCode === 500 ? 503 : 401;
  return /^(JsonWebTokenError|TokenExpiredError|NotBeforeError|SyntaxError)$/.test(error.name) ? 401 : 503;
}
