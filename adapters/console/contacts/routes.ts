import type { Door, Outcome } from '#adapters/console/door.ts';
import type { RecordsNeeds } from '#adapters/console/records-needs.ts';
import { convertLead } from '#core/crm/convert-lead.ts';
import { exportContact } from '#core/crm/export-contact.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { CONTACT_MEANINGS, MESSAGE_MEANINGS } from '#core/crm/meanings.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { setTakenOver } from '#core/crm/set-taken-over.ts';
import { accountDeeds } from './account-deeds.ts';
import { contactIn, contactPath } from './contact-frame.ts';
import { nameOf } from './contact-words.ts';
import { contactDetails } from './details.ts';
import { eraseContact } from './erase.ts';
import { giveRoutes } from './give.ts';
import { contactList } from './list.ts';
import { newContact } from './new-contact.ts';
import { offerHomes } from './offer.ts';
import { contactPages } from './tabs-of-contact.ts';

/** The list of contacts, each one's pages, and all that is done there. */
export function contactRoutes(door: Door, needs: RecordsNeeds): void {
  contactList(door);
  newContact(door, needs);
  contactPages(door);
  contactDetails(door, needs);
  accountDeeds(door, needs);
  offerHomes(door);
  eraseContact(door, needs);
  giveRoutes(door);
  smallDeeds(door);
}

function smallDeeds(door: Door): void {
  for (const name of ['take-over', 'hand-back'] as const)
    door.deed({
      path: `/contacts/:id/${name}`,
      deed: 'writeToClients',
      async work(visit, _form, asked): Promise<Outcome> {
        const contact = await contactIn(visit, asked);
        if (!contact) return { is: 'refused', refusal: noSuch('contact') };
        const takes = name === 'take-over';
        const meaning = meaningOf(
          MESSAGE_MEANINGS,
          await setTakenOver({ ...visit.kept, clock: visit.clock }, contact.id, takes ? visit.agent : null),
        );
        if (meaning.is !== 'done') return meaning;
        const who = { name: contact.first_name };
        if (takes) return { is: 'done', said: visit.say('contact.tookOver', who) };
        return { is: 'done', said: meaning.done.isTold ? visit.say('talk.handedBack', who) : visit.say('talk.isBack') };
      },
    });

  door.deed({
    path: '/contacts/:id/convert',
    deed: 'convertLead',
    async work(visit, _form, asked): Promise<Outcome> {
      const contact = await contactIn(visit, asked);
      if (!contact) return { is: 'refused', refusal: noSuch('contact') };
      const meaning = meaningOf(CONTACT_MEANINGS, await convertLead(visit.kept, visit.agent, contact.id));
      if (meaning.is === 'refused') return meaning;
      return {
        is: 'done',
        said: visit.say('contact.converted', { name: nameOf(contact) }),
        to: contactPath(contact),
      };
    },
  });

  door.deed({
    path: '/contacts/:id/export',
    deed: 'exportContact',
    once: false,
    async work(visit, _form, asked): Promise<Outcome> {
      const contact = await contactIn(visit, asked);
      if (!contact) return { is: 'refused', refusal: noSuch('contact') };
      const meaning = meaningOf(CONTACT_MEANINGS, await exportContact(visit.kept, visit.agent, contact.id));
      if (meaning.is === 'refused') return meaning;
      const text = `${JSON.stringify(meaning.done.all, null, 2)}\n`;
      return { is: 'file', name: `contact-${contact.id}.json`, mime: 'application/json', text };
    },
  });
}
