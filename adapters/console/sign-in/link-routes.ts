import type { FastifyInstance, FastifyRequest } from 'fastify';
import { send } from '#adapters/console/door/send.ts';
import { formOf } from '#adapters/console/form.ts';
import type { Say } from '#adapters/console/say.ts';
import { askForLink, useLink, userPageOf } from '#core/sessions/user-password.ts';
import { createDoorways, FLOOD } from './doorways.ts';
import { type Doorway, forgottenPage, linkGonePage, setPasswordPage } from './pages.ts';
import type { SignInNeeds } from './sign-in-needs.ts';

type Token = { Params: { token: string } };

/** The ways in by a link of a mail: for who forgot their password, and for who was invited. */
export function linkRoutes(server: FastifyInstance, needs: SignInNeeds): void {
  const { store, entrance, clock } = needs;
  const { isFromUs, fromOf, doorwayOf, enterWith, tooOld } = createDoorways(needs);

  server.get('/forgotten', { config: FLOOD }, async (request, reply) =>
    send(reply, 200, forgottenPage(await doorwayOf(request, '/crm/today'))),
  );

  server.post('/forgotten', { config: FLOOD }, async (request, reply) => {
    const form = formOf(request.body);
    const doorway = await doorwayOf(request, '/crm/today', form.text('language'));
    if (!isFromUs(request)) return tooOld(request, reply, doorway);
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
      if (!isFromUs(request)) return tooOld(request, reply, doorway);
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
}

/** What a password lacks, as one sentence. */
export const lackingWords = (
  say: Say,
  lacking: readonly ('length' | 'upper' | 'lower' | 'digit' | 'special')[],
): string => say('password.lacking', { needs: lacking.map((need) => say(`password.needs.${need}`)).join(', ') });
