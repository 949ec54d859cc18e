import { createHmac } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { isSame } from '#adapters/is-same.ts';
import type { Routing } from '#core/accounts/accounts.ts';
import type { Passwords } from '#core/accounts/password.ts';
import type { AccountPage } from '#core/accounts/portal-users.ts';
import { changePassword, type PasswordSet, pageOf, setFirstPassword } from '#core/accounts/set-password.ts';
import { type Phrase, phrase } from '#core/chat/text.ts';
import type { Clock } from '#core/clock.ts';
import { isFields, textIn } from '#core/fields.ts';
import type { CompanyId } from '#core/ids.ts';
import { knownLanguage, type Language, languageFor } from '#core/language.ts';
import type { MediaStore } from '#core/media.ts';
import { hasNoRoom } from '#core/no-room.ts';
import type { Store } from '#core/store.ts';
import type { Words } from '#core/words.ts';
import type { PhraseKey } from '#locales/phrases.ts';
import { type Field, formPage, type Head, notePage } from './page.ts';

type Needs = {
  readonly store: Store;
  readonly media: MediaStore;
  readonly routing: Pick<Routing, 'companyOfPage'>;
  readonly passwords: Passwords;
  readonly words: Words;
  readonly clock: Clock;
  readonly secretKey: string;
};
type PlainKey = Extract<PhraseKey, `page.${string}`>;
type Say = (key: PlainKey) => string;
type Params = { Params: { token: string } };

