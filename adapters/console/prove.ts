import type { FastifyReply } from 'fastify';
import { proveAgain } from '#core/sessions/prove-again.ts';
import type { SignInTools } from '#core/sessions/sessions-needs.ts';
import { ownPath } from './door/addresses.ts';
import type { Door, DoorNeeds, Outcome, Visit } from './door.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';
import { deedForm, field, panel } from './parts.ts';

export type ProveNeeds = Pick<DoorNeeds, 'cookies'> & SignInTools;

/** Asks for the password again, where what is to be done wants a fresh proof; then back to where it was wanted. */
export function proveRoutes(door: Door, needs: ProveNeeds): void {
  door.page({
    path: '/prove',
    deed: 'changeOwnSettings',
    show: async (visit, { query }) => provePage(visit, ownPath(query.to)),
  });

  door.deed({
    path: '/prove',
    deed: 'changeOwnSettings',
    once: false,
    async work(visit, form, { reply }): Promise<Outcome> {
      const to = ownPath(form.text('to'));
      const proved = await proveAgain({ ...visit.kept, ...needs }, visit, form.text('proof'));
      if (proved.was === 'proved') return goOn(reply, visit, proved.token, to);
      if (proved.was === 'over') return { is: 'done', to };
      const wrong = visit.say('prove.wrong');
      return {
        is: 'again',
        isKept: true,
        form: proveForm(visit, to, wrong),
        page: (fresh) => provePage(fresh, to, wrong),
      };
    },
  });

  function goOn(reply: FastifyReply, { session }: Visit, token: string, to: string): Outcome {
    needs.cookies.keep(reply, 'session', token, session.stays);
    return { is: 'done', to };
  }
}

const provePage = (visit: Visit, to: string, wrong?: string): Page => ({
  title: visit.say('prove.title'),
  current: 'settings',
  width: 'mid',
  body: panel({ id: 'prove', title: visit.say('prove.title'), body: proveForm(visit, to, wrong) }),
});

function proveForm(visit: Visit, to: string, wrong?: string) {
  const { say, user } = visit;
  return deedForm(visit, {
    ...{ id: 'prove-form', action: '/crm/prove', className: 'body stack w-40' },
    body: html`<p>${say('prove.intro')}</p><input type="hidden" name="to" value="${to}">${field({
      ...{ id: 'proof', name: 'proof', kind: 'password', autocomplete: 'current-password', wrong },
      label: say(user.hasFactor ? 'prove.labelOrCode' : 'prove.label'),
    })}<div><button class="btn primary">${say('prove.go')}</button></div>`,
  });
}
