import { dialogRoute, type Opener } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { line } from '#adapters/console/fields.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import { isMistaken, readFields } from '#adapters/console/read-fields.ts';
import { changeProperty } from '#core/crm/change-property.ts';
import type { PropertyRecord } from '#core/crm/record.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { propertyOf } from './property-page.ts';
import { MONEY, pathOf, priceOf } from './property-words.ts';

/** Another price of a property. */
export function priceRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/properties/:id/price',
    deed: 'changeProperty',
    current: 'properties',
    async show(visit, opener, asked) {
      const property = await propertyOf(visit, asked);
      return property && { title: visit.say('property.changePrice'), body: priceForm(visit, opener, property) };
    },
  });

  door.deed({
    path: '/properties/:id/price',
    deed: 'changeProperty',
    async work(visit, form, asked): Promise<Outcome> {
      const { say, kept, clock } = visit;
      const before = await propertyOf(visit, asked);
      if (!before) return { is: 'refused', refusal: noSuch('property') };
      const fields = readFields(form, say);
      const price = fields.neededNumber('price', MONEY);
      if (isMistaken(fields.mistakes)) {
        const again = priceForm(visit, visit, before, form.text('price'), fields.mistakes.price);
        const title = say('property.changePrice');
        const body = html`${panel({ id: 'price-panel', title: before.name, body: html`<div class="body">${again}</div>` })}`;
        return { is: 'again', form: again, page: () => ({ title, current: 'properties', width: 'mid', body }) };
      }
      const property = await changeProperty({ ...kept, clock }, before.id, { price });
      const now = priceOf(say, property ?? before);
      return { is: 'done', said: say('price.done', { price: now }), to: visit.path };
    },
  });
}

function priceForm({ say }: Visit, opener: Opener, property: PropertyRecord, typed?: string, wrong?: string): Html {
  return deedForm(opener, {
    ...{ id: 'price-form', action: `${pathOf(property)}/price`, className: 'stack' },
    body: html`<p class="muted">${say('price.now', { price: priceOf(say, property) })}</p>${line({ name: 'price', label: say('price.new', { currency: property.currency }), value: typed ?? property.price, inputmode: 'decimal', isNeeded: true, wrong })}<div class="flex wrap"><button class="btn primary">${say('property.changePrice')}</button></div>`,
  });
}
