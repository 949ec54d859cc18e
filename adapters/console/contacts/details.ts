import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes } from '#adapters/console/read-fields.ts';
import type { RecordsNeeds } from '#adapters/console/records-needs.ts';
import { changeContact } from '#core/crm/change-contact.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { CONTACT_MEANINGS } from '#core/crm/meanings.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { contactFields, readContact, type Typed, typedOf } from './contact-form.ts';
import { contactPage, contactPath, type Shown, shownIn, tools } from './contact-frame.ts';

/** The fields of a contact's record, to be changed. */
export function contactDetails(door: Door, { phones }: Pick<RecordsNeeds, 'phones'>): void {
  door.page({
    path: '/contacts/:id/details',
    deed: 'readRecords',
    show: async (visit, asked) => {
      const shown = await shownIn(visit, asked);
      return shown && contactPage(visit, shown, 'details', await details(visit, shown, typedOf(shown.contact)));
    },
    parts: {
      tools: async (visit, asked) => {
        const shown = await shownIn(visit, asked);
        return shown && tools(visit, shown);
      },
    },
  });

  door.deed({
    path: '/contacts/:id/details',
    deed: 'changeContact',
    async work(visit, sent, asked): Promise<Outcome> {
      const shown = await shownIn(visit, asked);
      if (!shown) return { is: 'refused', refusal: noSuch('contact') };
      const { typed, written, mistakes } = readContact(visit, sent, phones);
      if (isMistaken(mistakes))
        return {
          is: 'again',
          form: await form(visit, shown, typed, mistakes),
          page: async (fresh) => contactPage(fresh, shown, 'details', await details(fresh, shown, typed, mistakes)),
        };
      const meaning = meaningOf(CONTACT_MEANINGS, await changeContact(visit.kept, shown.contact.id, written));
      if (meaning.is === 'refused') return meaning;
      return { is: 'done', said: visit.say('frame.saved'), to: contactPath(shown.contact, 'details') };
    },
  });
}

const details = async (visit: Visit, shown: Shown, typed: Typed, mistakes?: Mistakes): Promise<Html> =>
  panel({
    id: 'details',
    title: visit.say('contact.details'),
    body: html`<div class="body">${await form(visit, shown, typed, mistakes)}</div>`,
  });

const form = async (visit: Visit, { contact }: Shown, typed: Typed, mistakes?: Mistakes): Promise<Html> =>
  deedForm(visit, {
    ...{ id: 'details-form', action: contactPath(contact, 'details'), className: 'stack' },
    body: html`${await contactFields(visit, typed, mistakes)}<div><button class="btn primary">${visit.say('frame.save')}</button></div>`,
  });
