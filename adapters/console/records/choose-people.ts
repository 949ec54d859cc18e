import { nameOf } from '#adapters/console/contacts/contact-words.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { partPath } from '#adapters/console/parts.ts';
import type { Person } from '#core/crm/overviews.ts';
import { type ContactId, isId } from '#core/ids.ts';
import { face } from './faces.ts';

/** Contacts that a search shows at once. */
const FOUND = 6;
/** People on one deal. */
const MOST_PEOPLE = 20;
/** The part of a form that a search in it brings anew. */
export const PEOPLE = 'found-people';

type Choice = {
  readonly words: string;
  readonly ticked: readonly ContactId[];
  /** Who is on the deal already. */
  readonly without?: readonly ContactId[];
};

/** Contacts to be ticked, with a search among them; what is ticked stays while it goes on. `address`: of the page that it stands on. */
export async function choosePeople(visit: Visit, address: string, choice: Choice): Promise<Html> {
  const { say } = visit;
  return html`<div class="field"><label class="label" for="q-people">${say('deals.searchClients')}</label>
<input class="input" id="q-people" name="q" type="search" value="${choice.words}" autocomplete="off" aria-describedby="q-people-hint" hx-get="${partPath(address, PEOPLE)}" hx-trigger="input delay:150ms" hx-target="#${PEOPLE}" hx-swap="outerMorph" hx-sync="replace" hx-include="#${PEOPLE} input:checked">
<small id="q-people-hint">${say('deals.clientsHint')}</small>
${await peopleFound(visit, choice)}</div>`;
}

/** Who the search found, after who is ticked already. */
export async function peopleFound({ say, kept }: Visit, { words, ticked, without = [] }: Choice): Promise<Html> {
  const { records, overviews } = kept;
  const { items } = await records.contacts.list({ kind: 'contact', q: words }, { limit: FOUND, before: null });
  const chosen = await overviews.people(ticked.slice(0, MOST_PEOPLE));
  const others = items.filter(({ id }) => !chosen.has(id) && !without.includes(id));
  const one = ({ id, name, photo }: Person, isTicked: boolean, email?: string) =>
    html`<li id="choose-${id}"><label class="pick"><input class="check" type="checkbox" name="contact" value="${id}"${isTicked && html` checked`}>${face({ name, photo })}<span class="grow"><b class="strong block">${name}</b>${email && html`<span class="xs muted block">${email}</span>`}</span></label></li>`;
  return html`<ul class="picks" id="${PEOPLE}" aria-label="${say('deals.clients')}" aria-live="polite">${[...chosen.values()].map((each) => one(each, true))}${others.map(({ id, photo, email, ...names }) => one({ id, photo, name: nameOf(names) }, false, email))}${chosen.size + others.length === 0 && html`<li class="s muted">${say('contacts.noneFound', { q: words })}</li>`}</ul>`;
}

/** Who is ticked, each once. */
export const peopleIn = (texts: readonly string[]): readonly ContactId[] =>
  [...new Set(texts)].filter((text): text is ContactId => isId(text)).slice(0, MOST_PEOPLE);
