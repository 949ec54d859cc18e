import type { Door, DoorNeeds, Outcome, Visit } from '#adapters/console/door.ts';
import { html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { deedForm, field, panel } from '#adapters/console/parts.ts';
import { addFactor, beginFactor, removeFactor } from '#core/sessions/second-factor.ts';
import type { SignInTools } from '#core/sessions/sessions-needs.ts';
import { drawCode } from './draw-code.ts';
import { factorNeeded } from './me.ts';
import { settingsTabs } from './tabs.ts';

export type FactorNeeds = Pick<DoorNeeds, 'cookies'> & SignInTools;

const ME = '/crm/settings/me';
/** Signs of a secret that are typed at a time. */
const GROUP = /.{1,4}/g;

/** Setting up a second factor, and switching it off. */
export function factorRoutes(door: Door, needs: FactorNeeds): void {
  door.page({ path: '/settings/me/factor', deed: 'changeOwnSettings', show: (visit) => setUpPage(visit, needs) });

  door.deed({
    path: '/settings/me/factor/begin',
    deed: 'changeOwnSettings',
    proof: 'fresh',
    async work(visit): Promise<Outcome> {
      await beginFactor({ ...visit.kept, ...needs }, visit);
      return { is: 'done', to: `${ME}/factor` };
    },
  });

  door.deed({
    path: '/settings/me/factor/add',
    deed: 'changeOwnSettings',
    proof: 'fresh',
    once: false,
    async work(visit, form, { reply }): Promise<Outcome> {
      const { say } = visit;
      const added = await addFactor({ ...visit.kept, ...needs }, visit, form.text('code'));
      if (added.was !== 'added') {
        const page = (fresh: Visit) => setUpPage(fresh, needs, say('code.wrong'));
        return { is: 'again', form: codeForm(visit, say('code.wrong')), page };
      }
      needs.cookies.keep(reply, 'session', added.token, visit.session.stays);
      return { is: 'shown', page: recoveryPage(visit, added.recoveryCodes) };
    },
  });

  door.deed({
    path: '/settings/me/factor/off',
    deed: 'changeOwnSettings',
    proof: 'fresh',
    async work(visit): Promise<Outcome> {
      await removeFactor({ ...visit.kept, ...needs }, visit);
      return { is: 'done', said: visit.say('me.factorOff'), to: ME };
    },
  });
}

/** The page shows a secret only once somebody asked for it by a form: looking changes nothing. */
async function setUpPage(visit: Visit, needs: FactorNeeds, wrong?: string): Promise<Page> {
  const { say, company, user, kept } = visit;
  const pending = (await kept.userProofs.of(user.id))?.factorPending;
  const note = company.secondFactorRequired && !user.hasFactor && html`<div class="b4">${factorNeeded(say)}</div>`;
  const begin = deedForm(visit, {
    ...{ id: 'factor-begin', action: `${ME}/factor/begin`, className: 'body stack' },
    body: html`<p>${say('me.factorNone')}</p><div><button class="btn primary">${say('me.setUp')}</button></div>`,
  });
  return {
    title: say('me.factorTitle'),
    current: 'settings',
    width: 'mid',
    body: html`${settingsTabs(visit, 'me')}${note}${panel({
      id: 'factor',
      title: say('me.factor'),
      body: pending ? secretOf(visit, needs, pending, wrong) : begin,
    })}`,
  };
}

function secretOf(visit: Visit, { oneTimeCodes }: FactorNeeds, secret: string, wrong?: string) {
  const { say, company, user } = visit;
  const { size, path } = drawCode(oneTimeCodes.address(secret, { company: company.name, email: user.email }));
  return html`<div class="body stack">
<p>${say('me.factorScan')}</p>
<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${say('me.factorCode')}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" stroke="#000" fill="none"/></svg>
<p class="s muted">${say('me.factorType')} <code>${(secret.match(GROUP) ?? []).join(' ')}</code></p>
${codeForm(visit, wrong)}
</div>`;
}

function codeForm(visit: Visit, wrong?: string) {
  const { say } = visit;
  return deedForm(visit, {
    ...{ id: 'factor-code', action: `${ME}/factor/add`, className: 'stack w-40' },
    body: html`${field({
      ...{ id: 'code', name: 'code', label: say('me.factorProve'), autocomplete: 'one-time-code', className: 'digits' },
      wrong,
    })}<div><button class="btn primary">${say('me.factorGo')}</button></div>`,
  });
}

const recoveryPage = ({ say }: Visit, codes: readonly string[]): Page => ({
  title: say('me.factorDone'),
  current: 'settings',
  width: 'mid',
  body: panel({
    id: 'recovery',
    title: say('me.recoveryTitle'),
    body: html`<div class="body stack"><p>${say('me.recoveryIntro')}</p><ul class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul><div><a class="btn primary" href="${ME}">${say('me.recoveryKept')}</a></div></div>`,
  }),
});
