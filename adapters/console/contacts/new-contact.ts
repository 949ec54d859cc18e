import { again } from '#adapters/console/again.ts';
import { dialogRoute, type Opener } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes } from '#adapters/console/read-fields.ts';
import type { RecordsNeeds } from '#adapters/console/records-needs.ts';
import { addContact } from '#core/crm/add-contact.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { CONTACT_MEANINGS } from '#core/crm/meanings.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { contactFields, readContact, type Typed, typedOf } from './contact-form.ts';
import { nameOf } from './contact-words.ts';
import { CONTACTS } from './list.ts';

export function newContact(door: Door, { phones }: Pick<RecordsNeeds, 'phones'>): void {
  dialogRoute(door, {
    path: '/contacts/new',
    deed: 'addContact',
    current: 'contacts',
    show: async (visit, opener) => ({
      title: visit.say('contacts.new'),
      body: await form(visit, opener, typedOf(undefined, visit.user.id)),
    }),
  });

  door.deed({
    path: '/contacts/new',
    deed: 'addContact',
    async work(visit, sent): Promise<Outcome> {
      const { kept, agent, say } = visit;
      const { typed, written, mistakes } = readContact(visit, sent, phones);
      const known = isMistaken(mistakes) ? undefined : await withEmail(visit, written.email);
      if (isMistaken(mistakes) || known) return mend(visit, typed, mistakes, known);
      const meaning = meaningOf(CONTACT_MEANINGS, await addContact(kept, agent, { kind: 'contact', ...written }));
      if (meaning.is === 'refused') return meaning;
      const { contact } = meaning.done;
      return { is: 'done', said: say('contacts.added', { name: nameOf(contact) }), to: `${CONTACTS}/${contact.id}` };
    },
  });
}

const withEmail = async ({ kept }: Visit, email: string): Promise<ContactRecord | undefined> =>
  (await kept.records.contacts.list({ email }, { limit: 1, before: null })).items[0];

async function mend(visit: Visit, typed: Typed, wrong: Mistakes, known?: ContactRecord): Promise<Outcome> {
  const { say } = visit;
  const open = known && html`<a class="link" href="${CONTACTS}/${known.id}">${say('contacts.openKnown')}</a>`;
  const who =
    known && html`<p class="error" id="contact-known">${say.rich('contacts.known', { name: nameOf(known), open })}</p>`;
  const mistakes = known ? { email: say('contacts.taken') } : wrong;
  return again(visit, { title: say('contacts.new'), current: 'contacts' }, (at) => form(at, at, typed, mistakes, who));
}

async function form(
  visit: Visit,
  opener: Pick<Opener, 'path' | 'csrf'>,
  typed: Typed,
  mistakes?: Mistakes,
  known?: Html,
): Promise<Html> {
  return deedForm(opener, {
    ...{ id: 'new-contact', action: `${CONTACTS}/new`, className: 'stack' },
    body: html`${await contactFields(visit, typed, mistakes, known)}<div><button class="btn primary">${visit.say('contacts.add')}</button></div>`,
  });
}
