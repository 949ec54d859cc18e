import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DeedRoute, Door, DoorNeeds, PageRoute } from '#adapters/console/door.ts';
import type { ErrorKind } from '#adapters/console/error-pages.ts';
import { CARRIED, type Form, formOf } from '#adapters/console/form.ts';
import { isOwnPage } from '#adapters/console/own-origin.ts';
import { uploadIn } from '#adapters/console/upload.ts';
import { sha256 } from '#adapters/hashes.ts';
import { isSame } from '#adapters/is-same.ts';
import { type Deed, may } from '#core/crm/rights.ts';
import { isProved } from '#core/sessions/session.ts';
import type { Visitor } from '#core/sessions/visitor.ts';
import { askedIn, ownPath, pathOf } from './addresses.ts';
import { createCarryOut } from './carry-out.ts';
import { createReplies, partOf } from './replies.ts';
import { send, withScript } from './send.ts';
import { createVisits } from './visits.ts';

/** The desk's door: mounts pages, deeds, uploads and files, each behind session, right, origin and repetition. */
export function createDoor(server: FastifyInstance, needs: DoorNeeds): Door {
  const { clock, cookies, publicUrl } = needs;
  const pages: PageRoute[] = [];
  const visits = createVisits(needs);
  const { visitorOf, seen, csrf, inVisit } = visits;
  const { show, answer, failed } = createReplies(needs, visits, pages);
  const carryOut = createCarryOut(needs, visits);

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
        const barred = barredBy(request, form, visitor, route.deed);
        if (barred) return failed(request, reply, visitor, 403, barred);
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
        const barred = barredBy(request, form, visitor, route.deed);
        if (barred) return failed(request, reply, visitor, 403, barred);
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

  /** Why a form is not taken from this page or person; undefined where it is. */
  function barredBy(request: FastifyRequest, form: Form, visitor: Visitor, deed: Deed): ErrorKind | undefined {
    const isOurs = isOwnPage(request, new URL(publicUrl()).origin) && isSame(form.text(CARRIED.csrf), csrf(visitor));
    if (!isOurs) return 'old';
    return may(visitor.user, deed) ? undefined : 'notYours';
  }
}
