import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '#adapters/hashes.ts';
import { isSame } from '#adapters/is-same.ts';
import type { Clock } from '#core/clock.ts';
import type { Agent } from '#core/crm/agent.ts';
import { answerOnce } from '#core/crm/answer-once.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { Refusal } from '#core/crm/refusal.ts';
import { type Deed, may } from '#core/crm/rights.ts';
import { type CompanyId, isId } from '#core/ids.ts';
import { languageFor } from '#core/language.ts';
import type { Entrance } from '#core/sessions/entrance.ts';
import { isOver, isProved } from '#core/sessions/session.ts';
import type { Visitor } from '#core/sessions/visitor.ts';
import type { Store } from '#core/store.ts';
import type { Cookies } from './cookies.ts';
import { type ErrorKind, errorPage } from './error-pages.ts';
import { CARRIED, type Form, formOf } from './form.ts';
import { type Html, html } from './html.ts';
import { type Counts, type Framed, layout, NO_COUNTS, type Page, result, type Said } from './layout.ts';
import { isOwnPage } from './own-origin.ts';
import { consoleLanguage, createSay, type Say } from './say.ts';
import { createTimes, type Times } from './times.ts';
import { type Upload, uploadIn } from './upload.ts';

/** What of a request a page or a deed is made from. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** All values of what may be asked for several times. */
  all(name: string): readonly string[];
};

/** Somebody of the office at a page or a deed: who they are, how they are spoken to, and what their company keeps. */
export type Visit = Visitor & {
  readonly agent: Agent;
  readonly say: Say;
  readonly times: Times;
  readonly kept: CrmKept;
  readonly clock: Clock;
  /** The page that they are on, with what it was asked with; forms come back to it. */
  readonly path: string;
  readonly csrf: string;
};

/** A page at an address. `parts`: those that are fetched by themselves when something changed. */
export type PageRoute = {
  /** Below /crm, as in `/contacts/:id`. */
  readonly path: string;
  readonly deed: Deed;
  /** How often a session may ask for it. */
  readonly mostPerSecond?: number;
  /** Undefined where there is no such record. */
  show(visit: Visit, asked: Asked): Promise<Page | undefined>;
  readonly parts?: Readonly<Record<string, (visit: Visit, asked: Asked) => Promise<Html | undefined>>>;
};

/** What became of a form. */
export type Outcome =
  /**
   * `said`: at the foot of the page. `to`: another page than the one that the form stood on. `afterwards`: what no failed
   * transaction could take back, done once it is committed, and not again where the form comes again.
   */
  | { readonly is: 'done'; readonly said?: string; readonly to?: string; readonly afterwards?: () => Promise<void> }
  | { readonly is: 'refused'; readonly refusal: Refusal; readonly said?: string }
  /** The form with what is wrong with it; `page`: the whole page with it, for who has no script. */
  | {
      readonly is: 'again';
      readonly form: Html;
      readonly page: (visit: Visit) => Promise<Page> | Page;
      /** What was written all the same stays: a count of wrong tries. */
      readonly isKept?: true;
    }
  /** What is shown once, in the place of the form, and kept nowhere. */
  | { readonly is: 'shown'; readonly page: Page }
  /** A file to keep, of a form without script. */
  | { readonly is: 'file'; readonly name: string; readonly mime: string; readonly text: string };

/** Something that a form does, at an address. */
export type DeedRoute = {
  readonly path: string;
  readonly deed: Deed;
  /** `fresh`: asks for the password or a code again, where the last proof is old. */
  readonly proof?: 'fresh';
  /** `false`: what it answers holds a secret, or it may as well be done again, and is not kept for a repeated form. */
  readonly once?: false;
  /** The page does it and not the person, who may be away. */
  readonly byItself?: true;
  work(visit: Visit, form: Form, asked: Asked & { readonly reply: FastifyReply }): Promise<Outcome>;
};