/** More than any of the forms takes. */
const FORM_BYTES = 8 * 1024;
const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-frame-options': 'DENY',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** The pages below /account: small, without scripts, in the reader's language, each for who has its address. */
export function accountPages(needs: Needs): FastifyPluginAsync {
  const { store, media, routing, passwords, words, clock, secretKey } = needs;
  const csrfOf = (token: string) => createHmac('sha256', secretKey).update(`csrf ${token}`).digest('base64url');

  const pages: FastifyPluginAsync = async (server) => {
    server.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    server.addHook('onRequest', async (_request, reply) => void reply.headers(HEADERS));
    server.setNotFoundHandler((request, reply) => gone(request, reply));
    server.setErrorHandler(failed);

    server.get<Params>('/:token', async (request, reply) => {
      const { token } = request.params;
      const company = await routing.companyOfPage(token);
      const page = company && (await store.transaction(company, (kept) => pageOf({ ...kept, clock }, token)));
      return page ? show(reply, 200, page, await headOf(company, page), token) : gone(request, reply);
    });

    server.post<Params & { Body: unknown }>('/:token', async (request, reply) => {
      const { token } = request.params;
      const form = isFields(request.body) ? request.body : {};
      const given = (name: string) => textIn(form, name) ?? '';
      if (!isOurs(request) || !isSame(given('csrf'), csrfOf(token))) return gone(request, reply, 403);
      const company = await routing.companyOfPage(token);
      if (!company) return gone(request, reply);
      const [page, set] = await store.transaction(company, async (kept) => {
        const all = { ...kept, clock, passwords, words };
        const found = await pageOf(all, token);
        if (!found) return [undefined, { was: 'gone' }] as const;
        const next = given('next');
        const done: PasswordSet =
          found.kind === 'signIn'
            ? await setFirstPassword(all, token, { email: given('email'), password: given('password'), next })
            : await changePassword(all, token, { code: given('code'), next });
        return [found, done] as const;
      });
      if (!page || set.was === 'gone') return gone(request, reply);
      const head = await headOf(company, page);
      const language = languageFor(page.language);
      const say = sayIn(language);
      if (set.was === 'set')
        return html(
          reply,
          200,
          notePage(
            language,
            head,
            say('page.doneTitle'),
            say(set.inChat ? 'page.doneInChat' : 'page.doneFromMail'),
            true,
          ),
        );
      return show(reply, 422, page, head, token, wrongOf(set, language), given('email'));
    });
  };
  return async (server) => {
    await server.register(pages, { prefix: '/account' });
  };

  /** The logo stands in the page itself: another address would have to be guarded as this one is. */
  async function headOf(company: CompanyId, { office, logo }: AccountPage): Promise<Head> {
    const bytes = logo && (await media.get(company, logo, 'thumb'));
    return {
      office,
      logo: bytes ? `data:${bytes.mime};base64,${Buffer.from(bytes.data).toString('base64')}` : undefined,
    };
  }

  function sayIn(language: Language): Say {
    return (key) => words.say(phrase(key as 'page.save'), language);
  }

  function wrongOf(set: Exclude<PasswordSet, { was: 'set' | 'gone' }>, language: Language): readonly string[] {
    const say = (what: Phrase) => words.say(what, language);
    switch (set.was) {
      case 'weak':
        return [say(phrase('page.lacking')), ...set.lacking.map((need) => say(phrase(`page.needs.${need}`)))];
      case 'same':
        return [say(phrase('page.same'))];
      case 'wrong':
        return [say(phrase('page.wrong'))];
      case 'paused':
        return [say(phrase('page.paused', { count: set.minutes }))];
    }
  }

  function show(
    reply: FastifyReply,
    status: number,
    { kind, language: tag }: AccountPage,
    head: Head,
    token: string,
    wrong: readonly string[] = [],
    email = '',
  ) {
    const language = languageFor(tag);
    const say = sayIn(language);
    const next: Field = {
      ...{ name: 'next', label: say('page.newPassword'), kind: 'password', autocomplete: 'new-password' },
      hint: say('page.rules'),
    };
    const fields: readonly Field[] =
      kind === 'signIn'
        ? [
            { name: 'email', label: say('page.email'), kind: 'email', autocomplete: 'username', value: email },
            {
              ...{ name: 'password', label: say('page.temporaryPassword'), kind: 'password' },
              autocomplete: 'current-password',
            },
            next,
          ]
        : [{ name: 'code', label: say('page.code'), kind: 'text', autocomplete: 'one-time-code' }, next];
    const title = say(kind === 'signIn' ? 'page.signInTitle' : 'page.changeTitle');
    const intro = say(kind === 'signIn' ? 'page.signInIntro' : 'page.changeIntro');
    return html(
      reply,
      status,
      formPage(language, head, { title, intro, save: say('page.save'), fields, csrf: csrfOf(token), wrong }),
    );
  }

  /** The same for what is over, used or invented; in the browser's language, since nobody is known. */
  function gone(request: FastifyRequest, reply: FastifyReply, status = 404) {
    const language = languageIn(request);
    const say = sayIn(language);
    return html(reply, status, notePage(language, undefined, say('page.goneTitle'), say('page.gone'), false));
  }

  /** The same whatever failed; what it was stands in the log. */
  function failed(error: unknown, request: FastifyRequest, reply: FastifyReply) {
    const status = statusOf(error);
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'an account page failed');
    const language = languageIn(request);
    const say = sayIn(language);
    return html(reply, status, notePage(language, undefined, say('page.failedTitle'), say('page.failed'), false));
  }
}

const html = (reply: FastifyReply, status: number, body: string) =>
  reply.code(status).type('text/html; charset=utf-8').send(body);

/** The first of the browser's languages that we speak (RFC 9110, Accept-Language: most list them by preference). */
const languageIn = ({ headers }: FastifyRequest): Language =>
  (headers['accept-language'] ?? '')
    .split(',')
    .map((tag) => knownLanguage(tag.split(';')[0]?.trim()))
    .find((language) => language !== undefined) ?? 'en';

/** Fastify says it on the errors of a body that it does not take. */
function statusOf(error: unknown): number {
  if (hasNoRoom(error)) return 503;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

/** A browser says where a form was sent from; another site's is not taken (Fetch Metadata). */
const isOurs = ({ headers }: FastifyRequest): boolean =>
  ['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);
