import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { line, lines, toMend } from '#adapters/console/fields.ts';
import { type Html, html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import type { RecordsNeeds } from '#adapters/console/records-needs.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { contactIn, contactPath } from './contact-frame.ts';
import { nameOf } from './contact-words.ts';
import { CONTACTS } from './list.ts';

/** Signs of a reason, as the API takes it. */
const LONGEST = 1000;

/** Deleting a contact for good: its own page, since it wants a fresh proof, a reason and the name typed. */
export function eraseContact(door: Door, { media, shred }: Pick<RecordsNeeds, 'media' | 'shred'>): void {
  door.page({
    path: '/contacts/:id/erase',
    deed: 'eraseContact',
    show: async (visit, asked) => {
      const contact = await contactIn(visit, asked);
      return contact && erasePage(visit, contact);
    },
  });

  door.deed({
    path: '/contacts/:id/erase',
    deed: 'eraseContact',
    proof: 'fresh',
    async work(visit, sent, asked): Promise<Outcome> {
      const { say, kept, company } = visit;
      const contact = await contactIn(visit, asked);
      if (!contact) return { is: 'refused', refusal: noSuch('contact') };
      const fields = readFields(sent, say);
      const [reason, typed] = [fields.needed('reason', LONGEST), fields.needed('name', LONGEST)];
      const isWrong = typed !== '' && typed !== nameOf(contact);
      const mistakes = {
        ...fields.mistakes,
        ...(isWrong ? { name: say('contact.eraseWrong', { name: nameOf(contact) }) } : {}),
      };
      if (isMistaken(mistakes))
        return {
          is: 'again',
          form: eraseForm(visit, contact, mistakes, reason),
          page: (fresh) => erasePage(fresh, contact, mistakes, reason),
        };
      const erased = await kept.erasure.erase(contact.id);
      if (!erased) return { is: 'refused', refusal: noSuch('contact') };
      const { rows, files } = erased.report;
      const counts = { rows: say('contact.rows', { count: rows }), files: say('contact.files', { count: files }) };
      return {
        is: 'done',
        said: say('contact.erased', counts),
        to: CONTACTS,
        // Only now, since bytes don't come back with a transaction that fails.
        afterwards: async () => {
          for (const file of erased.files) await media.remove(company.id, file);
          await shred();
        },
      };
    },
  });
}

const erasePage = (visit: Visit, contact: ContactRecord, mistakes?: Mistakes, reason?: string): Page => {
  const name = nameOf(contact);
  const title = visit.say('contact.eraseTitle', { name });
  return {
    title,
    current: 'contacts',
    width: 'mid',
    within: { to: contactPath(contact), name },
    body: panel({
      id: 'erase',
      title,
      body: html`<div class="body stack"><p>${visit.say('contact.eraseIntro', { name })}</p>${eraseForm(visit, contact, mistakes, reason)}</div>`,
    }),
  };
};

function eraseForm({ say, csrf }: Visit, contact: ContactRecord, mistakes: Mistakes = {}, reason = ''): Html {
  const path = `${contactPath(contact)}/erase`;
  return deedForm(
    { csrf, path },
    {
      ...{ id: 'erase-form', action: path, className: 'stack w-40' },
      body: html`${toMend(say, mistakes)}
${lines({ name: 'reason', label: say('contact.eraseReason'), value: reason, rows: 3, isNeeded: true, most: LONGEST, wrong: mistakes.reason })}
${line({ name: 'name', label: say('contact.eraseName', { name: nameOf(contact) }), isNeeded: true, wrong: mistakes.name })}
<div class="flex wrap"><button class="btn danger">${say('contact.eraseGo')}</button><a class="btn" href="${contactPath(contact)}">${say('frame.cancel')}</a></div>`,
    },
  );
}
