import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { giveContact } from '#core/crm/give-contact.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { CONTACT_MEANINGS } from '#core/crm/meanings.ts';
import { invalid, noSuch } from '#core/crm/refusal.ts';
import { isId, type UserId } from '#core/ids.ts';
import { contactIn } from './contact-frame.ts';

/** More colleagues than any office of these has; a list to choose from. */
const MOST_USERS = 200;

/** Giving a contact or a lead to a colleague. */
export function giveRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/contacts/:id/give',
    deed: 'changeContact',
    current: 'contacts',
    async show(visit, opener, asked) {
      const { say } = visit;
      const contact = await contactIn(visit, asked);
      if (!contact) return undefined;
      const part = opener.part === undefined ? {} : { part: opener.part };
      return {
        title: say('talk.giveTitle', { name: contact.first_name }),
        body: deedForm(opener, {
          ...{ id: 'give', action: `/crm/contacts/${contact.id}/give`, className: 'stack', ...part },
          body: html`<div class="field"><label class="label" for="give-to">${say('talk.colleague')}</label><select class="input" id="give-to" name="user">${await colleagueOptions(visit, contact.assigned_to)}</select></div><p class="s muted">${say('talk.giveHint')}</p><div><button class="btn primary">${say('talk.give')}</button></div>`,
        }),
      };
    },
  });

  door.deed({
    path: '/contacts/:id/give',
    deed: 'changeContact',
    async work(visit, form, asked) {
      const { kept, agent, say } = visit;
      const contact = await contactIn(visit, asked);
      if (!contact) return { is: 'refused', refusal: noSuch('contact') };
      const to = form.text('user');
      const wrong = say('talk.chooseColleague');
      if (!isId(to)) return { is: 'refused', refusal: invalid({ field: 'user', detail: wrong }), said: wrong };
      const given = await giveContact(kept, agent, contact.id, to);
      const meaning = meaningOf(CONTACT_MEANINGS, given);
      if (meaning.is === 'refused') return { ...meaning, ...(given.was === 'noSuchUser' ? { said: wrong } : {}) };
      const names = { name: contact.first_name, user: meaning.done.user.name };
      return { is: 'done', said: say(given.was === 'theirs' ? 'talk.alreadyTheirs' : 'talk.given', names) };
    },
  });
}

/** Who may look after somebody: those who work at the desk now. */
export async function colleagueOptions({ kept }: Visit, chosen: UserId | null): Promise<readonly Html[]> {
  const { items } = await kept.records.users.list({}, { limit: MOST_USERS, before: null });
  return items
    .filter(({ status }) => status === 'Active')
    .map(({ id, name }) => html`<option value="${id}"${id === chosen && html` selected`}>${name}</option>`);
}
