import { again } from '#adapters/console/again.ts';
import { dealPath } from '#adapters/console/deals/deal-words.ts';
import { dialogRoute, type Opener } from '#adapters/console/dialog.ts';
import type { Asked, Door, Outcome, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { banner, deedForm } from '#adapters/console/parts.ts';
import { found, HOMES, homesIn, idsIn, searchHomes, wordsIn } from '#adapters/console/records/choose-homes.ts';
import { bundleTime, moveHomes } from '#adapters/console/records/offer-homes.ts';
import { withQuery } from '#adapters/console/records/tabs.ts';
import type { ContactRecord, DealRecord } from '#core/crm/record.ts';
import { noSuch } from '#core/crm/refusal.ts';
import type { PropertyId } from '#core/ids.ts';
import { contactIn, contactPath } from './contact-frame.ts';
import { nameOf } from './contact-words.ts';

/** Deals of one contact among which one is chosen. */
const MOST_DEALS = 50;

/** Offering homes to a contact: on which of their deals, which homes, and when they are told. */
export function offerHomes(door: Door): void {
  dialogRoute(door, {
    path: '/contacts/:id/offer',
    deed: 'moveOffer',
    current: 'contacts',
    show: async (visit, opener, asked) => {
      const contact = await contactIn(visit, asked);
      return (
        contact && {
          title: visit.say('contact.offerTitle', { name: nameOf(contact) }),
          body: await body(visit, opener, asked, contact),
        }
      );
    },
    parts: {
      [HOMES]: async (visit, asked) => {
        const contact = await contactIn(visit, asked);
        const deal = contact && dealIn(await openDeals(visit, contact), asked.query.deal);
        return deal && found(visit, deal, wordsIn(asked), idsIn<PropertyId>(asked.all('home')));
      },
    },
  });

  door.deed({
    path: '/contacts/:id/offer',
    deed: 'moveOffer',
    async work(visit, form, asked): Promise<Outcome> {
      const contact = await contactIn(visit, asked);
      const deals = contact ? await openDeals(visit, contact) : [];
      const deal = dealIn(deals, form.text('deal'));
      if (!contact || !deal) return { is: 'refused', refusal: noSuch('deal') };
      const homes = homesIn(form);
      const push = form.text('push') === 'now' ? 'now' : 'bundle';
      if (homes.length > 0) return moveHomes(visit, deal, homes, { lane: 'proposed', push });
      const wrong = visit.say('deal.chooseOne');
      const title = visit.say('contact.offerTitle', { name: nameOf(contact) });
      return again(visit, { title, current: 'contacts' }, (at) => offerForm(at, at, contact, deal, '', wrong));
    },
  });
}

/** Those that clients see homes of. */
async function openDeals({ kept }: Visit, { id }: ContactRecord): Promise<readonly DealRecord[]> {
  const { items } = await kept.records.deals.list({ contact: id, status: 'open' }, { limit: MOST_DEALS, before: null });
  return items.filter(({ type }) => type === 'Buy' || type === 'Rent');
}

const dealIn = (deals: readonly DealRecord[], id: string | undefined): DealRecord | undefined =>
  deals.find((each) => each.id === id) ?? (id === undefined || id === '' ? deals[0] : undefined);

async function body(visit: Visit, opener: Opener, asked: Asked, contact: ContactRecord): Promise<Html> {
  const { say } = visit;
  const deals = await openDeals(visit, contact);
  const deal = dealIn(deals, asked.query.deal);
  if (!deal)
    return html`<div class="stack"><p class="muted">${say('contact.noOpenDeal', { name: nameOf(contact) })}</p><div><a class="btn" href="${withQuery('/crm/deals/new', { contact: contact.id })}">${say('contact.newDeal')}</a></div></div>`;
  const words = wordsIn(asked);
  const path = `${contactPath(contact)}/offer`;
  const carried = { deal: deal.id, from: opener.path };
  const choose = html`<nav class="flex wrap" aria-label="${say('contact.chooseDeal')}">${deals.map(
    (each) =>
      html`<a class="btn${each === deal ? ' soft' : ''}" href="${withQuery(path, { ...carried, deal: each.id })}" hx-get="${withQuery(path, { ...carried, deal: each.id, part: 'dialog' })}" hx-target="#dialog" hx-sync="#dialog:replace" hx-swap="innerHTML"${each === deal && html` aria-current="true"`}>${each.name}</a>`,
  )}</nav>`;
  return html`<div class="stack">${deals.length > 1 ? choose : html`<p class="s muted"><a class="link" href="${dealPath(deal)}">${deal.name}</a></p>`}
${searchHomes(visit, withQuery(path, carried), words, carried)}
${await offerForm(visit, opener, contact, deal, words)}</div>`;
}

async function offerForm(
  visit: Visit,
  opener: Pick<Opener, 'path' | 'csrf'>,
  contact: ContactRecord,
  deal: DealRecord,
  words: string,
  wrong?: string,
): Promise<Html> {
  const { say, times } = visit;
  return deedForm(opener, {
    ...{ id: 'offer-form', action: `${contactPath(contact)}/offer`, className: 'stack', part: 'deals' },
    body: html`${wrong && banner('bad', wrong)}<input type="hidden" name="deal" value="${deal.id}">
${await found(visit, deal, words, [])}
<div class="flex wrap"><button class="btn primary" name="push" value="now">${icon('send', 's')}${say('deal.offerNow')}</button><button class="btn" name="push" value="bundle">${say('deal.offerBundle', { time: times.short(await bundleTime(visit)) })}</button></div>`,
  });
}
