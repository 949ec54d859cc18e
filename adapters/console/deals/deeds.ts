import { again } from '#adapters/console/again.ts';
import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { line, toMend } from '#adapters/console/fields.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { banner, deedForm } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import { found, HOMES, homesIn, idsIn, searchHomes, wordsIn } from '#adapters/console/records/choose-homes.ts';
import { choosePeople, PEOPLE, peopleFound, peopleIn } from '#adapters/console/records/choose-people.ts';
import { moveHomes } from '#adapters/console/records/offer-homes.ts';
import { changeDeal } from '#core/crm/change-deal.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { DEAL_MEANINGS } from '#core/crm/meanings.ts';
import { type DealRecord, STAGES } from '#core/crm/record.ts';
import type { DealChange } from '#core/crm/records.ts';
import { noSuch } from '#core/crm/refusal.ts';
import type { PropertyId } from '#core/ids.ts';
import { dealIn } from './deal-frame.ts';
import { BOARD, dealPath } from './deal-words.ts';
import { LONGEST_NAME } from './new-deal.ts';

/** Changing a deal: its stage, its name, its clients, its homes. */
export function dealDeeds(door: Door): void {
  stage(door);
  rename(door);
  addClient(door);
  addHomes(door);
}

async function change(visit: Visit, deal: DealRecord, wanted: DealChange, said: string): Promise<Outcome> {
  const meaning = meaningOf(DEAL_MEANINGS, await changeDeal(visit.kept, deal.id, wanted));
  return meaning.is === 'refused' ? meaning : { is: 'done', said, to: dealPath(deal) };
}

function stage(door: Door): void {
  door.deed({
    path: '/deals/:id/stage',
    deed: 'changeDeal',
    async work(visit, form, asked): Promise<Outcome> {
      const deal = await dealIn(visit, asked);
      const wanted = STAGES.find((each) => each === form.text('stage'));
      if (!deal || !wanted) return { is: 'refused', refusal: noSuch('deal') };
      return change(visit, deal, { stage: wanted }, visit.say('deal.staged', { stage: wanted }));
    },
  });
}

function rename(door: Door): void {
  const form = (
    { say }: Visit,
    opener: Parameters<typeof deedForm>[0],
    deal: DealRecord,
    name: string,
    mistakes: Mistakes = {},
  ): Html =>
    deedForm(opener, {
      ...{ id: 'rename', action: `${dealPath(deal)}/rename`, className: 'stack' },
      body: html`${toMend(say, mistakes)}${line({ name: 'name', label: say('deals.name'), value: name, isNeeded: true, most: LONGEST_NAME, wrong: mistakes.name })}<div><button class="btn primary">${say('frame.save')}</button></div>`,
    });

  dialogRoute(door, {
    path: '/deals/:id/rename',
    deed: 'changeDeal',
    current: 'deals',
    show: async (visit, opener, asked) => {
      const deal = await dealIn(visit, asked);
      return deal && { title: visit.say('deal.rename'), body: form(visit, opener, deal, deal.name) };
    },
  });

  door.deed({
    path: '/deals/:id/rename',
    deed: 'changeDeal',
    async work(visit, sent, asked): Promise<Outcome> {
      const deal = await dealIn(visit, asked);
      if (!deal) return { is: 'refused', refusal: noSuch('deal') };
      const fields = readFields(sent, visit.say);
      const name = fields.needed('name', LONGEST_NAME);
      if (!isMistaken(fields.mistakes)) return change(visit, deal, { name }, visit.say('deal.renamed', { name }));
      return again(visit, { title: visit.say('deal.rename'), current: 'deals' }, (at) =>
        form(at, at, deal, name, fields.mistakes),
      );
    },
  });
}

