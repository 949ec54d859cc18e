import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Door, Outcome } from '#adapters/console/door.ts';
import { html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { changeProperty } from '#core/crm/change-property.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { propertyOf } from './property-page.ts';
import { pathOf, STATUSES } from './property-words.ts';

/** Says that a property is sold, rented, off the market, or to be had again; who would see it is said before. */
export function markRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/properties/:id/mark/:status',
    deed: 'changeProperty',
    current: 'properties',
    async show(visit, opener, asked) {
      const property = await propertyOf(visit, asked);
      const status = STATUSES.find((each) => each === asked.params.status);
      if (!property || !status) return undefined;
      const { say } = visit;
      const { clients, viewings } = await visit.kept.listings.reach(property.id);
      return {
        title: say(`property.mark.${status}`),
        body: deedForm(opener, {
          ...{ id: 'mark-form', action: `${pathOf(property)}/mark/${status}`, className: 'stack' },
          body: html`<p><b class="strong">${property.name}</b></p><ul class="plain-list"><li>${say('mark.clients', { count: clients })}</li><li>${say('mark.viewings', { count: viewings })}</li>${status === 'reserved' && html`<li>${say('mark.reserved')}</li>`}</ul><div class="flex wrap"><button class="btn primary">${say(`property.mark.${status}`)}</button></div>`,
        }),
      };
    },
  });

  door.deed({
    path: '/properties/:id/mark/:status',
    deed: 'changeProperty',
    async work(visit, _form, asked): Promise<Outcome> {
      const { say, kept, clock, path } = visit;
      const before = await propertyOf(visit, asked);
      const status = STATUSES.find((each) => each === asked.params.status);
      if (!before || !status) return { is: 'refused', refusal: noSuch('property') };
      await changeProperty({ ...kept, clock }, before.id, { status });
      return {
        is: 'done',
        said: say('mark.done', { home: before.name, status: say(`property.status.${status}`) }),
        to: path,
      };
    },
  });
}
