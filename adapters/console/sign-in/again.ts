import { type Html, html } from '#adapters/console/html.ts';
import { field } from '#adapters/console/parts.ts';
import type { Say } from '#adapters/console/say.ts';

/** Asked in a dialog when a session has ended, so that what stands on the page stays. */
export function signInAgain(say: Say, email: string): Html {
  return html`<dialog class="pop dialog" id="again" aria-labelledby="again-title">
<div class="title"><h2 id="again-title">${say('signIn.again')}</h2></div>
<div class="body"><p class="muted">${say('signIn.againIntro')}</p><div id="again-form">${againForm(say, email)}</div></div>
</dialog>`;
}

/** The form of that dialog, with what was wrong with it. */
export function againForm(say: Say, email: string, wrong?: Html): Html {
  return html`${wrong}<form class="stack" method="post" action="/crm/sign-in" hx-post="/crm/sign-in" hx-target="#again-form" hx-swap="innerHTML" hx-sync="drop" novalidate>
${field({ id: 'again-email', name: 'email', label: say('signIn.email'), kind: 'email', value: email, autocomplete: 'username' })}
${field({ id: 'again-password', name: 'password', label: say('signIn.password'), kind: 'password', autocomplete: 'current-password' })}
<button class="btn primary">${say('signIn.go')}</button>
</form>`;
}
