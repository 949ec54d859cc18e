import { opensDialog } from '#adapters/console/dialog.ts';
import type { Asked, Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { empty } from '#adapters/console/parts.ts';
import { face } from '#adapters/console/records/faces.ts';
import { paging, spanIn } from '#adapters/console/records/paging.ts';
import { segments, withQuery } from '#adapters/console/records/tabs.ts';
import { deedOf } from '#adapters/console/records/timeline.ts';
import type { Say } from '#adapters/console/say.ts';
import { CHANNELS } from '#core/chat/channels.ts';
import { COUNTED_TO, type ContactOverview, type Many } from '#core/crm/overviews.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { languageName, nameOf } from './contact-words.ts';

export const CONTACTS = '/crm/contacts';
/** The part that is fetched while somebody types. */
const LIST = 'list';
/** Signs of what is searched for; the longest e-mail. */
const LONGEST = 254;

export function contactList(door: Door): void {
  door.page({
    path: '/contacts',
    deed: 'readRecords',
    show: listPage,
    parts: { [LIST]: list },
  });
}

async function listPage(visit: Visit, asked: Asked): Promise<Page> {
  const { say } = visit;
  const many = await visit.kept.overviews.countPeople();
  return {
    title: say('contacts.title'),
    current: 'contacts',
    intro: countsOf(say, many),
    tools: opensDialog(visit, {
      to: `${CONTACTS}/new`,
      label: html`${icon('plus', 's')}${say('contacts.new')}<kbd aria-hidden="true">C</kbd>`,
      className: 'btn primary',
    }),
    body: html`<div class="searched">${search(visit, asked)}${await list(visit, asked)}</div>`,
  };
}

function countsOf(say: Say, { contacts, leads }: Many): string {
  const capped = (many: number, words: string) => (many < COUNTED_TO ? words : say('contacts.orMore', { words }));
  return say('contacts.counts', {
    contacts: capped(contacts, say('contacts.contacts', { count: contacts })),
    leads: capped(leads, say('contacts.leads', { count: leads })),
  });
}

const kindIn = ({ query }: Asked): ContactRecord['kind'] | undefined =>
  query.kind === 'contact' || query.kind === 'lead' ? query.kind : undefined;
const wordsIn = ({ query }: Asked): string => (query.q ?? '').slice(0, LONGEST).trim();

function search({ say }: Visit, asked: Asked): Html {
  const [q, kind] = [wordsIn(asked), kindIn(asked)];
  return html`<form class="flex" role="search" method="get" action="${CONTACTS}" hx-get="${CONTACTS}?part=${LIST}" hx-trigger="input delay:150ms, submit" hx-target="#${LIST}" hx-swap="outerMorph" hx-sync="replace">
<label class="vh" for="q">${say('contacts.search')}</label><input class="input" id="q" name="q" type="search" value="${q}" placeholder="${say('contacts.searchHint')}" maxlength="${LONGEST}" autocomplete="off">
${kind && html`<input type="hidden" name="kind" value="${kind}">`}<button class="btn no-script">${say('frame.searchGo')}</button>
</form>`;
}

async function list(visit: Visit, asked: Asked): Promise<Html> {
  const { say, kept } = visit;
  const [q, kind] = [wordsIn(asked), kindIn(asked)];
  const people = await kept.records.contacts.list({ ...(kind && { kind }), q }, spanIn(asked.query));
  const overviews = await kept.overviews.contacts(people.items.map(({ id }) => id));
  const kinds = ([undefined, 'contact', 'lead'] as const).map((each) => ({
    to: withQuery(CONTACTS, { q, kind: each }),
    label: say(
      each === undefined ? 'contacts.all' : each === 'contact' ? 'contacts.onlyContacts' : 'contacts.onlyLeads',
    ),
    isCurrent: each === kind,
  }));
  const none = q === '' ? say('contacts.nobody') : say('contacts.noneFound', { q });
  const heads = html`<thead><tr><th scope="col">${say('contacts.name')}</th><th scope="col" class="hide-phone">${say('contacts.owner')}</th><th scope="col" class="hide-phone">${say('contacts.channels')}</th><th scope="col">${say('contacts.last')}</th></tr></thead>`;
  return html`<div id="${LIST}">${segments(say('contacts.kind'), kinds)}
<section class="clip panel" aria-label="${say('contacts.title')}">${
    people.items.length === 0
      ? empty('contact', undefined, none)
      : html`<table class="table people">${heads}<tbody>${people.items.map((each) => row(visit, each, overviews.get(each.id)))}</tbody></table>`
  }</section>
${paging(say, CONTACTS, { q, kind, before: asked.query.before }, people.next)}</div>`;
}

function row({ say, times }: Visit, contact: ContactRecord, beside: ContactOverview | undefined): Html {
  const name = nameOf(contact);
  const kind = contact.kind === 'lead' ? say('contacts.lead') : contact.role;
  const under = [kind, contact.language && languageName(say, contact.language)].filter(Boolean).join(' · ');
  const last = beside?.last;
  const deed = last && deedOf(say, last);
  const action = last?.home && deed ? say('activity.about', { what: deed, home: last.home }) : deed;
  const channels = (beside?.channels ?? []).map((each) => CHANNELS[each].name).join(', ');
  return html`<tr id="contact-${contact.id}" data-row><td><a class="flex" href="${CONTACTS}/${contact.id}">${face({ name, photo: contact.photo })}<span><b class="strong">${name}</b><span class="block xs quiet">${under}</span></span></a></td><td class="hide-phone">${beside?.owner}</td><td class="hide-phone">${channels}</td><td>${last && html`${action}, ${times.element(last.at)}`}${contact.lead_status === 'New' && html` <span class="tag accent">${say('contacts.isNew')}</span>`}${beside?.isReachable === false && html` <span class="tag bad">${say('contacts.unreachable')}</span>`}</td></tr>`;
}