/** Files that a form brings. They are taken before the transaction, which none of them may hold up. */
export type UploadRoute = {
  readonly path: string;
  readonly deed: Deed;
  /** Of the whole form, and of each of its files, in bytes. */
  readonly most: { readonly bytes: number; readonly each: number; readonly files: number };
  take(company: CompanyId, upload: Upload): Promise<TakenIn>;
};
export type TakenIn = {
  /** Tells the same files sent again from others. */
  readonly same: string;
  work(visit: Visit, asked: Asked): Promise<Outcome>;
  /** `isKept`: whether the work was done; else what was taken in belongs to nothing. */
  after(isKept: boolean): Promise<void>;
};

/** Bytes that are no page, for who is signed in. */
export type BytesRoute = {
  readonly path: string;
  readonly deed: Deed;
  /** Undefined where there is none. */
  send(
    company: CompanyId,
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
  ): Promise<FastifyReply | undefined>;
};

/** How pages and deeds come in: by session, in one transaction, by the rights of core/crm/rights.ts. */
export type Door = {
  page(route: PageRoute): void;
  deed(route: DeedRoute): void;
  upload(route: UploadRoute): void;
  bytes(route: BytesRoute): void;
};

export type DoorNeeds = {
  readonly store: Store<CrmKept>;
  readonly entrance: Entrance;
  readonly clock: Clock;
  readonly secretKey: string;
  readonly cookies: Cookies;
  /** Where this deployment is reached, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly counts?: (visit: Visit) => Promise<Counts>;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The page's address, as it stands in the bars; null for what is no page. */
    page?: string | null;
  }
}

/** What a deed threw to take back all that it had done. */
class TakenBack extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('a form was not taken');
    this.outcome = outcome;
  }
}

/** As it is kept for a form that comes again. */
type Kept = { readonly status: number; readonly is: 'done' | 'refused'; readonly said: string; readonly to: string };

/** Somebody's last sign of life is written at most this often. */
const SEEN_EVERY_MS = 60_000;
/** Pages that a session may open which a second factor is still asked of, or which must set one up. */
const SET_UP = '/crm/settings/me/factor';
const HOME = '/crm/today';

export const csrfOf = (secretKey: string, session: string): string =>
  createHmac('sha256', secretKey).update(`console ${session}`).digest('base64url');

export const withScript = ({ headers }: FastifyRequest): boolean => headers['hx-request'] === 'true';

/** An address of ours that a page may lead to, as browsers read it; anything else is Today. */
export function ownPath(path: string | undefined): string {
  if (path === undefined || !/^\/crm\/[^\\\s]*$/.test(path)) return HOME;
  // Dot segments lead elsewhere; which host is asked does not matter.
  const { pathname, search } = new URL(path, 'http://desk');
  return pathname.startsWith('/crm/') && !pathname.startsWith('/crm/sign-in') ? pathname + search : HOME;
}

