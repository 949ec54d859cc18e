import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf } from '#adapters/console/device-of.ts';
import { pageBehind } from '#adapters/console/door/addresses.ts';
import { csrfOf } from '#adapters/console/door/csrf.ts';
import { send, withScript } from '#adapters/console/door/send.ts';
import { bareErrorPage } from '#adapters/console/error-pages.ts';
import { isOwnPage } from '#adapters/console/own-origin.ts';
import { CONSOLE_LANGUAGES, consoleLanguage, createSay } from '#adapters/console/say.ts';
import { isFields, textIn } from '#core/fields.ts';
import { languageFor } from '#core/language.ts';
import type { Begun } from '#core/sessions/begin-session.ts';
import { isOver } from '#core/sessions/session.ts';
import type { From } from '#core/sessions/tries.ts';
import type { Visitor } from '#core/sessions/visitor.ts';
import { againForm } from './again.ts';
import { codeForm, type Doorway } from './pages.ts';
import type { SignInNeeds } from './sign-in-needs.ts';

/** Requests of one address in a minute, against floods; guesses are counted for themselves. */
export const FLOOD = { rateLimit: { max: 60, timeWindow: 60_000 } };

type Needs = Pick<SignInNeeds, 'entrance' | 'clock' | 'cookies' | 'publicUrl' | 'secretKey' | 'officeName'>;

/** What all ways in share: who comes, from where, in which language, and how they are let in or turned away. */
export function createDoorways(needs: Needs) {
  const { entrance, clock, cookies, publicUrl, secretKey } = needs;
  return { visitorOf, isFromUs, fromOf, doorwayOf, enterWith, tooOld };

  async function visitorOf(request: FastifyRequest): Promise<Visitor | undefined> {
    const token = cookies.read(request, 'session');
    const visitor = token === undefined ? undefined : await entrance.visitorOf(token);
    return visitor && !isOver(visitor.session, clock.now()) ? visitor : undefined;
  }

  function isFromUs(request: FastifyRequest): boolean {
    return isOwnPage(request, new URL(publicUrl()).origin);
  }

  function fromOf(request: FastifyRequest): From {
    return {
      address: request.ip,
      name: deviceOf(request.headers['user-agent']),
      device: cookies.read(request, 'device'),
    };
  }

  async function doorwayOf(request: FastifyRequest, path: string, asked = ''): Promise<Doorway> {
    const office = await needs.officeName();
    const wanted = asked || queryOf(request, 'language') || request.headers['accept-language']?.split(',')[0];
    const known = CONSOLE_LANGUAGES.find((each) => wanted?.toLowerCase().startsWith(each));
    const say = createSay(known ?? consoleLanguage(languageFor(office.language)));
    return { say, office: office.name, path: request.url.split('?')[0] ?? path };
  }

  /** With script the page stays as it is: it learns how the new session signs its forms. */
  async function enterWith(request: FastifyRequest, reply: FastifyReply, begun: Begun, to: string) {
    cookies.keep(reply, 'session', begun.token, begun.stays);
    cookies.keep(reply, 'device', begun.device);
    if (!withScript(request))
      return reply.redirect(begun.factor === 'awaited' ? `/crm/sign-in/code?to=${encodeURIComponent(to)}` : to, 303);
    const visitor = await entrance.visitorOf(begun.token);
    if (!visitor) return reply.header('hx-redirect', '/crm/sign-in').send();
    const say = createSay(consoleLanguage(languageFor(visitor.user.language ?? visitor.company.defaultLanguage)));
    if (begun.factor === 'awaited') return send(reply, 200, codeForm(say, to, false, true));
    const detail = { csrf: csrfOf(secretKey, visitor.session.id), who: visitor.user.email };
    return send(
      reply.header('hx-trigger', JSON.stringify({ signedIn: detail })),
      200,
      againForm(say, visitor.user.email),
    );
  }

  function tooOld(request: FastifyRequest, reply: FastifyReply, { say, office }: Doorway) {
    return send(reply, 403, bareErrorPage(say, 'old', pageBehind(request), office));
  }
}

/** A text of the query; undefined where it is not there. */
export function queryOf({ query }: FastifyRequest, name: string): string | undefined {
  return isFields(query) ? textIn(query, name) : undefined;
}
