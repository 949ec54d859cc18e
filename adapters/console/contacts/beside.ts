import { dealFacts, laneTags } from '#adapters/console/deals/deal-words.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { panel } from '#adapters/console/parts.ts';
import { thumb } from '#adapters/console/records/homes.ts';
import { createTimes } from '#adapters/console/times.ts';
import type { DealRecord } from '#core/crm/record.ts';
import type { Shown } from './contact-frame.ts';

/** Deals that stand beside a timeline; all of them have a tab of their own. */
const SHOWN_DEALS = 3;
/** Those among which open ones are looked for. */
const SEEN_DEALS = 20;

/** The contact's deals, the newest open ones first. */
export async function dealsPanel(visit: Visit, { contact, office }: Shown): Promise<Html> {
  const { say, kept, path } = visit;
  const { items } = await kept.records.deals.list({ contact: contact.id }, { limit: SEEN_DEALS, before: null });
  const open = items.filter(({ status }) => status === 'open');
  const deals = (open.length > 0 ? open : items).slice(0, SHOWN_DEALS);
  const overviews = await kept.overviews.deals(deals.map(({ id }) => id));
  const one = (deal: DealRecord) =>
    html`<div class="stack tight" id="deal-${deal.id}"><a class="strong" href="/crm/deals/${deal.id}">${deal.name}</a><p class="s muted">${dealFacts(say, deal, office.currency)}</p><div class="flex wrap">${laneTags(say, overviews.get(deal.id)?.lanes ?? {})}</div></div>`;
  return panel({
    id: 'deals',
    title: say('contact.deal'),
    body: html`<div class="body stack">${deals.length === 0 ? html`<p class="s muted">${say('contact.noDeal')}</p>` : deals.map(one)}</div>`,
    live: { path, part: 'deals', on: [`contact-${contact.id}`] },
  });
}

/** The contact's next confirmed viewing. */
export function nextPanel({ say, times, path }: Visit, { contact, beside }: Shown): Html {
  const { next } = beside;
  const [tone, words] = next?.attendance
    ? ({ coming: ['good', say('contact.coming')], late: ['wait', say('contact.late')] } as const)[next.attendance]
    : (['', say('contact.noAnswer')] as const);
  return panel({
    id: 'next',
    title: say('contact.next'),
    aside: next && html`<span class="tag ${tone}">${words}</span>`,
    body: html`<div class="body">${
      next
        ? html`<div class="mini">${thumb(next.home)}<div><a class="strong" href="/crm/properties/${next.home.id}">${next.home.name}</a><div class="s muted">${times.day(next.start)}, ${times.clock(next.start)}</div></div></div>`
        : html`<p class="s muted">${say('contact.noNext')}</p>`
    }</div>`,
    live: { path, part: 'next', on: [`contact-${contact.id}`] },
  });
}

/** How the contact is reached besides the chats, and what time it is where their number is from. */
export function reachPanel({ say, clock }: Visit, { contact }: Shown): Html {
  const fact = (name: string, value: Hole) => html`<dt>${name}</dt><dd>${value}</dd>`;
  const zone = zoneOf(contact.phone);
  const there = zone && createTimes(zone, say.language, clock.now());
  return panel({
    id: 'reach',
    title: say('contact.reach'),
    body: html`<div class="body"><dl class="facts">
${fact(say('contacts.email'), html`<a class="link" href="mailto:${contact.email}">${contact.email}</a>`)}
${contact.phone && fact(say('contacts.phone'), html`<a class="link" href="tel:${contact.phone}">${contact.phone}</a>`)}
${there && fact(say('contact.localTime'), `${there.clock(clock.now())}, ${there.city}`)}
</dl></div>`,
  });
}

/** Zones of countries that have one alone, by the country's code; of others a number does not tell the time. */
const ZONES: Readonly<Record<string, string>> = {
  '+31': 'Europe/Amsterdam',
  '+32': 'Europe/Brussels',
  '+33': 'Europe/Paris',
  '+34': 'Europe/Madrid',
  '+39': 'Europe/Rome',
  '+41': 'Europe/Zurich',
  '+43': 'Europe/Vienna',
  '+44': 'Europe/London',
  '+45': 'Europe/Copenhagen',
  '+46': 'Europe/Stockholm',
  '+47': 'Europe/Oslo',
  '+48': 'Europe/Warsaw',
  '+49': 'Europe/Berlin',
  '+353': 'Europe/Dublin',
  '+358': 'Europe/Helsinki',
};

const zoneOf = (phone: string | null): string | undefined =>
  Object.entries(ZONES).find(([code]) => phone?.startsWith(code))?.[1];
