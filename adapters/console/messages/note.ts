import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Door } from '#adapters/console/door.ts';
import { html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { changeContact } from '#core/crm/change-contact.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { CONTACT_MEANINGS } from '#core/crm/meanings.ts';
import { contactIn } from './contact-in.ts';
import { talkDeed } from './talk-deed.ts';

/** Characters of a note for the office, as the API takes them. */
const NOTE_LENGTH = 5000;

/** What the office notes about a client; no client ever sees it. */
export function noteRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/messages/:id/note',
    deed: 'changeContact',
    current: 'messages',
    async show(visit, opener, asked) {
      const { say } = visit;
      const contact = await contactIn(visit, asked);
      if (!contact) return undefined;
      const part = opener.part === undefined ? {} : { part: opener.part };
      return {
        title: say('talk.note'),
        body: deedForm(opener, {
          ...{ id: 'note', action: `/crm/messages/${contact.id}/note`, className: 'stack', ...part },
          body: html`<div class="field"><label class="label" for="note-words">${say('talk.noteHint', { name: contact.first_name })}</label><textarea class="input" id="note-words" name="note" rows="6" maxlength="${NOTE_LENGTH}">${contact.office_note}</textarea></div><div><button class="btn primary">${say('frame.save')}</button></div>`,
        }),
      };
    },
  });

  talkDeed(door, 'note', async ({ kept, say }, contact, form) => {
    const words = form.text('note').replaceAll('\r\n', '\n').trim().slice(0, NOTE_LENGTH);
    const change = { office_note: words === '' ? null : words };
    const meaning = meaningOf(CONTACT_MEANINGS, await changeContact(kept, contact.id, change));
    return meaning.is === 'done' ? { is: 'done', said: say('frame.saved') } : meaning;
  });
}
