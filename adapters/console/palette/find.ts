import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { askedFor, commands, fits, personIn, withPerson } from './commands.ts';
import { type Group, groupsOf, linksOf, optionsOf } from './found.ts';
import { deedsWith } from './person-deeds.ts';

/** As fast as somebody types (CONSOLE: `/crm/find`). */
const MOST_PER_SECOND = 10;

/** What the palette finds; a page with a search field where no script runs. */
export function findRoutes(door: Door): void {
  door.page({
    path: '/find',
    deed: 'readRecords',
    mostPerSecond: MOST_PER_SECOND,
    show: (visit, { query }) => findPage(visit, query.q ?? ''),
    parts: { found: (visit, { query }) => foundPart(visit, query.q ?? '') },
  });
}

async function groupsFor(visit: Visit, typed: string): Promise<readonly Group[]> {
  const { kept } = visit;
  const { words, onlyCommands } = askedFor(typed);
  const found = await kept.search.find(onlyCommands ? '' : words);
  const named = personIn(visit, words);
  const [person] = named === undefined ? found.contacts : (await kept.search.find(named)).contacts;
  const theirs = [...withPerson(visit, person), ...(await deedsWith(visit, person))];
  // A verb before the name asks for that deed alone.
  const asked = named === undefined ? theirs : theirs.filter((each) => fits(each.words, words));
  return groupsOf(visit, found, [...(asked.length > 0 ? asked : theirs), ...commands(visit, words)]);
}

async function foundPart(visit: Visit, typed: string): Promise<Html> {
  const groups = await groupsFor(visit, typed);
  return html`${optionsOf(visit, groups)}<hx-partial hx-target="#found-none" hx-swap="innerHTML">${nothing(visit, groups, typed)}</hx-partial>`;
}

async function findPage(visit: Visit, typed: string): Promise<Page> {
  const { say } = visit;
  const groups = await groupsFor(visit, typed);
  return {
    title: say('find.title'),
    width: 'mid',
    body: html`<form class="flex" role="search" action="/crm/find"><label class="vh" for="q">${say('find.hint')}</label><input class="input" id="q" name="q" type="search" value="${typed}" placeholder="${say('find.hint')}"><button class="btn primary">${say('find.go')}</button></form>
<p role="status">${nothing(visit, groups, typed)}</p>
<div class="found">${linksOf(visit, groups)}</div>`,
  };
}

const nothing = ({ say }: Visit, groups: readonly Group[], typed: string): string =>
  groups.length === 0 ? say('find.nothing', { q: typed.trim() }) : '';
