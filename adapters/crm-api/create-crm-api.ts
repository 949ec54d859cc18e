import fastifyMultipart from '@fastify/multipart';
import fastifySwagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { WebhookNeeds } from '#core/crm/add-webhook.ts';
import type { AccountTools } from '#core/crm/channel-accounts.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { KeyNeeds } from '#core/crm/keep-keys.ts';
import { MOST_PHOTOS, type PreparePhoto } from '#core/crm/store-photo.ts';
import type { NewId } from '#core/ids.ts';
import type { MediaStore } from '#core/media.ts';
import type { InviteTools } from '#core/sessions/invite-user.ts';
import type { Phones } from '#core/typed/phones.ts';
import { activityRoutes } from './activity-routes.ts';
import { answerRoutes } from './answer-routes.ts';
import type { Routes } from './api.ts';
import { channelAccountRoutes } from './channel-account-routes.ts';
import { companyRoutes } from './company-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { dealRoutes } from './deal-routes.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { describeAll, describeRoute } from './describe/describe-routes.ts';
import { docsPage } from './describe/docs-page.ts';
import type { DoorNeeds } from './door.ts';
import { createDoor } from './door.ts';
import { type ErasureNeeds, erasureRoutes } from './erasure-routes.ts';
import { invalid, Problem, problemOf } from './errors.ts';
import { eventRoutes } from './event-routes.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { importRoutes } from './import-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { limitRequests, MOST_REQUESTS } from './limit-requests.ts';
import { logoRoutes } from './logo-routes.ts';
import { mediaRoutes } from './media-routes.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { nestsDeeper } from './nests-deeper.ts';
import { offerRoutes } from './offer-routes.ts';
import { photoOrderRoutes, photoRoutes } from './photo-routes.ts';
import { type PortalUserNeeds, portalUserRoutes } from './portal-user-routes.ts';
import { propertyRoutes } from './property-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { sendProblem } from './send-problem.ts';
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
  KeyNeeds &
  Pick<ErasureNeeds, 'shred'> & {
    readonly media: MediaStore;
    readonly preparePhoto: PreparePhoto;
    readonly prepareLogo: PreparePhoto;
    readonly newId: NewId;
    readonly invitations: InviteTools;
    readonly phones: Phones;
    /** How many requests a key may send in a minute, where it is not `MOST_REQUESTS`. */
    readonly mostRequests?: number;
    readonly channelAccounts: AccountTools;
    /** The state of all queues. */
    readonly queue: () => Promise<unknown>;
  };

const MOST_JSON_BYTES = 1024 * 1024;
/** Far more than any record has, and far less than the stack of whoever reads it in turn, Postgres too. */
const MOST_LEVELS = 64;
const TOO_DEEP = `must not have more than ${MOST_LEVELS} lists and objects in each other`;
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
        await limitRequests(api, needs.mostRequests);
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
  photoOrderRoutes,
  (api, door) => logoRoutes(api, door, needs),
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
  keyRoutes(needs),
  channelAccountRoutes({ ...needs.channelAccounts, store: needs.store }),
  erasureRoutes(needs),
  eventRoutes,
  systemRoutes(needs.queue),
];

/** What every caller has to know. */
const BEFOREHAND = [
  'The side of the CRM: all that an office does with its records and its clients, in JSON. The key goes in the header `X-Api-Key`; it acts as a user of the office, with their rights.',
  'Lists take `limit` (at most 200) and `cursor`: `next_cursor` of an answer asks for the part that follows, and is null at the end. A field that is not known is refused by its name; PATCH changes what is sent and leaves the rest.',
  'Moments are ISO 8601 with their offset and answered in UTC; days and times of day are meant in the company’s zone. Prices are in units of their currency, areas in m².',
  'Every POST honours `Idempotency-Key` for 24 hours: repeated, it is answered the same and nothing is done twice.',
  `A key may send ${MOST_REQUESTS} requests a minute: each answer says by \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` (seconds) how many are left until when; above that it is 429 with \`Retry-After\`.`,
  'What can’t be done is answered as problem details (RFC 9457), whose `detail` says what to do.',
].join('\n\n');

async function describe(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    transform: describeRoute,
    transformObject: describeAll,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tesoro Chat',
        version: '1',
        description: BEFOREHAND,
      },
      components: { securitySchemes: { key: { type: 'apiKey', name: 'X-Api-Key', in: 'header' } } },
      security: [{ key: [] }],
    },
  });
  const hide = { schema: { hide: true } };
  app.get('/api/openapi.json', hide, (_request, reply) => reply.send(app.swagger()));
  let page: string | undefined;
  app.get('/api/docs', hide, (_request, reply) => {
    page ??= docsPage(app.swagger());
    return reply
      .type('text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      )
      .send(page);
  });
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
      else
        void parse(request, body, (error, value) => {
          if (!error && nestsDeeper(value, MOST_LEVELS)) done(invalid({ field: 'body', detail: TOO_DEEP }));
          else done(error, value);
        });
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
