import type { Asked, Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { liveAttributes } from '#adapters/console/parts.ts';
import { segments, withQuery } from '#adapters/console/records/tabs.ts';
import { whoseSwitch } from '#adapters/console/today/whose.ts';
import type { BoardViewing, Lane } from '#core/crm/board.ts';
import { listWaits } from '#core/crm/list-waits.ts';
import type { Waiting } from '#core/crm/waits.ts';
import { boardCard, isRequest, requestCard } from './cards.ts';
import { WEEK, weekPart, weekPath } from './week.ts';

/** A lane holds as many as a board that somebody still reads. */
const MOST = 500;
const DAY_MS = 24 * 60 * 60_000;
/** What is over is shown for so long. */
const DONE_DAYS = 90;

type Shown = Lane | 'toAnswer';
/** Side by side, and on a phone one at a time. */
const BOARD = ['toAnswer', 'withClient', 'confirmed'] as const satisfies readonly Shown[];
type OnBoard = (typeof BOARD)[number];
const laneIn = ({ lane }: Asked['query']): OnBoard => BOARD.find((each) => each === lane) ?? 'toAnswer';

/** All viewings that are asked for, offered and agreed: side by side, or by day. */
export function boardRoutes(door: Door): void {
  const part = (name: OnBoard) => async (visit: Visit, asked: Asked) => {
    const found = await cardsOf(visit, name);
    const count = html`<hx-partial hx-target="#lane-${name}" hx-swap="outerMorph">${laneLink(visit, name, found.length, laneIn(asked.query))}</hx-partial>`;
    return html`${laneOf(visit, name, found, laneIn(asked.query))}${count}`;
  };
  door.page({
    path: '/requests',
    deed: 'readRecords',
    show: (visit, { query }) => {
      if (query.view === 'calendar') return calendarPage(visit, query.day);
      return query.lane === 'done' ? donePage(visit) : boardPage(visit, laneIn(query));
    },
    parts: {
      toAnswer: part('toAnswer'),
      withClient: part('withClient'),
      confirmed: part('confirmed'),
      done: async (visit) => laneOf(visit, 'done', await cardsOf(visit, 'done')),
      [WEEK]: (visit, { query }) => weekPart(visit, query.day),
    },
  });
}

async function boardPage(visit: Visit, chosen: OnBoard): Promise<Page> {
  const lanes: { name: OnBoard; cards: readonly Html[] }[] = [];
  for (const name of BOARD) lanes.push({ name, cards: await cardsOf(visit, name) });
  const links = lanes.map(({ name, cards }) => laneLink(visit, name, cards.length, chosen));
  const { say } = visit;
  return {
    ...frame(visit, 'board'),
    body: html`<nav class="seg even full only-phone b4" aria-label="${say('request.lanes')}">${links}</nav>
<div class="three board lanes">${lanes.map(({ name, cards }) => laneOf(visit, name, cards, chosen))}</div>`,
  };
}

async function donePage(visit: Visit): Promise<Page> {
  return {
    ...frame(visit, 'done'),
    body: html`<div class="three board">${laneOf(visit, 'done', await cardsOf(visit, 'done'))}</div>`,
  };
}

const calendarPage = async (visit: Visit, day: string | undefined): Promise<Page> => ({
  ...frame(visit, 'calendar'),
  body: await weekPart(visit, day),
});

function frame(visit: Visit, shown: 'board' | 'calendar' | 'done') {
  const { say } = visit;
  const views = [
    { to: '/crm/requests', label: say('request.viewIs.board'), isCurrent: shown === 'board' },
    { to: weekPath(), label: say('request.viewIs.calendar'), isCurrent: shown === 'calendar' },
    { to: '/crm/requests?lane=done', label: say('request.lane.done'), isCurrent: shown === 'done' },
  ];
  return {
    title: say('request.title'),
    current: 'requests',
    width: 'full',
    intro: say('request.intro'),
    tools: html`${whoseSwitch(visit)}${segments(say('request.view'), views)}`,
  } as const;
}

/** On a phone: the lane that is seen, with how much stands in it. */
const laneLink = ({ say }: Visit, name: OnBoard, count: number, chosen: OnBoard): Html =>
  html`<a id="lane-${name}" href="${withQuery('/crm/requests', { lane: name === 'toAnswer' ? undefined : name })}"${name === chosen && html` aria-current="true"`}>${say(`request.laneShort.${name}`)} ${count}</a>`;

const cardsOf = (visit: Visit, name: Shown): Promise<readonly Html[]> =>
  name === 'toAnswer' ? waitingCards(visit) : viewingCards(visit, name);

async function waitingCards(visit: Visit): Promise<readonly Html[]> {
  const { kept, clock, agent, user } = visit;
  const { items } = await listWaits({ ...kept, clock }, agent, { whose: user.whose, limit: MOST, after: {} });
  return items.filter(isRequest).map((wait) => requestCard(visit, wait));
}

async function viewingCards(visit: Visit, name: Lane): Promise<readonly Html[]> {
  const { kept, clock, user } = visit;
  const since = new Date(clock.now().getTime() - DONE_DAYS * DAY_MS);
  const owner = user.whose === 'mine' ? user.id : undefined;
  const viewings = await kept.board.lane(name, { owner, since, limit: MOST });
  const clients = await kept.waits.clients(viewings.flatMap(({ client }) => client ?? []));
  return viewings.map((each) => boardCard(visit, each, clientOf(clients, each)));
}

const clientOf = (clients: ReadonlyMap<string, Waiting>, { client }: BoardViewing): Waiting | undefined =>
  client ? clients.get(client) : undefined;

function laneOf(visit: Visit, name: Shown, cards: readonly Html[], chosen?: OnBoard): Html {
  const { say, path } = visit;
  const live = { path, part: name, on: ['waits', 'messages'] };
  return html`<section class="lane${name === chosen ? ' on' : ''}" id="${name}" aria-labelledby="${name}-title"${liveAttributes(live)}><header><h2 id="${name}-title" tabindex="-1">${say(`request.lane.${name}`)}</h2><span class="count">${cards.length}</span></header>
${cards.length === 0 ? html`<p class="empty pad-l">${say(`request.none.${name}`)}</p>` : html`<ul>${cards}</ul>`}</section>`;
}
