import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { WHOSE } from '#core/sessions/visitor.ts';

/** Whose matters the lists show; kept for the user until they choose otherwise. */
export function whoseRoutes(door: Door): void {
  door.deed({
    path: '/whose',
    deed: 'changeOwnSettings',
    work: async ({ kept, user, path }, form) => {
      const whose = WHOSE.find((each) => each === form.text('whose')) ?? 'mine';
      await kept.records.users.setLook(user.id, { whose });
      return { is: 'done', to: path };
    },
  });
}

/** Mine or the whole office's. */
export const whoseSwitch = (visit: Visit): Html =>
  deedForm(visit, {
    id: 'whose',
    action: '/crm/whose',
    className: 'contents',
    body: html`<div class="seg" role="group" aria-label="${visit.say('frame.whose')}">${WHOSE.map((each) => html`<button name="whose" value="${each}" aria-pressed="${visit.user.whose === each ? 'true' : 'false'}">${visit.say(`frame.whoseIs.${each}`)}</button>`)}</div>`,
  });
