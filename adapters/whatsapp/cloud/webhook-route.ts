import { createHmac } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { isSame } from '#adapters/is-same.ts';
import { isFields } from '#core/fields.ts';
import { WEBHOOK_BYTES } from './limits.ts';

/** The way in of one number. */
type Hook = {
  readonly verifyToken: string;
  readonly appSecret: string;
  /** Resolves once all that the body holds took effect or is stored; throws where it can't be now. */
  readonly receive: (body: unknown) => Promise<void>;
};

type Needs = {
  /** May name the number: `/webhooks/whatsapp/:account`. */
  readonly path: string;
  /** The number behind the path; undefined: there is none. Asked at every request, so that numbers come and go. */
  readonly hookOf: (account: string | undefined) => Hook | undefined;
  readonly log: { warn(about: object, words: string): void };
};

/**
 * Takes webhooks of the Cloud API: answers Meta's challenge, checks each body's signature over its bytes as they came,
 * and says 200 only after the commit. 503 makes Meta send it again.
 */
export function webhookRoute({ path, hookOf, log }: Needs): FastifyPluginAsync {
  return async (server) => {
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    server.get<Asked & { Querystring: Record<string, unknown> }>(path, (request, reply) => {
      const hook = hookOf(request.params.account);
      if (!hook) return reply.code(404).send();
      const { 'hub.mode': mode, 'hub.challenge': challenge, 'hub.verify_token': token } = request.query;
      // What stands there twice is a list.
      const isAsked = mode === 'subscribe' && typeof challenge === 'string' && typeof token === 'string';
      if (!isAsked || !isSame(token, hook.verifyToken)) return reply.code(403).send();
      return reply.type('text/plain').send(challenge);
    });

    server.post<Asked>(path, { bodyLimit: WEBHOOK_BYTES }, async (request, reply) => {
      const hook = hookOf(request.params.account);
      if (!hook) return reply.code(404).send();
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const given = request.headers['x-hub-signature-256'];
      const expected = `sha256=${createHmac('sha256', hook.appSecret).update(bytes).digest('hex')}`;
      if (typeof given !== 'string' || !isSame(given, expected)) return reply.code(401).send();
      const body = parsed(bytes);
      if (body === NO_JSON) return reply.code(400).send();
      if (!isFields(body) || body.object !== 'whatsapp_business_account') return reply.code(200).send();
      try {
        await hook.receive(body);
      } catch (error) {
        log.warn({ error }, 'a WhatsApp webhook could not be kept; it will come again');
        return reply.code(503).send();
      }
      return reply.code(200).send();
    });
  };
}

type Asked = { Params: { account?: string } };

const NO_JSON = Symbol('no JSON');

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return NO_JSON;
  }
}