export function createDoor(server: FastifyInstance, needs: DoorNeeds): Door {
  const { store, entrance, clock, secretKey, cookies, publicUrl } = needs;
  const pages: PageRoute[] = [];

  return {
    page(route) {
      pages.push(route);
      const config = { deed: route.deed, page: route.path, ...limitOf(route) };
      server.get(route.path, { config }, async (request, reply) => {
        const visitor = await visitorOf(request, reply);
        if (!visitor) return reply;
        if (!may(visitor.user, route.deed)) return failed(request, reply, visitor, 404);
        const asked = askedIn(request);
        const part = asked.query.part;
        const path = pathOf(request);
        if (part !== undefined) {
          const shown = await inVisit(visitor, path, (visit) => partOf(route, part, visit, asked));
          return shown ? send(reply, 200, shown) : failed(request, reply, visitor, 404);
        }
        await seen(visitor);
        return show(request, reply, visitor, 200, path, (visit) => route.show(visit, asked));
      });
    },

    deed(route) {
      server.post(route.path, { config: { deed: route.deed, page: null } }, async (request, reply) => {
        const visitor = await visitorOf(request, reply);
        if (!visitor) return reply;
        const form = formOf(request.body);
        if (!isOwnPage(request, new URL(publicUrl()).origin) || !isSame(form.text(CARRIED.csrf), csrf(visitor)))
          return failed(request, reply, visitor, 403, 'old');
        if (!may(visitor.user, route.deed)) return failed(request, reply, visitor, 403, 'notYours');
        if (!route.byItself) await seen(visitor);
        const path = ownPath(form.text(CARRIED.at) || undefined);
        if (route.proof === 'fresh' && !isProved(visitor.session, clock.now())) {
          const to = `/crm/prove?to=${encodeURIComponent(path)}`;
          return withScript(request) ? reply.header('hx-redirect', to).send() : reply.redirect(to, 303);
        }
        const asked = { ...askedIn(request), reply };
        const outcome = await carryOut(route, visitor, form, path, asked, pathOf(request));
        return answer(request, reply, visitor, form, path, outcome);
      });
    },

    upload(route) {
      const config = { deed: route.deed, page: null };
      server.post(route.path, { config, bodyLimit: route.most.bytes }, async (request, reply) => {
        const visitor = await visitorOf(request, reply);
        if (!visitor) return reply;
        const upload = await uploadIn(request, route.most);
        const { form } = upload;
        if (!isOwnPage(request, new URL(publicUrl()).origin) || !isSame(form.text(CARRIED.csrf), csrf(visitor)))
          return failed(request, reply, visitor, 403, 'old');
        if (!may(visitor.user, route.deed)) return failed(request, reply, visitor, 403, 'notYours');
        await seen(visitor);
        const path = ownPath(form.text(CARRIED.at) || undefined);
        const taken = await route.take(visitor.company.id, upload);
        let isKept = false;
        try {
          const work: DeedRoute['work'] = async (visit, _form, asked) => {
            const outcome = await taken.work(visit, asked);
            isKept = outcome.is === 'done';
            return outcome;
          };
          const sent = { ...form, same: `${form.same} ${taken.same}` };
          const asked = { ...askedIn(request), reply };
          const outcome = await carryOut({ ...route, work }, visitor, sent, path, asked, pathOf(request));
          return await answer(request, reply, visitor, form, path, outcome);
        } catch (error) {
          isKept = false;
          throw error;
        } finally {
          await taken.after(isKept);
        }
      });
    },

    bytes(route) {
      server.get(route.path, { config: { deed: route.deed, page: null } }, async (request, reply) => {
        const visitor = await visitorOf(request, reply);
        if (!visitor) return reply;
        const sent = may(visitor.user, route.deed)
          ? await route.send(visitor.company.id, request, reply, askedIn(request))
          : undefined;
        return sent ?? failed(request, reply, visitor, 404);
      });
    },
  };

  /** By session and not by address: an office shares one. */
  function limitOf({ mostPerSecond }: PageRoute) {
    if (mostPerSecond === undefined) return {};
    const keyGenerator = (request: FastifyRequest) => sha256(cookies.read(request, 'session') ?? request.ip);
    return { rateLimit: { max: mostPerSecond, timeWindow: 1000, keyGenerator } };
  }

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

  function sayTo({ user, company }: Visitor): Say {
    return createSay(consoleLanguage(languageFor(user.language ?? company.defaultLanguage)));
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

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    status: number,
    path: string,
    make: (visit: Visit) => Promise<Page | undefined>,
  ): Promise<FastifyReply> {
    const madeAt = clock.now();
    const made = await inVisit(visitor, path, async (visit) => {
      const page = await make(visit);
      return page && { page, counts: (await needs.counts?.(visit)) ?? NO_COUNTS };
    });
    if (!made) return failed(request, reply, visitor, 404);
    const said = saidIn(cookies.read(request, 'said'));
    if (said) cookies.drop(reply, 'said');
    return send(reply, status, layout({ ...framed(visitor, path, madeAt), counts: made.counts, said }, made.page));
  }

  function framed(visitor: Visitor, path: string, madeAt: Date): Framed {
    return { ...visitor, say: sayTo(visitor), path, csrf: csrf(visitor), counts: NO_COUNTS, madeAt };
  }

  async function carryOut(
    route: DeedRoute,
    visitor: Visitor,
    form: Form,
    path: string,
    asked: Asked & { readonly reply: FastifyReply },
    address: string,
  ): Promise<Outcome> {
    let afterwards: (() => Promise<void>) | undefined;
    const work = async (kept: CrmKept): Promise<Outcome> => {
      const outcome = await route.work(visitIn(visitor, path, kept), form, asked);
      // Nothing of what was not taken stays behind.
      if (outcome.is === 'refused' || (outcome.is === 'again' && !outcome.isKept)) throw new TakenBack(outcome);
      afterwards = outcome.is === 'done' ? outcome.afterwards : undefined;
      return outcome;
    };
    const outcome = await committed(route, visitor, form, address, work);
    if (outcome.is === 'done') await afterwards?.();
    return outcome;
  }

  async function committed(
    route: DeedRoute,
    visitor: Visitor,
    form: Form,
    address: string,
    work: (kept: CrmKept) => Promise<Outcome>,
  ): Promise<Outcome> {
    const key = form.text(CARRIED.once);
    try {
      if (route.once === false || !isId(key)) return await store.transaction(visitor.company.id, work);
      const request = { route: `POST ${address}`, key, bodyHash: sha256(`${visitor.user.id} ${form.same}`) };
      const done = await answerOnce(needs, visitor.company.id, request, {
        answer: async (kept) => keptOf(await work(kept)),
        refused: () => undefined,
      });
      if (done.was !== 'answered') return { is: 'done', said: sayTo(visitor)('frame.underWay') };
      const { said, to } = done.answer;
      return { is: 'done', ...(said ? { said } : {}), ...(to ? { to } : {}) };
    } catch (error) {
      if (error instanceof TakenBack) return error.outcome;
      throw error;
    }
  }

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    form: Form,
    path: string,
    outcome: Outcome,
  ): Promise<FastifyReply> {
    const { is } = outcome;
    if (is === 'file') {
      reply.header('content-disposition', `attachment; filename="${outcome.name}"`);
      return reply.code(200).type(`${outcome.mime}; charset=utf-8`).send(outcome.text);
    }
    if (is === 'shown') {
      if (!withScript(request)) return show(request, reply, visitor, 200, path, async () => outcome.page);
      const main = html`<hx-partial hx-target="#main > .measure" hx-swap="innerHTML"><div class="head onphone"><div><h1>${outcome.page.title}</h1></div></div>${outcome.page.body}</hx-partial>`;
      return send(reply, 200, main);
    }
    if (is === 'again') {
      if (!withScript(request)) return show(request, reply, visitor, 422, path, async (visit) => outcome.page(visit));
      return send(reply, 422, outcome.form);
    }
    const said = saidOf(outcome, sayTo(visitor));
    const to = is === 'done' ? outcome.to : undefined;
    if (!withScript(request) || to !== undefined) {
      if (said) cookies.keep(reply, 'said', JSON.stringify(said));
      const next = ownPath(to ?? path);
      return withScript(request) ? reply.header('hx-redirect', next).send() : reply.redirect(next, 303);
    }
    const part = form.text(CARRIED.part);
    const fresh = part === '' ? undefined : await freshPart(visitor, path, part);
    return send(reply, is === 'refused' ? statusOf(outcome.refusal) : 200, html`${fresh}${resultOf(visitor, said)}`);
  }

  function resultOf(visitor: Visitor, said: Said | undefined): Html {
    return html`<hx-partial hx-target="#result" hx-swap="outerHTML">${result(sayTo(visitor), said)}</hx-partial>`;
  }

  /** The part of the page that the form stands on, as it is now. */
  async function freshPart(visitor: Visitor, path: string, part: string): Promise<Html | undefined> {
    const [bare = '', query = ''] = path.split('?');
    for (const route of pages) {
      const params = paramsOf(`/crm${route.path}`, bare);
      if (!params || !may(visitor.user, route.deed)) continue;
      const values = new URLSearchParams(query);
      const asked = { params, query: Object.fromEntries(values), all: (name: string) => values.getAll(name) };
      const shown = await inVisit(visitor, path, (visit) => partOf(route, part, visit, asked));
      return shown && html`<hx-partial hx-target="#${part}" hx-swap="outerMorph">${shown}</hx-partial>`;
    }
    return undefined;
  }

  function failed(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    status: number,
    kind: ErrorKind = 'nothing',
  ): FastifyReply {
    const path = pathOf(request);
    if (withScript(request)) {
      const words = sayTo(visitor)(`error.${kind}`);
      return send(reply, status, html`${resultOf(visitor, { is: 'refused', words })}`);
    }
    return send(reply, status, layout(framed(visitor, path, clock.now()), errorPage(sayTo(visitor), kind, path)));
  }
}

