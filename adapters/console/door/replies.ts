import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asked, DoorNeeds, Outcome, PageRoute, Visit } from '#adapters/console/door.ts';
import { type ErrorKind, errorPage } from '#adapters/console/error-pages.ts';
import { CARRIED, type Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { type Framed, layout, NO_COUNTS, type Page, result, type Said } from '#adapters/console/layout.ts';
import { may } from '#core/crm/rights.ts';
import type { Visitor } from '#core/sessions/visitor.ts';
import { ownPath, pageBehind, paramsOf } from './addresses.ts';
import { saidIn, saidOf, statusOf } from './said-of.ts';
import { send, withScript } from './send.ts';
import { sayTo, type Visits } from './visits.ts';

/** How the desk answers: with whole pages, or with the parts of one that changed. `pages`: those that parts are of. */
export function createReplies(needs: DoorNeeds, { csrf, inVisit }: Visits, pages: readonly PageRoute[]) {
  const { clock, cookies } = needs;
  return { show, answer, failed };

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
    if (withScript(request)) {
      const words = sayTo(visitor)(`error.${kind}`);
      return send(reply, status, html`${resultOf(visitor, { is: 'refused', words })}`);
    }
    const path = pageBehind(request);
    return send(reply, status, layout(framed(visitor, path, clock.now()), errorPage(sayTo(visitor), kind, path)));
  }
}

/** A part of a page by its name; undefined where the page has none of this name. */
export const partOf = async (route: PageRoute, name: string, visit: Visit, asked: Asked): Promise<Html | undefined> => {
  const parts = route.parts ?? {};
  return Object.hasOwn(parts, name) ? parts[name]?.(visit, asked) : undefined;
};
