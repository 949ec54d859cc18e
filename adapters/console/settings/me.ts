import type { Asked, Door, DoorNeeds, Outcome, Visit } from '#adapters/console/door.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { banner, deedForm, field, panel } from '#adapters/console/parts.ts';
import { CONSOLE_LANGUAGES, LANGUAGE_NAMES, type Say } from '#adapters/console/say.ts';
import { lackingWords } from '#adapters/console/sign-in/link-routes.ts';
import { isId } from '#core/ids.ts';
import { languageFor } from '#core/language.ts';
import type { Proofs } from '#core/sessions/proofs.ts';
import { isOver, overAt, type Session } from '#core/sessions/session.ts';
import type { SignInTools } from '#core/sessions/sessions-needs.ts';
import { endSession, signOutEverywhere } from '#core/sessions/sign-out.ts';
import { changeOwnPassword, type OwnPasswordChanged } from '#core/sessions/user-password.ts';
import { COLOURS } from '#core/sessions/visitor.ts';
import { settingsTabs } from './tabs.ts';

export type MeNeeds = Pick<DoorNeeds, 'cookies'> & SignInTools;

const HOUR = 3600_000;
const ME = '/crm/settings/me';

/** A user's own settings: the ways in, and how the console looks to them. */
export function meRoutes(door: Door, needs: MeNeeds): void {
  const { cookies } = needs;
  door.page({
    path: '/settings/me',
    deed: 'changeOwnSettings',
    show: (visit) => mePage(visit),
    parts: { devices: async (visit) => devices(visit, await visit.kept.sessions.of(visit.user.id)) },
  });

  door.deed({
    path: '/settings/me/password',
    deed: 'changeOwnSettings',
    once: false,
    async work(visit, form, { reply }): Promise<Outcome> {
      const given = { password: form.text('password'), next: form.text('next') };
      const changed = await changeOwnPassword({ ...visit.kept, ...needs }, visit, given);
      if (changed.was === 'over') return { is: 'done', to: ME };
      if (changed.was !== 'changed') return { ...again(visit, wrongOf(visit.say, changed)), isKept: true };
      cookies.keep(reply, 'session', changed.token, visit.session.stays);
      return { is: 'done', said: visit.say('me.passwordDone'), to: ME };
    },
  });

  door.deed({
    path: '/settings/me/sessions/:id/end',
    deed: 'changeOwnSettings',
    async work(visit, _form, { params }: Asked): Promise<Outcome> {
      const id = params.id ?? '';
      const own = (await visit.kept.sessions.of(visit.user.id)).find((each) => each.id === id);
      const isEnded = isId(id) && (await endSession(visit.kept, visit, id));
      const said = isEnded ? visit.say('me.ended', { device: own?.device ?? '' }) : visit.say('me.endedBefore');
      return { is: 'done', said };
    },
  });

  door.deed({
    path: '/settings/me/everywhere',
    deed: 'changeOwnSettings',
    async work(visit, _form, { reply }): Promise<Outcome> {
      await signOutEverywhere(visit.kept, visit);
      cookies.drop(reply, 'session');
      return { is: 'done', to: ME };
    },
  });

  door.deed({
    path: '/settings/me/console',
    deed: 'changeOwnSettings',
    async work({ kept, user, say }, form): Promise<Outcome> {
      await kept.records.users.setLook(user.id, lookIn(form));
      return { is: 'done', said: say('frame.saved'), to: ME };
    },
  });
}

function lookIn(form: Form) {
  const language = CONSOLE_LANGUAGES.find((each) => each === form.text('language')) ?? null;
  const colours = COLOURS.find((each) => each === form.text('colours')) ?? 'device';
  return { language, colours, singleKeys: form.has('keys') };
}

type Wrong = { readonly password?: string; readonly next?: string };

function wrongOf(say: Say, changed: Exclude<OwnPasswordChanged, { readonly was: 'changed' }>): Wrong {
  switch (changed.was) {
    case 'wrong':
    case 'over':
      return { password: say('me.wrongCurrent') };
    case 'same':
      return { next: say('me.same') };
    case 'weak':
      return { next: lackingWords(say, changed.lacking) };
  }
}

async function mePage(visit: Visit, wrong?: Wrong): Promise<Page> {
  const { say, kept, user } = visit;
  const [proofs, sessions] = [await kept.userProofs.of(user.id), await kept.sessions.of(user.id)];
  return {
    title: say('settings.meTitle'),
    current: 'settings',
    width: 'mid',
    body: html`${settingsTabs(visit, 'me')}<div class="stack">${signingIn(visit, proofs, wrong)}${devices(visit, sessions)}${look(visit)}</div>`,
  };
}

const again = (visit: Visit, wrong: Wrong): Extract<Outcome, { readonly is: 'again' }> => ({
  is: 'again',
  form: passwordForm(visit, wrong),
  page: (fresh) => mePage(fresh, wrong),
});

