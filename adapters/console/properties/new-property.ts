import { dialogRoute, type Opener } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { choice, line, toMend } from '#adapters/console/fields.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import { TYPES, typeName } from '#core/offers/property-words.ts';
import type { Words } from '#core/words.ts';
import { MONEY, pathOf } from './property-words.ts';

type Needs = { readonly words: Words };
const TRANSACTIONS = ['for_sale', 'for_rent'] as const;
const MOST = { name: 300, type: 100, reference: 100, city: 300 } as const;
const BEDROOMS = { least: 0, most: 10_000, whole: true };

/** Adds a property with what every one has; the rest follows on its own pages. */
export function newPropertyRoutes(door: Door, needs: Needs): void {
  dialogRoute(door, {
    path: '/properties/new',
    deed: 'addProperty',
    current: 'properties',
    show: async (visit, opener) => ({ title: visit.say('properties.new'), body: newForm(visit, opener, needs) }),
  });

  door.deed({
    path: '/properties/new',
    deed: 'addProperty',
    async work(visit, form): Promise<Outcome> {
      const { say, kept } = visit;
      const fields = readFields(form, say);
      const city = fields.words('city', MOST.city);
      const fresh = {
        name: fields.needed('name', MOST.name),
        type: fields.needed('type', MOST.type),
        transaction: fields.oneOf('transaction', TRANSACTIONS) ?? 'for_sale',
        price: fields.neededNumber('price', MONEY),
        number_of_bedrooms: fields.number('number_of_bedrooms', BEDROOMS),
        reference: fields.words('reference', MOST.reference),
        ...(city === null ? {} : { address: { city } }),
      };
      if (isMistaken(fields.mistakes)) {
        const again = newForm(visit, visit, needs, form, fields.mistakes);
        const body = html`<section class="panel pad-m">${again}</section>`;
        const page = () => ({
          title: say('properties.new'),
          current: 'properties' as const,
          width: 'mid' as const,
          body,
        });
        return { is: 'again', form: again, page };
      }
      const { currency } = await kept.records.company.get();
      const property = await kept.records.properties.add({ currency, ...fresh });
      return { is: 'done', said: say('properties.added', { home: property.name }), to: `${pathOf(property)}/photos` };
    },
  });
}

function newForm({ say }: Visit, opener: Opener, { words }: Needs, typed?: Form, wrong: Mistakes = {}): Html {
  const value = (name: string) => typed?.text(name) ?? null;
  const types = TYPES.map((type) => ({ value: type, name: words.say(typeName(type), say.language) }));
  return deedForm(opener, {
    ...{ id: 'new-property', action: '/crm/properties/new', className: 'stack' },
    body: html`${toMend(say, wrong)}${line({ name: 'name', label: say('facts.name'), value: value('name'), isNeeded: true, most: MOST.name, wrong: wrong.name })}
<div class="fields">${line({ name: 'type', label: say('facts.type'), value: value('type'), isNeeded: true, most: MOST.type, list: types, wrong: wrong.type })}${choice({ name: 'transaction', label: say('facts.transaction'), value: value('transaction') ?? 'for_sale', options: TRANSACTIONS.map((each) => ({ value: each, name: say(`property.transaction.${each}`) })) })}${line({ name: 'price', label: say('properties.head.price'), value: value('price'), inputmode: 'decimal', isNeeded: true, wrong: wrong.price })}${line({ name: 'number_of_bedrooms', label: say('facts.number_of_bedrooms'), value: value('number_of_bedrooms'), inputmode: 'numeric', wrong: wrong.number_of_bedrooms })}${line({ name: 'city', label: say('facts.city'), value: value('city'), most: MOST.city, wrong: wrong.city })}${line({ name: 'reference', label: say('facts.reference'), value: value('reference'), most: MOST.reference, wrong: wrong.reference })}</div>
<div class="flex wrap"><button class="btn primary">${say('properties.add')}</button></div>`,
  });
}
