import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { isSame } from '#adapters/is-same.ts';
import type { PageOffice, Routing } from '#core/accounts/accounts.ts';
import { plainWays, type WayOn } from '#core/accounts/lead-on.ts';
import type { Passwords } from '#core/accounts/password.ts';
import type { AccountPage } from '#core/accounts/portal-users.ts';
import type { Signer } from '#core/accounts/proven-form.ts';
import { changePassword, type PasswordSet, pageOf, setFirstPassword } from '#core/accounts/set-password.ts';
import type { Clock } from '#core/clock.ts';
import { isFields, textIn } from '#core/fields.ts';
import type { MediaStore } from '#core/media.ts';
import { hasNoRoom } from '#core/no-room.ts';
import type { Store } from '#core/store.ts';
import type { Words } from '#core/words.ts';
import { languageIn } from './language-in.ts';
import { PAGE_HEADERS } from './page-headers.ts';
import { createScreens, type Sent } from './screens.ts';

type Needs = {
  readonly store: Store;
  readonly routing: Pick<Routing, 'officeOfPage' | 'officeOfInvite'>;
  readonly media: Pick<MediaStore, 'get'>;
  readonly passwords: Passwords;
  readonly words: Words;
  readonly clock: Clock;
  readonly newToken: () => string;
  readonly secretKey: string;
};
type Params = { Params: { token: string } };
/** What is known of an address; the office alone where its page is over. */
type Known = {
  readonly office: PageOffice;
  readonly token: string;
  readonly page?: AccountPage;
  readonly ways: readonly WayOn[];
};

/** More than any of the forms takes. */
const FORM_BYTES = 8 * 1024;

/** The pages below /account and /go: small, in the reader's language, each for who has its address. */
export function accountPages(needs: Needs): FastifyPluginAsync {
  const { store, routing, media, passwords, words, clock, newToken, secretKey } = needs;
  const screens = createScreens(words);
  const sign = (said: string) => createHmac('sha256', secretKey).update(said).digest('base64url');
  const signer: Signer = { sign, isSigned: (said, signature) => isSame(signature, sign(said)) };
  const csrfOf = (token: string) => sign(`csrf ${token}`);

  const dress = (server: FastifyInstance) => {
    server.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    server.addHook('onRequest', async (_request, reply) => void reply.headers({ ...PAGE_HEADERS, ...screens.headers }));
    server.setNotFoundHandler((request, reply) => gone(request, reply));
    server.setErrorHandler(failed);
  };

  const account: FastifyPluginAsync = async (server) => {
    dress(server);

    server.get<Params>('/:token', async (request, reply) => {
      const { token } = request.params;
      const known = await find(token);
      if (!known?.page) return gone(request, reply, 404, known);
      return html(reply, 200, screens.form({ ...known, page: known.page, csrf: csrfOf(token) }));
    });

    server.get<Params>('/:token/logo', async (request, reply) => {
      const office = await routing.officeOfPage(request.params.token);
      const logo = office?.logo ? await media.get(office.id, office.logo, 'thumb') : undefined;
      return logo ? reply.type(logo.mime).send(Buffer.from(logo.data)) : gone(request, reply);
    });

    server.post<Params & { Body: unknown }>('/:token', async (request, reply) => {
      const { token } = request.params;
      const form = isFields(request.body) ? request.body : {};
      const given = (name: string) => textIn(form, name) ?? '';
      const known = await find(token);
      if (!isOurs(request) || !signer.isSigned(`csrf ${token}`, given('csrf'))) return gone(request, reply, 403, known);
      if (!known?.page) return gone(request, reply, 404, known);
      const { office, page } = known;
      const sent = { email: given('email'), code: given('code'), proven: given('proven') };
      const set = await save(office, page, token, { ...sent, password: given('password'), next: given('next') });
      if (set.was === 'gone') return gone(request, reply, 404, known);
      if (set.was === 'set') return html(reply, 200, screens.done({ office, page, token, set }));
      return html(reply, 422, screens.form({ office, page, token, csrf: csrfOf(token), sent, set }));
    });
  };

  const go: FastifyPluginAsync = async (server) => {
    dress(server);

    server.get<Params>('/:token', async (request, reply) => {
      const { token } = request.params;
      const office = await routing.officeOfInvite(token, clock.now());
      if (!office) return gone(request, reply);
      const { teams } = await store.transaction(office.id, ({ portalUsers }) => portalUsers.waysIn(() => token));
      return teams ? reply.redirect(teams) : gone(request, reply);
    });
  };
  return async (server) => {
    await server.register(account, { prefix: '/account' });
    await server.register(go, { prefix: '/go' });
  };

  async function find(token: string): Promise<Known | undefined> {
    const office = await routing.officeOfPage(token);
    if (!office) return undefined;
    return store.transaction(office.id, async (kept) => {
      const page = await pageOf({ ...kept, clock }, token);
      return page ? { office, token, page, ways: [] } : { office, token, ways: await plainWays(kept) };
    });
  }

  function save(
    office: PageOffice,
    { kind }: AccountPage,
    token: string,
    given: Sent & { readonly password: string; readonly next: string },
  ): Promise<PasswordSet> {
    return store.transaction(office.id, (kept) => {
      const all = { ...kept, clock, passwords, words, newToken, signer };
      return kind === 'signIn' ? setFirstPassword(all, token, given) : changePassword(all, token, given);
    });
  }

  /** The same for what is over, used or invented; in the browser's language, since nobody is known. */
  function gone(request: FastifyRequest, reply: FastifyReply, status = 404, known?: Known) {
    return html(reply, status, screens.gone(languageIn(request.headers), known));
  }

  /** The same whatever failed; what it was stands in the log. */
  function failed(error: unknown, request: FastifyRequest, reply: FastifyReply) {
    const status = statusOf(error);
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'an account page failed');
    return html(reply, status, screens.failed(languageIn(request.headers)));
  }
}

const html = (reply: FastifyReply, status: number, body: string) =>
  reply.code(status).type('text/html; charset=utf-8').send(body);

/** Fastify says it on the errors of a body that it does not take. */
function statusOf(error: unknown): number {
  if (hasNoRoom(error)) return 503;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

/** A browser says where a form was sent from; another site's is not taken (Fetch Metadata). */
const isOurs = ({ headers }: FastifyRequest): boolean =>
  ['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);
