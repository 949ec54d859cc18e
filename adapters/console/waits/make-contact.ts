import { colleagueOptions } from '#adapters/console/contacts/give.ts';
import { dialogRoute, type Opener } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm, field } from '#adapters/console/parts.ts';
import { addDeal } from '#core/crm/add-deal.ts';
import { convertLead } from '#core/crm/convert-lead.ts';
import { giveContact } from '#core/crm/give-contact.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { CONTACT_MEANINGS, DEAL_MEANINGS } from '#core/crm/meanings.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { type ContactId, isId } from '#core/ids.ts';

/** What a client who came by themselves looks for. */
const KINDS = ['Buy', 'Rent'] as const;
/** As the API takes it. */
const MOST_NAME = 100;

/** A lead becomes a contact with a deal of their own: from then on they can be offered homes. */
export function makeContactRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/contacts/:id/make-contact',
    deed: 'convertLead',
    current: 'contacts',
    show: async (visit, opener, { params }) => {
      const lead = await find(visit, params.id);
      return (
        lead && {
          title: visit.say('wait.makeContactTitle', { name: nameOf(lead) }),
          body: await form(visit, opener, lead),
        }
      );
    },
  });

  door.deed({
    path: '/contacts/:id/make-contact',
    deed: 'convertLead',
    work: async (visit, given, { params }): Promise<Outcome> => {
      const { kept, agent, say } = visit;
      const lead = await find(visit, params.id);
      if (!lead) return { is: 'refused', refusal: noSuch('contact') };
      const type = KINDS.find((each) => each === given.text('kind')) ?? KINDS[0];
      const name = given.text('name').trim().slice(0, MOST_NAME);
      if (name === '') {
        const body = await form(
          visit,
          { csrf: visit.csrf, path: visit.path, part: given.text('part') },
          lead,
          say('wait.nameNeeded'),
        );
        const title = say('wait.makeContactTitle', { name: nameOf(lead) });
        return { is: 'again', form: body, page: () => ({ title, current: 'contacts', width: 'mid', body }) };
      }
      const converted = meaningOf(CONTACT_MEANINGS, await convertLead(kept, agent, lead.id));
      if (converted.is === 'refused') return { is: 'refused', refusal: converted.refusal };
      const owner = given.text('user');
      if (isId(owner)) {
        const handed = meaningOf(CONTACT_MEANINGS, await giveContact(kept, agent, lead.id, owner));
        if (handed.is === 'refused')
          return { is: 'refused', refusal: handed.refusal, said: say('talk.chooseColleague') };
      }
      const assigned = isId(owner) ? { assigned_to: owner } : {};
      const deal = { name, type, contacts: [lead.id], ...assigned };
      const added = meaningOf(DEAL_MEANINGS, await addDeal(kept, agent, deal));
      if (added.is === 'refused') return { is: 'refused', refusal: added.refusal };
      return { is: 'done', said: say('wait.contactMade') };
    },
  });
}

const find = async ({ kept }: Visit, id: string | undefined): Promise<ContactRecord | undefined> =>
  id && isId(id) ? kept.records.contacts.find(id as ContactId) : undefined;
const nameOf = ({ first_name, last_name }: ContactRecord) => `${first_name} ${last_name}`;

async function form(visit: Visit, opener: Opener, lead: ContactRecord, wrong?: string): Promise<Html> {
  const { say } = visit;
  return deedForm(opener, {
    id: `make-${lead.id}`,
    action: `/crm/contacts/${lead.id}/make-contact`,
    ...(opener.part ? { part: opener.part } : {}),
    className: 'stack',
    body: html`<p class="s muted">${say('wait.makeContactHint', { name: lead.first_name })}</p>
<fieldset><legend class="b2 label">${say('wait.looksFor')}</legend><div class="flex wrap">${KINDS.map((kind, at) => html`<label class="flex"><input type="radio" name="kind" value="${kind}"${at === 0 && html` checked`}> ${say(`wait.kind.${kind}`)}</label>`)}</div></fieldset>
${field({ id: 'deal-name', name: 'name', label: say('wait.dealName'), value: say('wait.dealOf', { name: nameOf(lead) }), wrong })}
<div class="field"><label class="label" for="make-owner">${say('wait.owner')}</label><select class="input" id="make-owner" name="user">${await colleagueOptions(visit, lead.assigned_to ?? visit.user.id)}</select></div>
<footer class="flex wrap end"><button type="button" class="btn" data-do="closeDialog">${say('frame.cancel')}</button><button class="btn primary">${say('wait.makeContact')}</button></footer>`,
  });
}
