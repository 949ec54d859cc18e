import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf } from '#adapters/console/device-of.ts';
import { ownPath, pageBehind } from '#adapters/console/door/addresses.ts';
import { csrfOf } from '#adapters/console/door/csrf.ts';
import { send, withScript } from '#adapters/console/door/send.ts';
import type { DoorNeeds } from '#adapters/console/door.ts';
import { bareErrorPage } from '#adapters/console/error-pages.ts';
import { formOf } from '#adapters/console/form.ts';
import { html } from '#adapters/console/html.ts';
import { isOwnPage } from '#adapters/console/own-origin.ts';
import { banner } from '#adapters/console/parts.ts';
import { CONSOLE_LANGUAGES, consoleLanguage, createSay, type Say } from '#adapters/console/say.ts';
import { isSame } from '#adapters/is-same.ts';
import { isFields, textIn } from '#core/fields.ts';
import type { CompanyId, UserId } from '#core/ids.ts';
import { isId } from '#core/ids.ts';
import { languageFor } from '#core/language.ts';
import type { Begun } from '#core/sessions/begin-session.ts';
import { tryCode } from '#core/sessions/give-code.ts';
import { isOver } from '#core/sessions/session.ts';
import type { EntranceTools } from '#core/sessions/sessions-needs.ts';
import { enter, type SignedIn, signIn } from '#core/sessions/sign-in.ts';
import { signOut } from '#core/sessions/sign-out.ts';
import type { From } from '#core/sessions/tries.ts';
import { askForLink, useLink, userPageOf } from '#core/sessions/user-password.ts';
import type { Visitor } from '#core/sessions/visitor.ts';
import { againForm } from './again.ts';
import {
  codeForm,
  codePage,
  type DemoPerson,
  type Doorway,
  forgottenPage,
  linkGonePage,
  officePage,
  setPasswordPage,
  signInPage,
} from './pages.ts';

export type SignInNeeds = DoorNeeds &
  EntranceTools & {
    readonly seal: (open: string) => string;
    readonly unseal: (sealed: string) => string;
    /** The office whose name stands above the door; the product's where there are several. */
    readonly officeName: () => Promise<{ readonly name: string; readonly language: string | null }>;
    /** The people as whom a visitor of the demo may look around; none anywhere else. */
    readonly demo: () => Promise<readonly (DemoPerson & { readonly company: CompanyId; readonly id: UserId })[]>;
  };

/** How long an office may be chosen after the password was right. */
const CHOICE_MS = 10 * 60_000;
/** Requests of one address in a minute, against floods; guesses are counted for themselves. */
const FLOOD = { rateLimit: { max: 60, timeWindow: 60_000 } };
type Token = { Params: { token: string } };

/** The ways in and out: pages for who is not signed in. They are guarded by where a form was sent from alone. */
export function signInRoutes(server: FastifyInstance, needs: SignInNeeds): void {
  const { store, entrance, clock, cookies, publicUrl, secretKey } = needs;

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
    if (!isOwnPage(request, origin())) return tooOld(request, reply, doorway);
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
    if (!person || !isOwnPage(request, origin())) return tooOld(request, reply, doorway);
    const signed = await enter(needs, fromOf(request), person.company, person.id, false);
    return answer(request, reply, doorway, signed, { to, email: person.email, stays: false });
  });

  server.post('/sign-in/office', { config: FLOOD }, async (request, reply) => {
    const form = formOf(request.body);
    const choice = choiceIn(form.text('choice'));
    const doorway = await doorwayOf(request, choice?.to ?? '/crm/today', form.text('language'));
    if (!isOwnPage(request, origin())) return tooOld(request, reply, doorway);
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
    if (!isOwnPage(request, origin())) return tooOld(request, reply, doorway);
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
      const isOurs = isOwnPage(request, origin()) && isSame(form.text('csrf'), csrfOf(secretKey, visitor.session.id));
      if (!isOurs) return tooOld(request, reply, await doorwayOf(request, '/crm/today'));
      await store.transaction(visitor.company.id, (kept) => signOut(kept, visitor));
    }
    cookies.drop(reply, 'session');
    cookies.keep(reply, 'said', 'signedOut');
    return reply.redirect('/crm/sign-in', 303);
  });

  server.get('/forgotten', { config: FLOOD }, async (request, reply) =>
    send(reply, 200, forgottenPage(await doorwayOf(request, '/crm/today'))),
  );

  server.post('/forgotten', { config: FLOOD }, async (request, reply) => {
    const form = formOf(request.body);
    const doorway = await doorwayOf(request, '/crm/today', form.text('language'));
    if (!isOwnPage(request, origin())) return tooOld(request, reply, doorway);
    if (form.text('email').trim() !== '') await askForLink(needs, form.text('email'));
    return send(reply, 200, forgottenPage(doorway, { isSent: true }));
  });

  for (const kind of ['reset', 'welcome'] as const) {
    server.get<Token>(`/${kind}/:token`, { config: FLOOD }, async (request, reply) => {
      const found = await pageAt(request.params.token);
      const doorway = await doorwayOf(request, '/crm/today', found?.user.language ?? undefined);
      return found
        ? send(reply, 200, setPasswordPage(doorway, shownOf(request, doorway, found)))
        : send(reply, 404, linkGonePage(doorway));
    });

    server.post<Token>(`/${kind}/:token`, { config: FLOOD }, async (request, reply) => {
      const { token } = request.params;
      const found = await pageAt(token);
      const doorway = await doorwayOf(request, '/crm/today', found?.user.language ?? undefined);
      if (!isOwnPage(request, origin())) return tooOld(request, reply, doorway);
      const next = formOf(request.body).text('next');
      const used = found
        ? await store.transaction(found.company, (kept) => useLink({ ...kept, ...needs }, token, next, fromOf(request)))
        : { was: 'gone' as const };
      if (used.was === 'set') return enterWith(request, reply, used.begun, '/crm/today');
      if (used.was === 'gone' || !found) return send(reply, 404, linkGonePage(doorway));
      const wrong = lackingWords(doorway.say, used.lacking);
      return send(reply, 422, setPasswordPage(doorway, { ...shownOf(request, doorway, found), wrong }));
    });
  }

  async function pageAt(token: string) {
    const company = await entrance.companyOfPage(token);
    if (!company) return undefined;
    return store.transaction(company, async (kept) => {
      const found = await userPageOf({ ...kept, clock }, token);
      return found && { ...found, company, office: (await kept.records.company.get()).name };
    });
  }

  type Found = NonNullable<Awaited<ReturnType<typeof pageAt>>>;
  function shownOf(request: FastifyRequest, { say }: Doorway, { page, user, office }: Found) {
    const welcome = page.kind === 'welcome' ? say('password.welcome', { company: office, name: user.name }) : undefined;
    return { action: request.url.split('?')[0] ?? '', email: user.email, welcome };
  }

  async function visitorOf(request: FastifyRequest): Promise<Visitor | undefined> {
    const token = cookies.read(request, 'session');
    const visitor = token === undefined ? undefined : await entrance.visitorOf(token);
    return visitor && !isOver(visitor.session, clock.now()) ? visitor : undefined;
  }

  function origin(): string {
    return new URL(publicUrl()).origin;
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

/** What a password lacks, as one sentence. */
export const lackingWords = (
  say: Say,
  lacking: readonly ('length' | 'upper' | 'lower' | 'digit' | 'special')[],
): string => say('password.lacking', { needs: lacking.map((need) => say(`password.needs.${need}`)).join(', ') });

function queryOf({ query }: FastifyRequest, name: string): string | undefined {
  return isFields(query) ? textIn(query, name) : undefined;
}