function signingIn(visit: Visit, proofs: Proofs | undefined, wrong?: Wrong): Html {
  const { say, times } = visit;
  const changedAt = proofs?.passwordChangedAt;
  const changed = changedAt
    ? say.rich('me.passwordChanged', { when: times.element(changedAt) })
    : say('me.passwordNever');
  const isOn = proofs?.factorSecret !== null && proofs !== undefined;
  const factor = isOn ? say('me.factorOn', { count: proofs.recoveryLeft }) : say('me.factorNone');
  const off = deedForm(visit, {
    ...{ id: 'factor-off', action: `${ME}/factor/off` },
    body: html`<button class="btn">${say('me.remove')}</button>`,
  });
  return panel({
    id: 'signing-in',
    title: say('me.signingIn'),
    body: html`<div class="body stack">
<details class="fold" id="password-fold"${wrong && html` open`}><summary>${line(say('me.password'), changed)}<span class="btn">${say('me.change')}</span></summary>${passwordForm(visit, wrong)}</details>
<div class="flex between wrap">${line(say('me.factor'), factor)}${isOn ? off : html`<a class="btn" href="${ME}/factor">${say('me.setUp')}</a>`}</div>
</div>`,
  });
}

const line = (title: string, hint: Hole): Html =>
  html`<span class="grow"><b class="strong block">${title}</b><span class="s muted block">${hint}</span></span>`;

function passwordForm(visit: Visit, wrong: Wrong = {}): Html {
  const { say, user } = visit;
  return deedForm(visit, {
    ...{ id: 'password-form', action: `${ME}/password`, className: 'stack t4 w-40' },
    body: html`<input class="vh" type="email" name="email" value="${user.email}" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>
${field({
  ...{ id: 'password', name: 'password', label: say('me.current'), kind: 'password' },
  ...{ autocomplete: 'current-password', wrong: wrong.password },
})}
${field({
  ...{ id: 'next', name: 'next', label: say('password.next'), kind: 'password', autocomplete: 'new-password' },
  ...{ hint: say('password.rules'), wrong: wrong.next },
})}
<div><button class="btn primary">${say('me.changePassword')}</button></div>`,
  });
}

function devices(visit: Visit, sessions: readonly Session[]): Html {
  const { say, times, session, clock, path } = visit;
  const now = clock.now();
  const open = sessions.filter((each) => each.factor !== 'awaited' && !isOver(each, now));
  const rows = open.map((each) => {
    const isThis = each.id === session.id;
    const over = overAt(each);
    const ends = each.stays
      ? say('me.staysUntil', { day: times.date(over) })
      : say('me.endsIn', { hours: String(Math.max(1, Math.round((over.getTime() - now.getTime()) / HOUR))) });
    const last = isThis ? say('me.now') : times.element(each.seenAt);
    const end = deedForm(visit, {
      ...{ id: `end-${each.id}`, action: `${ME}/sessions/${each.id}/end`, part: 'devices' },
      body: html`<button class="btn plain" aria-label="${say('me.endNamed', { device: each.device })}">${say('me.end')}</button>`,
    });
    return html`<li class="device" id="device-${each.id}"><span class="grow"><b class="strong">${each.device}</b>${isThis && html` <span class="tag accent">${say('me.thisOne')}</span>`}<span class="xs quiet block">${last} · ${ends}</span></span>${!isThis && end}</li>`;
  });
  const everywhere = deedForm(visit, {
    ...{ id: 'everywhere', action: `${ME}/everywhere` },
    body: html`<button class="btn danger">${say('me.everywhere')}</button>`,
  });
  return panel({
    id: 'devices',
    title: say('me.devices'),
    body: html`<ul>${rows}</ul><div class="over body">${everywhere}</div>`,
    live: { path, part: 'devices', on: ['settings'] },
  });
}

function look(visit: Visit): Html {
  const { say, user } = visit;
  const chosen = user.language === null ? undefined : languageFor(user.language);
  const languages = [
    html`<option value="">${say('me.languageOffice')}</option>`,
    ...CONSOLE_LANGUAGES.map(
      (each) =>
        html`<option value="${each}" lang="${each}"${each === chosen && html` selected`}>${LANGUAGE_NAMES[each]}</option>`,
    ),
  ];
  const names = { device: say('me.coloursDevice'), light: say('me.coloursLight'), dark: say('me.coloursDark') };
  const colours = COLOURS.map(
    (each) =>
      html`<label><input type="radio" name="colours" value="${each}"${each === user.colours && html` checked`}><span>${names[each]}</span></label>`,
  );
  return panel({
    id: 'look',
    title: say('me.thisConsole'),
    body: deedForm(visit, {
      ...{ id: 'look-form', action: `${ME}/console`, className: 'body stack' },
      body: html`<div class="flex wrap between"><label class="label" for="language">${say('me.language')}</label><select class="w-auto input" id="language" name="language">${languages}</select></div>
<div class="flex wrap between"><span class="label" id="colours-label">${say('me.colours')}</span><div class="seg" role="radiogroup" aria-labelledby="colours-label">${colours}</div></div>
<label class="switch"><input type="checkbox" role="switch" name="keys" value="yes"${user.singleKeys && html` checked`}> ${say('me.keys')}</label>
<div><button class="btn primary">${say('frame.save')}</button></div>`,
    }),
  });
}

/** For whoever has to set a second factor up before anything else. */
export const factorNeeded = (say: Say): Html => banner('wait', say('me.factorNeeded'));
