import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DoorNeeds, Visit } from '#adapters/console/door.ts';
import { consoleLanguage, createSay, type Say } from '#adapters/console/say.ts';
import { createTimes } from '#adapters/console/times.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { languageFor } from '#core/language.ts';
import { isOver } from '#core/sessions/session.ts';
import type { Visitor } from '#core/sessions/visitor.ts';
import { askedIn, pathOf } from './addresses.ts';
import { csrfOf } from './csrf.ts';
import { withScript } from './send.ts';

/** Somebody's last sign of life is written at most this often. */
const SEEN_EVERY_MS = 60_000;
/** Pages that a session may open which a second factor is still asked of, or which must set one up. */
const SET_UP = '/crm/settings/me/factor';

/** The language and words in which somebody of the office is spoken to. */
export function sayTo({ user, company }: Visitor): Say {
  return createSay(consoleLanguage(languageFor(user.language ?? company.defaultLanguage)));
}

/** Who comes to the desk by which session, and what they may reach. */
export type Visits = ReturnType<typeof createVisits>;

export function createVisits({ store, entrance, clock, secretKey, cookies }: DoorNeeds) {
  return { visitorOf, seen, csrf, inVisit, visitIn };

  /** Who comes; undefined where they were sent to sign in, or to do what comes first. */
  async function visitorOf(request: FastifyRequest, reply: FastifyReply): Promise<Visitor | undefined> {
    const visitor = await sessionOf(request);
    const path = pathOf(request);
    const isPage = request.method === 'GET' && askedIn(request).query.part === undefined;
    if (!visitor || visitor.session.factor === 'awaited') {
      const first = visitor ? '/crm/sign-in/code' : '/crm/sign-in';
      if (withScript(request) || (request.method === 'GET' && !isPage)) reply.code(401).send();
      else reply.redirect(isPage ? `${first}?to=${encodeURIComponent(path)}` : first, isPage ? 302 : 303);
      return undefined;
    }
    const { company, user } = visitor;
    if (company.secondFactorRequired && !user.hasFactor && !path.startsWith(SET_UP)) {
      if (withScript(request)) reply.header('hx-redirect', SET_UP).send();
      else reply.redirect(SET_UP, 303);
      return undefined;
    }
    return visitor;
  }

  async function sessionOf(request: FastifyRequest): Promise<Visitor | undefined> {
    const token = cookies.read(request, 'session');
    const visitor = token === undefined ? undefined : await entrance.visitorOf(token);
    return visitor && !isOver(visitor.session, clock.now()) ? visitor : undefined;
  }

  /** Only what a person does counts: no part that is fetched because something changed, and no stream. */
  async function seen({ company, session }: Visitor): Promise<void> {
    const now = clock.now();
    if (now.getTime() - session.seenAt.getTime() < SEEN_EVERY_MS) return;
    await store.transaction(company.id, ({ sessions }) => sessions.change(session.id, { seenAt: now }));
  }

  function csrf({ session }: Visitor): string {
    return csrfOf(secretKey, session.id);
  }

  function inVisit<Result>(visitor: Visitor, path: string, work: (visit: Visit) => Promise<Result>): Promise<Result> {
    return store.transaction(visitor.company.id, (kept) => work(visitIn(visitor, path, kept)));
  }

  function visitIn(visitor: Visitor, path: string, kept: CrmKept): Visit {
    const say = sayTo(visitor);
    const { user, company } = visitor;
    const agent = { id: user.id, name: user.name, role: user.role };
    const times = createTimes(company.timeZone, say.language, clock.now());
    return { ...visitor, agent, say, times, kept, clock, path, csrf: csrf(visitor) };
  }
}