function addClient(door: Door): void {
  const form = async (visit: Visit, opener: Parameters<typeof deedForm>[0], deal: DealRecord, wrong?: string) =>
    deedForm(opener, {
      ...{ id: 'add-client', action: `${dealPath(deal)}/client`, className: 'stack' },
      body: html`${wrong && banner('bad', wrong)}${await choosePeople(visit, `${dealPath(deal)}/client`, {
        ...{ words: '', ticked: [], without: deal.contacts },
      })}<div><button class="btn primary">${visit.say('deal.addClientGo')}</button></div>`,
    });

  dialogRoute(door, {
    path: '/deals/:id/client',
    deed: 'changeDeal',
    current: 'deals',
    show: async (visit, opener, asked) => {
      const deal = await dealIn(visit, asked);
      return deal && { title: visit.say('deal.addClient'), body: await form(visit, opener, deal) };
    },
    parts: {
      [PEOPLE]: async (visit, asked) => {
        const deal = await dealIn(visit, asked);
        const choice = { words: asked.query.q ?? '', ticked: peopleIn(asked.all('contact')) };
        return deal && peopleFound(visit, { ...choice, without: deal.contacts });
      },
    },
  });

  door.deed({
    path: '/deals/:id/client',
    deed: 'changeDeal',
    async work(visit, sent, asked): Promise<Outcome> {
      const deal = await dealIn(visit, asked);
      if (!deal) return { is: 'refused', refusal: noSuch('deal') };
      const people = peopleIn(sent.texts('contact')).filter((id) => !deal.contacts.includes(id));
      if (people.length > 0)
        return change(visit, deal, { contacts: [...deal.contacts, ...people] }, visit.say('deal.clientAdded'));
      const wrong = visit.say('deals.needsClient');
      return again(visit, { title: visit.say('deal.addClient'), current: 'deals' }, (at) => form(at, at, deal, wrong));
    },
  });
}

function addHomes(door: Door): void {
  const form = async (
    visit: Visit,
    opener: Parameters<typeof deedForm>[0],
    deal: DealRecord,
    words: string,
    wrong?: string,
  ): Promise<Html> =>
    deedForm(opener, {
      ...{ id: 'add-homes', action: `${dealPath(deal)}/add`, part: BOARD, className: 'stack' },
      body: html`${wrong && banner('bad', wrong)}${await found(visit, deal, words, [])}<div><button class="btn primary">${visit.say('deal.addGo')}</button></div>`,
    });

  dialogRoute(door, {
    path: '/deals/:id/add',
    deed: 'moveOffer',
    current: 'deals',
    show: async (visit, opener, asked) => {
      const { say } = visit;
      const deal = await dealIn(visit, asked);
      if (!deal) return undefined;
      const path = `${dealPath(deal)}/add`;
      const search = searchHomes(visit, path, wordsIn(asked), { from: opener.path });
      return {
        title: say('deal.addHomes'),
        body: html`<div class="stack"><p class="s muted">${say('deal.addIntro')}</p>${search}${await form(visit, opener, deal, wordsIn(asked))}</div>`,
      };
    },
    parts: {
      [HOMES]: async (visit, asked) => {
        const deal = await dealIn(visit, asked);
        return deal && found(visit, deal, wordsIn(asked), idsIn<PropertyId>(asked.all('home')));
      },
    },
  });

  door.deed({
    path: '/deals/:id/add',
    deed: 'moveOffer',
    async work(visit, sent, asked): Promise<Outcome> {
      const { say } = visit;
      const deal = await dealIn(visit, asked);
      if (!deal) return { is: 'refused', refusal: noSuch('deal') };
      const homes = homesIn(sent);
      if (homes.length === 0)
        return again(visit, { title: say('deal.addHomes'), current: 'deals' }, (at) =>
          form(at, at, deal, '', at.say('deal.chooseOne')),
        );
      const moved = await moveHomes(visit, deal, homes, { lane: 'preselect', push: 'bundle' });
      return moved.is === 'done' ? { ...moved, said: say('deal.addedHomes', { count: homes.length }) } : moved;
    },
  });
}
