import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { choice } from '#adapters/console/fields.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm, empty } from '#adapters/console/parts.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { OFFER_MEANINGS } from '#core/crm/meanings.ts';
import { moveOffer } from '#core/crm/move-offer.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { isId } from '#core/ids.ts';
import { propertyOf } from './property-page.ts';
import { pathOf } from './property-words.ts';

/** The newest deals, of which those are shown in which homes are offered. */
const DEALS = 200;
const HOW = ['now', 'bundle', 'preselect'] as const;

/** Offers a property in a deal: at once, with the next message, or only for the office to look at. */
export function offerRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/properties/:id/offer',
    deed: 'moveOffer',
    current: 'properties',
    async show(visit, opener, asked) {
      const property = await propertyOf(visit, asked);
      if (!property) return undefined;
      const { say } = visit;
      const deals = await openDeals(visit);
      const body = deedForm(opener, {
        ...{ id: 'offer-form', action: `${pathOf(property)}/offer`, className: 'stack' },
        body: html`<p><b class="strong">${property.name}</b></p>${choice({ name: 'deal', label: say('offer.deal'), value: null, options: deals })}<fieldset class="group"><legend>${say('offer.when')}</legend>${HOW.map((how, at) => radio(say, how, at === 0))}</fieldset><div class="flex wrap"><button class="btn primary">${say('offer.go')}</button></div>`,
      });
      return {
        title: say('property.offer'),
        body: deals.length > 0 ? body : empty('handshake', undefined, say('offer.noDeals')),
      };
    },
  });

  door.deed({
    path: '/properties/:id/offer',
    deed: 'moveOffer',
    async work(visit, form, asked): Promise<Outcome> {
      const { say, kept, clock, agent, times } = visit;
      const property = await propertyOf(visit, asked);
      const deal = form.text('deal');
      const how = HOW.find((each) => each === form.text('how')) ?? 'preselect';
      if (!property || !isId(deal)) return { is: 'refused', refusal: noSuch('deal') };
      const where = { deal, property: property.id };
      const to =
        how === 'preselect'
          ? ({ lane: 'preselect', push: 'now' } as const)
          : ({ lane: 'proposed', push: how } as const);
      const meaning = meaningOf(OFFER_MEANINGS, await moveOffer({ ...kept, clock }, agent, { ...where, ...to }));
      if (meaning.is !== 'done') return meaning;
      const { done } = meaning;
      if (done.was === 'unchanged') return { is: 'done', said: say('offer.already', { home: property.name }) };
      const said =
        how === 'preselect'
          ? say('offer.preselected', { home: property.name })
          : done.push
            ? say('offer.offered', { home: property.name, when: times.short(done.push) })
            : say('offer.offeredOff', { home: property.name });
      return { is: 'done', said, to: visit.path };
    },
  });
}

async function openDeals({ kept, say }: Visit): Promise<readonly { readonly value: string; readonly name: string }[]> {
  const { items } = await kept.records.deals.list({}, { limit: DEALS, before: null });
  return items
    .filter(({ status, type }) => status === 'open' && (type === 'Buy' || type === 'Rent'))
    .map(({ id, name, type }) => ({
      value: id,
      name: `${name} · ${say(`offer.type.${type === 'Buy' ? 'buy' : 'rent'}`)}`,
    }));
}

const radio = (say: Visit['say'], how: (typeof HOW)[number], isOn: boolean): Html =>
  html`<label class="check-line flex"><input class="check" type="radio" name="how" value="${how}"${isOn && html` checked`}> <span>${say(`offer.how.${how}`)}</span></label>`;
