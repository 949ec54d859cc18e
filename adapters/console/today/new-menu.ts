import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';

const KINDS = [
  ['contact', '/crm/contacts/new'],
  ['lead', '/crm/contacts/new?kind=lead'],
  ['deal', '/crm/deals/new'],
  ['property', '/crm/properties/new'],
] as const;

/** What can be begun from anywhere. */
export const newMenu = ({ say, user }: Visit): Html =>
  html`<details class="menu-of" id="new"><summary class="btn">${icon('plus', 's')}${say('frame.new')}${user.singleKeys && html`<kbd aria-hidden="true">C</kbd>`}</summary>
<div class="menu">${KINDS.map(([kind, path]) => html`<a class="btn plain" href="${path}">${say(`frame.newKind.${kind}`)}</a>`)}</div></details>`;