const partOf = async (route: PageRoute, name: string, visit: Visit, asked: Asked): Promise<Html | undefined> => {
  const parts = route.parts ?? {};
  return Object.hasOwn(parts, name) ? parts[name]?.(visit, asked) : undefined;
};

export const send = (reply: FastifyReply, status: number, page: Html): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(String(page));

function keptOf(outcome: Outcome): Kept {
  const { said = '', to = '' } = outcome.is === 'done' ? outcome : {};
  return { status: 200, is: 'done', said, to };
}

function saidOf(outcome: Outcome, say: Say): Said | undefined {
  if (outcome.is === 'done') return outcome.said ? { is: 'done', words: outcome.said } : undefined;
  if (outcome.is !== 'refused') return undefined;
  const why = outcome.said ?? whyOf(outcome.refusal, say);
  return { is: 'refused', words: say('frame.notDone', { why }) };
}

function whyOf(refusal: Refusal, say: Say): string {
  switch (refusal.is) {
    case 'notAllowed':
      return say('error.notYoursHint');
    case 'notFound':
      return say('error.nothingHint');
    case 'conflict':
      return refusal.detail;
    case 'invalid':
      return refusal.errors.map(({ field, detail }) => `${field} ${detail}`).join('; ');
  }
}

/** RFC 9110's status of each. */
const STATUSES: Readonly<Record<Refusal['is'], number>> = {
  notAllowed: 403,
  notFound: 404,
  conflict: 409,
  invalid: 422,
};
const statusOf = ({ is }: Refusal): number => STATUSES[is];

