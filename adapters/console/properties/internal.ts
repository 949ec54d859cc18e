import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { line, lines, toMend } from '#adapters/console/fields.ts';
import { type Html, html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { banner, deedForm, panel } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import { changeProperty } from '#core/crm/change-property.ts';
import type { PropertyRecord } from '#core/crm/record.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { headLine, propertyOf, propertyPage } from './property-page.ts';
import { MONEY, pathOf } from './property-words.ts';

const MOST = { owner: 300, cadastre: 100, notes: 10_000 } as const;
const PERCENT = { least: 0, most: 100 };

/** What no client ever sees of a property. */
export function internalRoutes(door: Door): void {
  door.page({
    path: '/properties/:id/internal',
    deed: 'readRecords',
    async show(visit, asked) {
      const property = await propertyOf(visit, asked);
      return property && internalPage(visit, property);
    },
    parts: {
      line: async (visit, asked) => {
        const property = await propertyOf(visit, asked);
        return property && headLine(visit, property);
      },
    },
  });

  door.deed({
    path: '/properties/:id/internal',
    deed: 'changeProperty',
    async work(visit, form, asked): Promise<Outcome> {
      const before = await propertyOf(visit, asked);
      if (!before) return { is: 'refused', refusal: noSuch('property') };
      const fields = readFields(form, visit.say);
      const change = {
        owner: fields.words('owner', MOST.owner),
        owner_net_price: fields.number('owner_net_price', MONEY),
        commission_percentage: fields.number('commission_percentage', PERCENT),
        cadastral_reference: fields.words('cadastral_reference', MOST.cadastre),
        internal_notes: fields.words('internal_notes', MOST.notes),
      };
      if (isMistaken(fields.mistakes)) {
        const typed = { ...before, ...change };
        return {
          is: 'again',
          form: internalForm(visit, typed, fields.mistakes),
          page: (fresh) => internalPage(fresh, typed, fields.mistakes),
        };
      }
      await changeProperty({ ...visit.kept, clock: visit.clock }, before.id, change);
      return { is: 'done', said: visit.say('frame.saved'), to: `${pathOf(before)}/internal` };
    },
  });
}

const internalPage = (visit: Visit, property: PropertyRecord, wrong: Mistakes = {}): Promise<Page> =>
  propertyPage(
    visit,
    property,
    'internal',
    html`<div class="stack">${banner('info', visit.say('internal.never'))}${panel({ id: 'internal', title: visit.say('property.tab.internal'), body: internalForm(visit, property, wrong) })}</div>`,
  );

function internalForm(visit: Visit, property: PropertyRecord, wrong: Mistakes): Html {
  const { say } = visit;
  return deedForm(visit, {
    ...{ id: 'internal-form', action: `${pathOf(property)}/internal`, className: 'body stack' },
    body: html`${toMend(say, wrong)}<div class="fields">${line({ name: 'owner', label: say('internal.owner'), value: property.owner, most: MOST.owner, wrong: wrong.owner })}${line({ name: 'owner_net_price', label: say('internal.netPrice', { currency: property.currency }), value: property.owner_net_price, inputmode: 'decimal', wrong: wrong.owner_net_price })}${line({ name: 'commission_percentage', label: say('internal.commission'), value: property.commission_percentage, inputmode: 'decimal', wrong: wrong.commission_percentage })}${line({ name: 'cadastral_reference', label: say('internal.cadastre'), value: property.cadastral_reference, most: MOST.cadastre, wrong: wrong.cadastral_reference })}</div>${lines({ name: 'internal_notes', label: say('internal.notes'), value: property.internal_notes, rows: 6, most: MOST.notes, wrong: wrong.internal_notes })}<div><button class="btn primary">${say('frame.save')}</button></div>`,
  });
}
