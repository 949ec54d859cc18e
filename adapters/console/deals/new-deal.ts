import { again } from '#adapters/console/again.ts';
import { dialogRoute, type Opener } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { choice, line, toMend } from '#adapters/console/fields.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import { choosePeople, PEOPLE, peopleFound, peopleIn } from '#adapters/console/records/choose-people.ts';
import { addDeal } from '#core/crm/add-deal.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { DEAL_MEANINGS } from '#core/crm/meanings.ts';
import type { DealRecord } from '#core/crm/record.ts';
import { type ContactId, isId, type UserId } from '#core/ids.ts';
import { dealPath } from './deal-words.ts';
import { DEALS } from './list.ts';

const TYPES = ['Buy', 'Rent', 'Sell', 'Rent out'] as const satisfies readonly DealRecord['type'][];
/** As the API takes a deal's name. */
export const LONGEST_NAME = 200;
const MOST_BEDROOMS = 50;
const MOST_PRICE = 999_999_999;

/** What stands in the form. */
type Typed = {
  readonly name: string;
  readonly type: string;
  readonly beds: string;
  readonly most: string;
  readonly owner: string;
  readonly people: readonly ContactId[];
};

export function newDeal(door: Door): void {
  dialogRoute(door, {
    path: '/deals/new',
    deed: 'addDeal',
    current: 'deals',
    show: async (visit, opener, { query }) => {
      const people = peopleIn(query.contact ? [query.contact] : []);
      return { title: visit.say('deals.new'), body: await form(visit, opener, fresh(visit.user.id, people)) };
    },
    parts: {
      [PEOPLE]: (visit, asked) =>
        peopleFound(visit, { words: asked.query.q ?? '', ticked: peopleIn(asked.all('contact')) }),
    },
  });

  door.deed({
    path: '/deals/new',
    deed: 'addDeal',
    async work(visit, sent): Promise<Outcome> {
      const { kept, agent, say } = visit;
      const { typed, written, mistakes } = read(visit, sent);
      if (isMistaken(mistakes)) return mend(visit, typed, mistakes);
      const outcome = await addDeal(kept, agent, written);
      if (outcome.was === 'lead' || outcome.was === 'noSuchContact') {
        const id = typed.people[outcome.index];
        const lead = id && (await kept.overviews.people([id])).get(id);
        const wrong = lead ? say('deals.isLead', { name: lead.name }) : say('deals.needsClient');
        return mend(visit, typed, { people: wrong });
      }
      const meaning = meaningOf(DEAL_MEANINGS, outcome);
      if (meaning.is === 'refused') return meaning;
      return { is: 'done', said: say('deals.added'), to: dealPath(meaning.done.deal) };
    },
  });
}

const fresh = (owner: UserId, people: readonly ContactId[]): Typed => ({
  ...{ name: '', type: 'Buy', beds: '', most: '', owner, people },
});

function read({ say }: Visit, sent: Form) {
  const fields = readFields(sent, say);
  const people = peopleIn(sent.texts('contact'));
  const name = fields.needed('name', LONGEST_NAME);
  const type = fields.oneOf('type', TYPES) ?? 'Buy';
  const minBedrooms = fields.number('beds', { least: 0, most: MOST_BEDROOMS, whole: true });
  const maxPrice = fields.number('most', { least: 0, most: MOST_PRICE });
  const owner = sent.text('owner');
  const criteria = {
    ...(minBedrooms === null ? {} : { minBedrooms }),
    ...(maxPrice === null ? {} : { maxPrice }),
  };
  const typed: Typed = { name, type, beds: sent.text('beds'), most: sent.text('most'), owner, people };
  const none = people.length === 0 ? { people: say('deals.needsClient') } : {};
  const assigned_to: UserId | null = isId(owner) ? owner : null;
  return {
    typed,
    written: { name, type, contacts: people, criteria, assigned_to },
    mistakes: { ...fields.mistakes, ...none },
  };
}

const mend = (visit: Visit, typed: Typed, mistakes: Mistakes): Promise<Outcome> =>
  again(visit, { title: visit.say('deals.new'), current: 'deals' }, (at) => form(at, at, typed, mistakes));

async function form(
  visit: Visit,
  opener: Pick<Opener, 'path' | 'csrf'>,
  typed: Typed,
  mistakes: Mistakes = {},
): Promise<Html> {
  const { say, kept } = visit;
  const colleagues = await kept.overviews.colleagues();
  const of = (name: 'name' | 'type' | 'beds' | 'most' | 'owner') => ({
    ...{ name, id: `deal-${name}`, value: typed[name], wrong: mistakes[name] },
  });
  return deedForm(opener, {
    ...{ id: 'new-deal', action: `${DEALS}/new`, className: 'stack' },
    body: html`${toMend(say, mistakes)}<div class="pairs">
${line({ ...of('name'), label: say('deals.name'), isNeeded: true, most: LONGEST_NAME })}
${choice({ ...of('type'), label: say('deals.type'), options: TYPES.map((value) => ({ value, name: value })) })}
${line({ ...of('beds'), label: say('deals.beds'), inputmode: 'numeric' })}
${line({ ...of('most'), label: say('deals.upTo'), inputmode: 'numeric' })}
${choice({
  ...of('owner'),
  label: say('deals.owner'),
  options: [
    { value: '', name: say('contacts.ownerNobody') },
    ...colleagues.map(({ id, name }) => ({ value: id, name })),
  ],
})}
</div>
${await choosePeople(visit, `${DEALS}/new`, { words: '', ticked: typed.people })}
${mistakes.people && html`<p class="error">${icon('circle-alert', 's')}<span>${mistakes.people}</span></p>`}
<div><button class="btn primary">${say('deals.add')}</button></div>`,
  });
}
