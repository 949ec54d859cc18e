import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Asked, Door, Outcome, Visit } from '#adapters/console/door.ts';
import type { Form } from '#adapters/console/form.ts';
import { html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { changeContact } from '#core/crm/change-contact.ts';
import { changeDeal } from '#core/crm/change-deal.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { CONTACT_MEANINGS, MESSAGE_MEANINGS } from '#core/crm/meanings.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { conflict, noSuch } from '#core/crm/refusal.ts';
import { setTakenOver } from '#core/crm/set-taken-over.ts';
import { settleMessages } from '#core/crm/settle-messages.ts';
import { isId } from '#core/ids.ts';
import { DESK_LENGTH } from './composer.ts';
import { contactIn } from './contact-in.ts';
import { remind, remindRoute } from './remind.ts';
import { sendWords } from './send-words.ts';

/** More colleagues than any office of these has; a list to choose from. */
const MOST_USERS = 200;

const missing: Outcome = { is: 'refused', refusal: noSuch('contact') };

/** What can be done in an open talk. */
export function talkDeeds(door: Door): void {
  const deed = (
    name: string,
    work: (visit: Visit, contact: ContactRecord, form: Form, asked: Asked) => Promise<Outcome>,
    more: { readonly once?: false; readonly byItself?: true } = {},
  ) =>
    door.deed({
      path: `/messages/:id/${name}`,
      deed: 'writeToClients',
      ...more,
      async work(visit, form, asked) {
        const contact = await contactIn(visit, asked);
        return contact ? work(visit, contact, form, asked) : missing;
      },
    });

  deed('send', sendWords);

  deed('take-over', async (visit, contact) => {
    const meaning = meaningOf(
      MESSAGE_MEANINGS,
      await setTakenOver({ ...visit.kept, clock: visit.clock }, contact.id, visit.agent),
    );
    return meaning.is === 'done' ? { is: 'done', said: visit.say('talk.taken') } : meaning;
  });

  deed('hand-back', async (visit, contact) => {
    const { heldBy } = await visit.kept.talks.stand(contact.id);
    const meaning = meaningOf(
      MESSAGE_MEANINGS,
      await setTakenOver({ ...visit.kept, clock: visit.clock }, contact.id, null),
    );
    if (meaning.is !== 'done') return meaning;
    const said = heldBy ? visit.say('talk.handedBack', { name: contact.first_name }) : visit.say('talk.wasBack');
    return { is: 'done', said };
  });

  deed('settle', async ({ kept, agent, clock, say }, contact) => {
    const meaning = meaningOf(MESSAGE_MEANINGS, await settleMessages({ ...kept, clock }, agent, contact.id));
    return meaning.is === 'done' ? { is: 'done', said: say('talk.settled', { name: contact.first_name }) } : meaning;
  });

  remindRoute(door);
  deed('remind', remind);

  deed('again/:message', async ({ kept, say }, _contact, _form, { params }) => {
    const { message = '' } = params;
    const again = isId(message) ? await kept.thread.resend(message) : undefined;
    if (!again) return { is: 'refused', refusal: conflict(say('talk.notLost')) };
    return { is: 'done', said: say('talk.sentAgain') };
  });

  const byItself = { once: false, byItself: true } as const;
  deed(
    'draft',
    async ({ kept, agent }, contact, form) => {
      await kept.drafts.keep(agent.id, contact.id, form.text('text').slice(0, 2 * DESK_LENGTH));
      return { is: 'done' };
    },
    { once: false },
  );
  deed(
    'here',
    async ({ kept, agent, clock }, { id }, form) => {
      if (form.has('gone')) await kept.onlookers.leaves(agent.id, id);
      else await kept.onlookers.looks(agent.id, id, form.has('writing'), clock.now());
      return { is: 'done' };
    },
    byItself,
  );

  giveRoutes(door, deed);
}

type AddDeed = (
  name: string,
  work: (visit: Visit, contact: ContactRecord, form: Form, asked: Asked) => Promise<Outcome>,
) => void;

/** Giving a client to a colleague. */
function giveRoutes(door: Door, deed: AddDeed): void {
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

  deed('give', async ({ kept, say, clock }, contact, form) => {
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
