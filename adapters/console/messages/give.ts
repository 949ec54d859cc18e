import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Door } from '#adapters/console/door.ts';
import { html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { changeContact } from '#core/crm/change-contact.ts';
import { changeDeal } from '#core/crm/change-deal.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { CONTACT_MEANINGS } from '#core/crm/meanings.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { isId } from '#core/ids.ts';
import { contactIn } from './contact-in.ts';
import { talkDeed } from './talk-deed.ts';

/** More colleagues than any office of these has; a list to choose from. */
const MOST_USERS = 200;

/** Giving a client to a colleague. */
export function giveRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/messages/:id/give',
    deed: 'writeToClients',
    current: 'messages',
    async show(visit, opener, asked) {
      const { say, kept } = visit;
      const contact = await contactIn(visit, asked);
      if (!contact) return undefined;
      const { items } = await kept.records.users.list({}, { limit: MOST_USERS, before: null });
      const options = items
        .filter(({ status }) => status === 'Active')
        .map(
          ({ id, name }) =>
            html`<option value="${id}"${id === contact.assigned_to && html` selected`}>${name}</option>`,
        );
      const part = opener.part === undefined ? {} : { part: opener.part };
      return {
        title: say('talk.giveTitle', { name: contact.first_name }),
        body: deedForm(opener, {
          ...{ id: 'give', action: `/crm/messages/${contact.id}/give`, className: 'stack', ...part },
          body: html`<div class="field"><label class="label" for="give-to">${say('talk.colleague')}</label><select class="input" id="give-to" name="user">${options}</select></div><p class="s muted">${say('talk.giveHint')}</p><div><button class="btn primary">${say('talk.give')}</button></div>`,
        }),
      };
    },
  });

  talkDeed(door, 'give', async ({ kept, say, clock }, contact, form) => {
    const user = form.text('user');
    const owner = isId(user) ? await kept.records.users.find(user) : undefined;
    if (!owner) return { is: 'refused', refusal: noSuch('user') };
    const meaning = meaningOf(CONTACT_MEANINGS, await changeContact(kept, contact.id, { assigned_to: owner.id }));
    if (meaning.is !== 'done') return meaning;
    // A deal's user comes before the contact's.
    const { deal } = await kept.talks.about(contact.id, clock.now());
    if (deal) await changeDeal(kept, deal.id, { assigned_to: owner.id });
    return { is: 'done', said: say('talk.given', { name: contact.first_name, user: owner.name }) };
  });
}
