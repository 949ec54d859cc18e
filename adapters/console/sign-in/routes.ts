import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ownPath } from '#adapters/console/door/addresses.ts';
import { csrfOf } from '#adapters/console/door/csrf.ts';
import { send, withScript } from '#adapters/console/door/send.ts';
import { bareErrorPage } from '#adapters/console/error-pages.ts';
import { formOf } from '#adapters/console/form.ts';
import { html } from '#adapters/console/html.ts';
import { banner } from '#adapters/console/parts.ts';
import { isSame } from '#adapters/is-same.ts';
import { isFields, textIn } from '#core/fields.ts';
import { isId } from '#core/ids.ts';
import { tryCode } from '#core/sessions/give-code.ts';
import { enter, type SignedIn, signIn } from '#core/sessions/sign-in.ts';
import { signOut } from '#core/sessions/sign-out.ts';
import { againForm } from './again.ts';
import { createDoorways, FLOOD, queryOf } from './doorways.ts';
import { linkRoutes } from './link-routes.ts';
import { codeForm, codePage, type Doorway, officePage, signInPage } from './pages.ts';
import type { SignInNeeds } from './sign-in-needs.ts';

/** How long an office may be chosen after the password was right. */
const CHOICE_MS = 10 * 60_000;

/** The ways in and out: pages for who is not signed in. They are guarded by where a form was sent from alone. */
export function signInRoutes(server: FastifyInstance, needs: SignInNeeds): void {
  const { store, clock, cookies, secretKey } = needs;
  const { visitorOf, isFromUs, fromOf, doorwayOf, enterWith, tooOld } = createDoorways(needs);
  linkRoutes(server, needs);

  server.get('/sign-in', { config: FLOOD }, async (request, reply) => {
    const visitor = await visitorOf(request);
    const to = ownPath(queryOf(request, 'to'));
    if (visitor?.session.factor === 'awaited') return reply.redirect(`/crm/sign-in/code?to=${encodeURIComponent(to)}`);
    if (visitor) return reply.redirect(to);
    const isOut = cookies.read(request, 'said') === 'signedOut';
    if (isOut) cookies.drop(reply, 'said');
    const doorway = await doorwayOf(request, to);
    const note = isOut && banner('good', doorway.say('signIn.signedOut'));
    return send(reply, 200, signInPage(doorway, { to, note, demo: await needs.demo() }));
  });

  server.post('/sign-in', { config: FLOOD }, async (request, reply) => {
    const form = formOf(request.body);
    const to = ownPath(form.text('to') || undefined);
    const doorway = await doorwayOf(request, to, form.text('language'));
    if (!isFromUs(request)) return tooOld(request, reply, doorway);
    const email = form.text('email');
    const stays = form.has('stays');
    const password = form.text('password');
    if (email.trim() === '' || password === '')
      return again(request, reply, doorway, 422, { to, email, stays, words: doorway.say('signIn.fillIn') });
    const signed = await signIn(needs, fromOf(request), { email, password, stays });
    return answer(request, reply, doorway, signed, { to, email, stays });
  });

  server.post('/sign-in/demo', { config: FLOOD }, async (request, reply) => {
    const form = formOf(request.body);
    const to = ownPath(form.text('to') || undefined);
    const doorway = await doorwayOf(request, to, form.text('language'));
    const person = (await needs.demo()).find(({ email }) => email === form.text('who'));
    if (!person || !isFromUs(request)) return tooOld(request, reply, doorway);
    const signed = await enter(needs, fromOf(request), person.company, person.id, false);
    return answer(request, reply, doorway, signed, { to, email: person.email, stays: false });
  });

  server.post('/sign-in/office', { config: FLOOD }, async (request, reply) => {
    const form = formOf(request.body);
    const choice = choiceIn(form.text('choice'));
    const doorway = await doorwayOf(request, choice?.to ?? '/crm/today', form.text('language'));
    if (!isFromUs(request)) return tooOld(request, reply, doorway);
    if (!choice || choice.until < clock.now().getTime()) {
      const note = banner('bad', doorway.say('office.gone'));
      return send(reply, 422, signInPage(doorway, { to: choice?.to ?? '/crm/today', note }));
    }
    const { company, user, stays, to } = choice;
    const signed = await enter(needs, fromOf(request), company, user, stays);
    return answer(request, reply, doorway, signed, { to, email: '', stays });
  });

  server.get('/sign-in/code', { config: FLOOD }, async (request, reply) => {
    const to = ownPath(queryOf(request, 'to'));
    const visitor = await visitorOf(request);
    if (visitor?.session.factor !== 'awaited') return reply.redirect(visitor ? to : '/crm/sign-in');
    const doorway = await doorwayOf(request, to, visitor.user.language ?? undefined);
    const isRecovery = queryOf(request, 'with') === 'recovery';
    return send(reply, 200, codePage(doorway, { to, isRecovery }));
  });

  server.post('/sign-in/code', { config: FLOOD }, async (request, reply) => {
    const form = formOf(request.body);
    const to = ownPath(form.text('to') || undefined);
    const visitor = await visitorOf(request);
    const doorway = await doorwayOf(request, to, visitor?.user.language ?? undefined);
    const { say } = doorway;
    if (!isFromUs(request)) return tooOld(request, reply, doorway);
    const isRecovery = form.text('with') === 'recovery';
    const given = { code: form.text('code'), isRecovery };
    const known = cookies.read(request, 'device');
    const came = visitor ? await tryCode(needs, visitor, given, known) : { was: 'over' as const };
    const wrong = (status: number, words: string) =>
      withScript(request)
        ? send(reply, status, html`${banner('bad', words)}${codeForm(say, to, isRecovery, true)}`)
        : send(reply, status, codePage(doorway, { to, isRecovery, wrong: words }));
    switch (came.was) {
      case 'in':
        return enterWith(request, reply, { ...came, stays: visitor?.session.stays ?? false, factor: 'given' }, to);
      case 'wrong':
        return wrong(422, say(isRecovery ? 'code.wrongRecovery' : 'code.wrong'));
      case 'paused':
        return wrong(429, say('code.paused', { count: came.minutes }));
      case 'over':
        cookies.drop(reply, 'session');
        return again(request, reply, doorway, 422, { to, email: '', stays: false, words: say('code.over') });
    }
  });

  server.post('/sign-out', async (request, reply) => {
    const form = formOf(request.body);
    const visitor = await visitorOf(request);
    if (visitor) {
      const isOurs = isFromUs(request) && isSame(form.text('csrf'), csrfOf(secretKey, visitor.session.id));
      if (!isOurs) return tooOld(request, reply, await doorwayOf(request, '/crm/today'));
      await store.transaction(visitor.company.id, (kept) => signOut(kept, visitor));
    }
    cookies.drop(reply, 'session');
    cookies.keep(reply, 'said', 'signedOut');
    return reply.redirect('/crm/sign-in', 303);
  });

  type Tried = { readonly to: string; readonly email: string; readonly stays: boolean };
  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    doorway: Doorway,
    signed: SignedIn,
    tried: Tried,
  ) {
    const { say } = doorway;
    switch (signed.was) {
      case 'in':
        return enterWith(request, reply, signed.begun, tried.to);
      case 'several': {
        const until = clock.now().getTime() + CHOICE_MS;
        const offices = signed.offices.map(({ name, company, user }) => ({
          name,
          choice: needs.seal(JSON.stringify({ company, user, until, stays: tried.stays, to: tried.to })),
        }));
        return send(reply, 200, officePage(doorway, offices));
      }
      case 'wrong':
        return again(request, reply, doorway, 422, { ...tried, words: say('signIn.wrong', { count: signed.left }) });
      case 'paused':
        return again(request, reply, doorway, 429, {
          ...tried,
          words: say('signIn.paused', { count: signed.minutes }),
        });
      case 'tooMany':
        return send(
          reply,
          429,
          bareErrorPage(say, 'tooMany', '/crm/sign-in', doorway.office, { minutes: signed.minutes }),
        );
    }
  }

  async function again(
    request: FastifyRequest,
    reply: FastifyReply,
    doorway: Doorway,
    status: number,
    { to, email, stays, words }: Tried & { readonly words: string },
  ) {
    const note = banner('bad', words);
    if (withScript(request)) return send(reply, status, againForm(doorway.say, email, note));
    return send(reply, status, signInPage(doorway, { to, email, stays, note, demo: await needs.demo() }));
  }

  function choiceIn(sealed: string) {
    try {
      const read: unknown = JSON.parse(needs.unseal(sealed));
      if (!isFields(read)) return undefined;
      const [company, user] = [textIn(read, 'company') ?? '', textIn(read, 'user') ?? ''];
      if (!isId(company) || !isId(user) || typeof read.until !== 'number') return undefined;
      return { company, user, until: read.until, stays: read.stays === true, to: ownPath(textIn(read, 'to')) };
    } catch {
      return undefined;
    }
  }
}