function saidIn(cookie: string | undefined): Said | undefined {
  try {
    const said: unknown = JSON.parse(cookie ?? 'null');
    if (typeof said !== 'object' || said === null || !('is' in said) || !('words' in said)) return undefined;
    const { is, words } = said;
    return typeof words === 'string' && (is === 'done' || is === 'refused') ? { is, words } : undefined;
  } catch {
    return undefined;
  }
}

function askedIn(request: FastifyRequest): Asked {
  const texts = (given: unknown) =>
    Object.fromEntries(
      Object.entries(given ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
  const asked = new URLSearchParams(request.url.split('?')[1] ?? '');
  return { params: texts(request.params), query: texts(request.query), all: (name) => asked.getAll(name) };
}

/** The page's own address, without the part that was asked for. */
function pathOf({ url }: FastifyRequest): string {
  const [bare = '', query = ''] = url.split('?');
  const asked = new URLSearchParams(query);
  asked.delete('part');
  return asked.size > 0 ? `${bare}?${asked}` : bare;
}

/** What the pattern's holes stand for in the path; undefined where it is another page's. */
function paramsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, step] of wanted.entries()) {
    const value = given[at] ?? '';
    if (step.startsWith(':')) params[step.slice(1)] = decodeURIComponent(value);
    else if (step !== value) return undefined;
  }
  return params;
}
