import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { document, languageLinks } from '#adapters/console/layout.ts';
import { banner, field, initials } from '#adapters/console/parts.ts';
import type { Say } from '#adapters/console/say.ts';

/** What a page before the desk is made with. `office`: whose it is, or the product's name where there are several. */
export type Doorway = { readonly say: Say; readonly office: string; readonly path: string };

/** One of the demo's people, as whom a visitor may look around. */
export type DemoPerson = { readonly email: string; readonly name: string; readonly role: string };

/** A small page in the middle of the screen. */
function doorPage({ say, office, path }: Doorway, title: string, body: Hole, intro?: Hole, note?: Html | false): Html {
  return document(say.language, {
    title: `${title} · ${office}`,
    body: html`<main class="door" id="main"><div class="stack">
<section class="panel" aria-labelledby="title">
<div class="flex b5"><span class="mark" aria-hidden="true">${initials(office)}</span><span class="strong">${office}</span></div>
<h1 id="title">${title}</h1>
<div class="intro muted">${intro}</div>
${note && html`<div class="b4">${note}</div>`}
${body}
</section>
<p class="center quiet xs">${languageLinks(path)}</p>
</div></main>`,
  });
}

const kept = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;

export function signInPage(
  doorway: Doorway,
  {
    to,
    email = '',
    stays = false,
    note,
    demo = [],
  }: {
    readonly to: string;
    readonly email?: string;
    readonly stays?: boolean;
    readonly note?: Html | false;
    readonly demo?: readonly DemoPerson[];
  },
): Html {
  const { say } = doorway;
  const hidden = html`${kept('to', to)}${kept('language', say.language)}`;
  const form = html`<form class="stack" method="post" action="/crm/sign-in" novalidate>${hidden}
${field({ id: 'email', name: 'email', label: say('signIn.email'), kind: 'email', value: email, autocomplete: 'username' })}
${field({
  ...{ id: 'password', name: 'password', label: say('signIn.password'), kind: 'password' },
  autocomplete: 'current-password',
  more: html`<a class="link s" href="/crm/forgotten?language=${say.language}">${say('signIn.forgotten')}</a>`,
})}
<label class="flex s check-line"><input class="check" type="checkbox" name="stays" value="yes"${stays && html` checked`}> ${say('signIn.stay')}</label>
<button class="btn primary">${say('signIn.go')}</button>
</form>`;
  const people =
    demo.length > 0 &&
    html`<div class="demo stack tight over"><p class="s muted">${say('signIn.demo')}</p>${demo.map(
      ({ email: who, name, role }) =>
        html`<form method="post" action="/crm/sign-in/demo">${hidden}${kept('who', who)}<button class="btn">${say('signIn.enterAs', { name, role })}</button></form>`,
    )}</div>`;
  return doorPage(doorway, say('signIn.title'), html`${form}${people}`, say('signIn.intro'), note);
}

export function officePage(
  doorway: Doorway,
  offices: readonly { readonly name: string; readonly choice: string }[],
): Html {
  const { say } = doorway;
  const buttons = offices.map(
    ({ name, choice }) =>
      html`<form method="post" action="/crm/sign-in/office">${kept('choice', choice)}${kept('language', say.language)}<button class="btn">${name}</button></form>`,
  );
  return doorPage(doorway, say('office.title'), html`<div class="stack tight">${buttons}</div>`, say('office.intro'));
}

export function codePage(
  doorway: Doorway,
  { to, isRecovery, wrong }: { readonly to: string; readonly isRecovery: boolean; readonly wrong?: string },
): Html {
  const { say } = doorway;
  const other = isRecovery ? 'code.useApp' : 'code.useRecovery';
  const link = `/crm/sign-in/code?to=${encodeURIComponent(to)}${isRecovery ? '' : '&with=recovery'}`;
  return doorPage(
    doorway,
    say('code.title'),
    html`${codeForm(say, to, isRecovery)}<p class="s t4"><a class="link" href="${link}">${say(other)}</a></p>`,
    isRecovery ? say('code.recoveryIntro') : say('code.intro', { product: 'Tesoro Chat' }),
    wrong !== undefined && banner('bad', wrong),
  );
}

/** The form alone; `inDialog` where it is asked on a page whose session has ended. */
export function codeForm(say: Say, to: string, isRecovery: boolean, inDialog = false): Html {
  const script = html` hx-post="/crm/sign-in/code" hx-target="#again-form" hx-swap="innerHTML" hx-sync="drop"`;
  return html`<form class="stack" method="post" action="/crm/sign-in/code"${inDialog && script} novalidate>${kept('to', to)}${kept('with', isRecovery ? 'recovery' : 'app')}
${field({
  ...{
    id: inDialog ? 'again-code' : 'code',
    name: 'code',
    label: say(isRecovery ? 'code.recoveryLabel' : 'code.label'),
  },
  ...{ autocomplete: isRecovery ? 'off' : 'one-time-code', className: 'digits' },
})}
<button class="btn primary">${say('code.go')}</button>
</form>`;
}

export function forgottenPage(doorway: Doorway, { email = '', isSent = false } = {}): Html {
  const { say } = doorway;
  const form = html`<form class="stack" method="post" action="/crm/forgotten" novalidate>${kept('language', say.language)}
${field({ id: 'email', name: 'email', label: say('signIn.email'), kind: 'email', value: email, autocomplete: 'username' })}
<button class="btn primary">${say('forgotten.go')}</button>
</form>`;
  const back = html`<p class="s t4"><a class="link" href="/crm/sign-in">${say('forgotten.back')}</a></p>`;
  const note = isSent && banner('good', say('forgotten.sent'));
  return doorPage(doorway, say('forgotten.title'), html`${!isSent && form}${back}`, say('forgotten.intro'), note);
}

export function setPasswordPage(
  doorway: Doorway,
  {
    action,
    email,
    welcome,
    wrong,
  }: {
    readonly action: string;
    readonly email: string;
    readonly welcome?: string | undefined;
    readonly wrong?: string | undefined;
  },
): Html {
  const { say } = doorway;
  // Password managers learn whose password it is by the hidden name.
  const form = html`<form class="stack" method="post" action="${action}" novalidate><input class="vh" type="email" name="email" value="${email}" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>
${field({
  ...{ id: 'next', name: 'next', label: say('password.next'), kind: 'password', autocomplete: 'new-password' },
  hint: say('password.rules'),
  wrong,
})}
<button class="btn primary">${say('password.go')}</button>
</form>`;
  return doorPage(doorway, say('password.title'), form, welcome);
}

export function linkGonePage(doorway: Doorway): Html {
  const { say } = doorway;
  const again = html`<p><a class="btn primary" href="/crm/forgotten?language=${say.language}">${say('password.sendNew')}</a></p>`;
  return doorPage(doorway, say('password.goneTitle'), again, say('password.gone'));
}
