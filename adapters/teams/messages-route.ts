import type { FastifyPluginAsync } from 'fastify';
import { type Fields, isFields, textIn } from '#core/fields.ts';
import type { TeamsConnection } from './connection.ts';
import { ACTIVITY_BYTES } from './limits.ts';

/** What an invoke is answered with. */
export type Answer = { readonly status: number; readonly body: unknown };

/** The way in of one bot. */
type Hook = {
  readonly connection: Pick<TeamsConnection, 'handle'>;
  /** Resolves once it took effect or is stored, with the answer to an invoke; throws where it can't be now. */
  readonly receive: (activity: Fields) => Promise<Answer | undefined>;
};

type Needs = {
  /** May name the bot: `/webhooks/teams/:account`. */
  readonly path: string;
  /** The bot behind the path; undefined: there is none. Asked at every request, so that bots come and go. */
  readonly hookOf: (account: string | undefined) => Hook | undefined;
  /** Exact `host[:port]` of Microsoft's connector; the token is sent nowhere else. */
  readonly serviceHosts: readonly string[];
  /** Whether http is allowed, for what stands on loopback. */
  readonly allowsHttp: (host: string) => boolean;
  readonly log: { warn(about: object, words: string): void };
};

/** Takes activities of the Bot Framework: a wrong token is 401, a foreign connector 403, all else is answered after the commit. */
export function messagesRoute(needs: Needs): FastifyPluginAsync {
  const { path, hookOf, serviceHosts, allowsHttp, log } = needs;
  const isKnown = (serviceUrl: string) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, host } = new URL(serviceUrl);
    return serviceHosts.includes(host) && (protocol === 'https:' || (protocol === 'http:' && allowsHttp(host)));
  };

  return async (server) => {
    server.post<Asked>(path, { bodyLimit: ACTIVITY_BYTES }, async (request, reply) => {
      const hook = hookOf(request.params.account);
      if (!hook) return reply.code(404).send();
      const activity = request.body;
      if (!isFields(activity)) return reply.code(400).send();
      let answer: Answer | undefined;
      let failed: unknown;
      const work = async () => {
        // An uninstall may come without its address.
        const serviceUrl = textIn(activity, 'serviceUrl');
        if (serviceUrl === undefined ? !isUninstall(activity) : !isKnown(serviceUrl)) throw new ForeignService();
        try {
          answer = await hook.receive(activity);
        } catch (error) {
          failed = error;
        }
      };
      try {
        const authorization = request.headers.authorization ?? '';
        await hook.connection.handle(authorization, activity, work);
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

type Asked = { Params: { account?: string } };

const isUninstall = ({ type, action }: Fields): boolean => type === 'installationUpdate' && action === 'remove';

class ForeignService extends Error {}

/** Errors of a token have names of their own; one of the keys says 500, and is ours to repeat. */
function statusOf(error: unknown): 401 | 503 {
  if (!(error instanceof Error)) return 503;
  const { statusCode } = error as { statusCode?: unknown };
  if (typeof statusCode === 'number') return statusCode === 500 ? 503 : 401;
  return /^(JsonWebTokenError|TokenExpiredError|NotBeforeError|SyntaxError)$/.test(error.name) ? 401 : 503;
}
