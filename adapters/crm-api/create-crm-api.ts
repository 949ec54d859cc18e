import fastifyMultipart from '@fastify/multipart';
import fastifySwagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { WebhookNeeds } from '#core/crm/add-webhook.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { NewId } from '#core/ids.ts';
import type { MediaStore } from '#core/media.ts';
import type { InviteTools } from '#core/sessions/invite-user.ts';
import type { Phones } from '#core/typed/phones.ts';
import { activityRoutes } from './activity-routes.ts';
import { answerRoutes } from './answer-routes.ts';
import type { Routes } from './api.ts';
import { type ChannelAccountNeeds, channelAccountRoutes } from './channel-account-routes.ts';
import { companyRoutes } from './company-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { dealRoutes } from './deal-routes.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { docsPage } from './docs-page.ts';
import type { DoorNeeds } from './door.ts';
import { createDoor } from './door.ts';
import { type ErasureNeeds, erasureRoutes } from './erasure-routes.ts';
import { Problem, problemOf } from './errors.ts';
import { eventRoutes } from './event-routes.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { importRoutes } from './import-routes.ts';
import { mediaRoutes } from './media-routes.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { offerRoutes } from './offer-routes.ts';
import type { PreparePhoto } from './photo-routes.ts';
import { MOST_PHOTOS, photoRoutes } from './photo-routes.ts';
import { type PortalUserNeeds, portalUserRoutes } from './portal-user-routes.ts';
import { propertyRoutes } from './property-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { systemRoutes } from './system-routes.ts';
import { timeRoutes } from './time-routes.ts';
import { todayRoutes } from './today-routes.ts';
import { userRoutes } from './user-routes.ts';
import { validatorCompiler } from './validate.ts';
import { waitRoutes } from './wait-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

export type CrmApiNeeds = DoorNeeds<CrmKept> &
  PortalUserNeeds &
  WebhookNeeds &
  Pick<ErasureNeeds, 'shred'> & {
    readonly media: MediaStore;
    readonly preparePhoto: PreparePhoto;
    readonly newId: NewId;
    readonly invitations: InviteTools;
    readonly phones: Phones;
    readonly channelAccounts: ChannelAccountNeeds;
    /** The state of all queues. */
    readonly queue: () => Promise<unknown>;
  };

const MOST_JSON_BYTES = 1024 * 1024;
const MOST_PHOTO_BYTES = 20 * 1024 * 1024;

/** The CRM's API under /api/v1, its description at /api/openapi.json and /api/docs. Register it without a prefix. */
export function createCrmApi(needs: CrmApiNeeds): FastifyPluginAsync {
  return async (app) => {
    const door = createDoor(needs);
    await describe(app);
    await app.register(
      async (scope) => {
        const api = scope.withTypeProvider<TypeBoxTypeProvider>();
        speakJson(api, needs.phones);
        speakProblems(api);
        await api.register(fastifyMultipart, {
          limits: { fileSize: MOST_PHOTO_BYTES, files: MOST_PHOTOS, fields: 20, parts: MOST_PHOTOS + 20 },
        });
        door.guard(api);
        for (const routes of routesOf(needs)) routes(api, door);
      },
      { prefix: '/api/v1' },
    );
  };
}

/** Every group of routes, in the order in which the documents list them. */
const routesOf = (needs: CrmApiNeeds): readonly Routes[] => [
  companyRoutes,
  userRoutes(needs.invitations),
  contactRoutes,
  propertyRoutes,
  dealRoutes,
  offerRoutes,
  meetingRoutes,
  timeRoutes,
  activityRoutes,
  feedbackRoutes,
  (api, door) => photoRoutes(api, door, needs),
  (api, door) => importRoutes(api, door, needs),
  (api) => mediaRoutes(api, needs),
  portalUserRoutes(needs),
  messageRoutes(needs.words),
  deliveryRoutes(needs.words),
  waitRoutes,
  todayRoutes,
  searchRoutes,
  answerRoutes,
  webhookRoutes(needs),
  channelAccountRoutes(needs.channelAccounts),
  erasureRoutes(needs),
  eventRoutes,
  systemRoutes(needs.queue),
];

async function describe(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tesoro Chat',
        version: '1',
        description:
          'The CRM side. Lists take `limit` (at most 200) and `cursor`; every POST honours `Idempotency-Key` for 24 hours; errors are RFC 9457 problem details.',
      },
      components: { securitySchemes: { key: { type: 'apiKey', name: 'X-Api-Key', in: 'header' } } },
      security: [{ key: [] }],
    },
  });
  const hide = { schema: { hide: true } };
  app.get('/api/openapi.json', hide, (_request, reply) => reply.send(app.swagger()));
  app.get('/api/docs', hide, (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
      .send(docsPage(app.swagger())),
  );
}

function speakJson(api: FastifyInstance, phones: Phones): void {
  api.setValidatorCompiler(validatorCompiler(phones));
  api.setSerializerCompiler(() => (data: unknown) => JSON.stringify(data));
  const parse = api.getDefaultJsonParser('error', 'error');
  api.removeContentTypeParser(['application/json', 'text/plain']);
  api.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string', bodyLimit: MOST_JSON_BYTES },
    (request, body, done) => {
      if (body.trim() === '') done(null, undefined);
      else void parse(request, body, done);
    },
  );
}

function speakProblems(api: FastifyInstance): void {
  api.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error }, 'a request to the API failed');
    return sendProblem(reply, problem);
  });
  api.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem('noRoute')));
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 401) reply.header('www-authenticate', 'ApiKey realm="Tesoro Chat"');
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem.body());
}
