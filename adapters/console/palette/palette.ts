import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Say } from '#adapters/console/say.ts';

/** Opens the palette; without script it leads to the page of its own. */
export const findButton = (say: Say): Html =>
  html`<form action="/crm/find"><button class="find" id="open-find" data-find aria-haspopup="dialog" aria-keyshortcuts="Control+K">${icon('search', 's')}<span>${say('find.title')}</span><kbd aria-hidden="true">Ctrl K</kbd></button></form>`;

/** The same in the head of a phone's page. */
export const findIcon = (say: Say): Html =>
  html`<form action="/crm/find"><button class="btn icon plain" data-find aria-haspopup="dialog" aria-label="${say('find.title')}">${icon('search')}</button></form>`;

/** Searching and doing from anywhere: stands on every page, so that it opens at once (keys.js). */
export const palette = (say: Say): Html =>
  html`<dialog class="pop palette" id="find" aria-label="${say('find.title')}">
<div class="q">${icon('search')}<input id="find-words" name="q" type="text" role="combobox" aria-label="${say('find.title')}" aria-expanded="false" aria-autocomplete="list" aria-controls="found" placeholder="${say('find.hint')}" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="200" hx-get="/crm/find?part=found" hx-trigger="find, input changed delay:60ms" hx-target="#found" hx-swap="innerHTML" hx-sync="replace"><button type="button" class="btn plain icon" data-close-find aria-label="${say('frame.close')}">${icon('x', 's')}</button></div>
<div id="found"></div>
<p class="pad s muted none" id="found-none" role="status"></p>
<div class="tip" aria-hidden="true"><span><kbd>↑</kbd> <kbd>↓</kbd> ${say('find.tipChoose')}</span><span><kbd>↵</kbd> ${say('find.tipOpen')}</span><span><kbd>Ctrl ↵</kbd> ${say('find.tipTab')}</span><span><kbd>&gt;</kbd> ${say('find.tipCommands')}</span></div>
</dialog>`;
