import { opensDialog } from '#adapters/console/dialog.ts';
import type { Asked, Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { face } from '#adapters/console/records/faces.ts';
import { menu } from '#adapters/console/records/menu.ts';
import { tabs } from '#adapters/console/records/tabs.ts';
import type { ContactPage } from '#core/crm/overviews.ts';
import type { CompanyRecord, ContactRecord } from '#core/crm/record.ts';
import { may } from '#core/crm/rights.ts';
import { isId } from '#core/ids.ts';
import { languageName, nameOf } from './contact-words.ts';
import { giveLink } from './give-link.ts';
import { CONTACTS } from './list.ts';

/** A contact with what stands beside their timeline. */
export type Shown = {
  readonly contact: ContactRecord;
  readonly beside: ContactPage;
  readonly owner: string | null;
  readonly office: CompanyRecord;
};
export type ContactTab = 'timeline' | 'feedback' | 'deals' | 'viewings' | 'details';

export const contactPath = ({ id }: Pick<ContactRecord, 'id'>, tab?: string): string =>
  tab === undefined || tab === 'timeline' ? `${CONTACTS}/${id}` : `${CONTACTS}/${id}/${tab}`;

/** The contact of an address; undefined where there is none. */
export async function contactIn({ kept }: Visit, { params }: Asked): Promise<ContactRecord | undefined> {
  const id = params.id ?? '';
  return isId(id) ? kept.records.contacts.find(id) : undefined;
}

export async function shownIn(visit: Visit, asked: Asked): Promise<Shown | undefined> {
  const contact = await contactIn(visit, asked);
  if (!contact) return undefined;
  const { overviews, records } = visit.kept;
  const beside = await overviews.contact(contact.id);
  const owner = (await overviews.contacts([contact.id])).get(contact.id)?.owner ?? null;
  return { contact, beside, owner, office: await records.company.get() };
}

/** A tab of a contact's page, under their name and what can be done with them. */
export function contactPage(visit: Visit, shown: Shown, tab: ContactTab, body: Hole): Page {
  const { contact } = shown;
  const name = nameOf(contact);
  return {
    title: name,
    current: 'contacts',
    within: { to: CONTACTS, name: visit.say('contacts.title') },
    portrait: face({ name, photo: contact.photo }, 'l'),
    intro: tags(visit, shown),
    tools: tools(visit, shown),
    body: html`${contactTabs(visit, shown, tab)}${body}`,
  };
}

function tags({ say }: Visit, { contact, owner }: Shown): Html {
  const kind = contact.kind === 'lead' ? say('contacts.lead') : undefined;
  const all = [kind, contact.role, contact.language && languageName(say, contact.language), ...contact.tags];
  return html`<span class="t1 flex wrap">${all.map((each) => each && html`<span class="tag">${each}</span>`)}${owner !== null && html`<span class="s muted">${say('contact.with', { name: owner })}</span>`}</span>`;
}

function contactTabs({ say }: Visit, { contact, beside }: Shown, current: ContactTab): Html {
  const of = (tab: ContactTab, count?: number) => ({
    to: contactPath(contact, tab),
    label: say(`contact.${tab}`),
    isCurrent: tab === current,
    ...(count === undefined ? {} : { count }),
  });
  return tabs(nameOf(contact), [
    of('timeline'),
    { to: `/crm/messages/${contact.id}`, label: say('contact.messages'), isCurrent: false },
    of('feedback', beside.feedback),
    of('deals', beside.deals.length),
    of('viewings', beside.viewings),
    of('details'),
  ]);
}

/** What can be done with the contact; fetched anew when their chats were taken over or their account changed. */
export function tools(visit: Visit, shown: Shown): Html {
  const { say } = visit;
  const { contact } = shown;
  return html`<div class="flex wrap" id="tools">
<a class="btn primary" data-page-key="message" href="/crm/messages/${contact.id}#message">${icon('message-square', 's')}${say('contact.message')}<kbd aria-hidden="true">M</kbd></a>
${
  contact.kind === 'lead'
    ? convert(visit, shown)
    : opensDialog(visit, {
        to: `${contactPath(contact)}/offer`,
        pageKey: 'offer',
        label: html`${icon('house-plus', 's')}${say('contact.offer')}<kbd aria-hidden="true">P</kbd>`,
        className: 'btn',
      })
}
${shown.beside.chats.length > 0 && takeOver(visit, shown)}
${menu({ id: 'contact-more', name: say('frame.moreDeeds'), body: more(visit, shown) })}
</div>`;
}

const convert = (visit: Visit, { contact }: Shown): Html =>
  deedForm(visit, {
    ...{ id: 'convert', action: `${contactPath(contact)}/convert` },
    body: html`<button class="btn">${icon('contact', 's')}${visit.say('contact.convert')}</button>`,
  });

function takeOver(visit: Visit, { contact, beside }: Shown): Html {
  const { say } = visit;
  const isTaken = beside.chats.some(({ takenOverBy }) => takenOverBy !== null);
  return deedForm(visit, {
    ...{ id: 'take-over', action: `${contactPath(contact)}/${isTaken ? 'hand-back' : 'take-over'}`, part: 'tools' },
    body: html`<button class="btn" data-page-key="hold">${icon('hand', 's')}${say(isTaken ? 'contact.handBack' : 'contact.takeOver')}<kbd aria-hidden="true">H</kbd></button>`,
  });
}

/** What is seldom done. Erasing is for Admins, so that others do not see it. */
function more(visit: Visit, { contact, beside }: Shown): Html {
  const { say, user } = visit;
  const path = contactPath(contact);
  const button = (deed: string, label: string) =>
    deedForm(visit, {
      ...{ id: `more-${deed}`, action: `${path}/${deed}`, part: 'account' },
      body: html`<button class="btn plain">${label}</button>`,
    });
  const { account } = beside;
  // A file is no answer that a script could put into the page.
  const download = html`<form method="post" action="${path}/export"><input type="hidden" name="csrf" value="${visit.csrf}"><input type="hidden" name="at" value="${path}"><button class="btn plain">${icon('download', 's')}${say('contact.export')}</button></form>`;
  return html`${!account && contact.kind === 'contact' && button('account', say('contact.make'))}
${account && account.status !== 'Draft' && opensDialog(visit, { to: `${path}/reset`, label: say('contact.reset') })}
${account?.status === 'Active' && button('block', say('contact.block'))}
${account?.status === 'Blocked' && button('unblock', say('contact.unblock'))}
${giveLink(visit, contact, 'tools')}
${download}
${may(user, 'eraseContact') && html`<a class="btn plain bad-ink" href="${path}/erase">${icon('trash-2', 's')}${say('contact.erase')}</a>`}`;
}
