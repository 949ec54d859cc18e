import type { Door } from './door.ts';
import { html } from './html.ts';
import { icon } from './icons.ts';
import { PLACES, type Place } from './layout.ts';

/** What the phone's bar has no room for. */
const MORE: readonly Place[] = ['deals', 'properties', 'problems', 'settings'];

export function moreRoutes(door: Door): void {
  door.page({
    path: '/more',
    deed: 'readRecords',
    show: async ({ say, csrf, path }) => ({
      title: say('frame.more'),
      current: 'settings',
      body: html`<section class="panel"><nav class="nav pad-s" aria-label="${say('frame.more')}">${MORE.map((place) => {
        const [to, drawing] = PLACES[place];
        return html`<a href="${to}">${icon(drawing)}<span>${say(`frame.${place}`)}</span></a>`;
      })}</nav></section>
<form class="t4" method="post" action="/crm/sign-out"><input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="at" value="${path}"><button class="btn full">${icon('log-out', 's')}${say('frame.signOut')}</button></form>`,
    }),
  });
}
