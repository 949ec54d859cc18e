import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { hasNoRoom } from '#core/no-room.ts';
import { quickAnswerDeed } from './answers/quick.ts';
import { bareErrorPages } from './bare-error-pages.ts';
import { contactRoutes } from './contacts/routes.ts';
import { createCookies } from './cookies.ts';
import { countRoutes, countsFor } from './counts.ts';
import { dealRoutes } from './deals/routes.ts';
import { pageBehind } from './door/addresses.ts';
import { createDoor } from './door/create-door.ts';
import type { ErrorKind } from './error-pages.ts';
import { takeForms } from './form.ts';
import { consoleHeaders } from './headers.ts';
import { type LiveNeeds, liveRoutes } from './live.ts';
import { type MediaNeeds, mediaRoutes } from './media.ts';
import { type MessagesNeeds, messagesRoutes } from './messages/messages.ts';
import { moreRoutes } from './more.ts';
import { findRoutes } from './palette/find.ts';
import { keysRoutes } from './palette/keys.ts';
import type { ProblemsNeeds } from './problems/problem-deeds.ts';
import { problemsRoutes } from './problems/problems.ts';
import { type PropertyNeeds, propertyRoutes } from './properties/routes.ts';
import { proveRoutes } from './prove.ts';
import { activityRoutes } from './records/activity-page.ts';
import type { RecordsNeeds } from './records-needs.ts';
import { boardRoutes } from './requests/board.ts';
import { cancelRoutes } from './requests/cancel.ts';
import { declineRoutes } from './requests/decline.ts';
import { requestDeeds } from './requests/deeds.ts';
import { oneRequestRoutes } from './requests/one.ts';
import { otherTimeRoutes } from './requests/other-time.ts';
import { type AccessNeeds, accessRoutes } from './settings/access.ts';
import { answersRoutes } from './settings/answers.ts';
import { type ChannelNeeds, channelRoutes } from './settings/channels.ts';
import { type FactorNeeds, factorRoutes } from './settings/factor.ts';
import { hoursRoutes } from './settings/hours.ts';
import type { LogoNeeds } from './settings/logo.ts';
import { meRoutes } from './settings/me.ts';
import { officeRoutes } from './settings/office.ts';
import { type UsersNeeds, usersRoutes } from './settings/users.ts';
import { signInRoutes } from './sign-in/routes.ts';
import type { SignInNeeds } from './sign-in/sign-in-needs.ts';
import { mountStaticFiles } from './static-files.ts';
import { todayRoutes } from './today/today.ts';
import { whoseRoutes } from './today/whose.ts';
import { contactDeeds } from './waits/contact-deeds.ts';
import { makeContactRoutes } from './waits/make-contact.ts';

export type ConsoleNeeds = Omit<
  SignInNeeds &
    FactorNeeds &
    LiveNeeds &
    RecordsNeeds &
    MediaNeeds &
    PropertyNeeds &
    UsersNeeds &
    ChannelNeeds &
    AccessNeeds &
    LogoNeeds &
    MessagesNeeds &
    ProblemsNeeds,
  'cookies'
> & {
  /** Whether pages of ours may show the desk within theirs: in the demo alone. */
  readonly mayBeFramed: boolean;
};

/** The office's desk, below /crm. Register it without a prefix. */
export function createConsole(given: ConsoleNeeds): FastifyPluginAsync {
  // On plain http, which is a loopback's, browsers keep no cookie that wants https.
  const isSecure = () => given.publicUrl().startsWith('https:');
  const needs = { ...given, cookies: createCookies(isSecure) };
  return async (app) => {
    await app.register(
      async (server) => {
        takeForms(server);
        speakPages(server, needs);
        server.addHook('onRequest', async (_request, reply) => {
          reply.headers(consoleHeaders(needs.mayBeFramed, isSecure()));
        });
        await server.register(fastifyCookie);
        await server.register(fastifyMultipart, { throwFileSizeLimit: false });
        await server.register(fastifyRateLimit, { global: false });
        mountStaticFiles(server);
        server.get('/', (_request, reply) => reply.redirect('/crm/today'));
        signInRoutes(server, needs);
        await liveRoutes(server, needs);
        const door = createDoor(server, { ...needs, counts: countsFor });
        countRoutes(door);
        findRoutes(door);
        keysRoutes(door);
        todayRoutes(door);
        mediaRoutes(door, needs);
        contactRoutes(door, needs);
        dealRoutes(door);
        activityRoutes(door);
        messagesRoutes(door, needs);
        problemsRoutes(door, needs);
        whoseRoutes(door);
        contactDeeds(door);
        makeContactRoutes(door);
        boardRoutes(door);
        oneRequestRoutes(door);
        requestDeeds(door);
        otherTimeRoutes(door, needs);
        declineRoutes(door);
        cancelRoutes(door);
        moreRoutes(door);
        propertyRoutes(door, server, needs);
        officeRoutes(door, needs);
        hoursRoutes(door);
        channelRoutes(door, needs);
        usersRoutes(door, needs);
        accessRoutes(door, needs);
        answersRoutes(door);
        quickAnswerDeed(door);
        meRoutes(door, needs);
        factorRoutes(door, needs);
        proveRoutes(door, needs);
        server.get('/settings', (_request, reply) => reply.redirect('/crm/settings/me'));
      },
      { prefix: '/crm' },
    );
  };
}

const KINDS: Readonly<Record<number, ErrorKind>> = { 404: 'nothing', 403: 'old', 429: 'tooMany', 413: 'tooLarge' };
const kindOf = (status: number): ErrorKind => KINDS[status] ?? (status < 500 ? 'unread' : 'ours');

/** What nobody foresaw, and what is nowhere, as pages in the browser's language. */
function speakPages(server: FastifyInstance, { officeName }: ConsoleNeeds): void {
  const pageInPlace = bareErrorPages(officeName);
  const pageOf = (request: FastifyRequest, kind: ErrorKind, detail = {}) =>
    pageInPlace({ url: pageBehind(request), headers: request.headers }, kind, detail);
  server.setErrorHandler(async (error, request, reply) => {
    const status = statusOf(error);
    const id = randomUUID();
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url, id }, 'a page failed');
    const minutes = Math.ceil(Number(reply.getHeader('retry-after') ?? 0) / 60) || 1;
    const page = await pageOf(request, kindOf(status), { id, minutes });
    return reply.code(status).type('text/html; charset=utf-8').send(page);
  });
  server.setNotFoundHandler(async (request, reply) =>
    reply
      .code(404)
      .type('text/html; charset=utf-8')
      .send(await pageOf(request, 'nothing')),
  );
}

function statusOf(error: unknown): number {
  if (hasNoRoom(error)) return 503;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
