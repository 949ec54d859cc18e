import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { liveAttributes } from '#adapters/console/parts.ts';
import { whoseSwitch } from '#adapters/console/today/whose.ts';
import type { BoardViewing, Lane } from '#core/crm/board.ts';
import { listWaits } from '#core/crm/list-waits.ts';
import type { Wait, Waiting } from '#core/crm/waits.ts';
import { boardCard, type RequestWait, requestCard } from './cards.ts';

/** A lane holds as many as a board that somebody still reads. */
const MOST = 500;
const DAY_MS = 24 * 60 * 60_000;
/** What is over is shown for so long. */
const DONE_DAYS = 90;

/** All viewings that are asked for, offered and agreed, side by side. */
export function boardRoutes(door: Door): void {
  door.page({
    path: '/requests',
    deed: 'readRecords',
    show: async (visit, { query }) => boardPage(visit, query.lane),
    parts: {
      toAnswer: toAnswerLane,
      withClient: (visit) => lane(visit, 'withClient'),
      confirmed: (visit) => lane(visit, 'confirmed'),
      done: (visit) => lane(visit, 'done'),
    },
  });
}

async function boardPage(visit: Visit, shown: string | undefined): Promise<Page> {
  const { say } = visit;
  const isDone = shown === 'done';
  const lanes = isDone
    ? await lane(visit, 'done')
    : html`${await toAnswerLane(visit)}${await lane(visit, 'withClient')}${await lane(visit, 'confirmed')}`;
  return {
    title: say('request.title'),
    current: 'requests',
    width: 'full',
    intro: say('request.intro'),
    tools: html`${whoseSwitch(visit)}<a class="btn plain" href="${isDone ? '/crm/requests' : '/crm/requests?lane=done'}">${say(isDone ? 'request.backToBoard' : 'request.lane.done')}</a>`,
    body: html`<div class="three board">${lanes}</div>`,
  };
}

const isRequest = (wait: Wait): wait is RequestWait => wait.is === 'request' || wait.is === 'anotherTime';

async function toAnswerLane(visit: Visit): Promise<Html> {
  const { kept, clock, agent, user } = visit;
  const { items } = await listWaits({ ...kept, clock }, agent, { whose: user.whose, limit: MOST, after: {} });
  const waits = items.filter(isRequest);
  return laneOf(
    visit,
    'toAnswer',
    waits.map((wait) => requestCard(visit, wait)),
  );
}

async function lane(visit: Visit, name: Lane): Promise<Html> {
  const { kept, clock, user } = visit;
  const since = new Date(clock.now().getTime() - DONE_DAYS * DAY_MS);
  const owner = user.whose === 'mine' ? user.id : undefined;
  const viewings = await kept.board.lane(name, { owner, since, limit: MOST });
  const clients = await kept.waits.clients(viewings.flatMap(({ client }) => client ?? []));
  return laneOf(
    visit,
    name,
    viewings.map((each) => boardCard(visit, each, clientOf(clients, each))),
  );
}

const clientOf = (clients: ReadonlyMap<string, Waiting>, { client }: BoardViewing): Waiting | undefined =>
  client ? clients.get(client) : undefined;

function laneOf(visit: Visit, name: Lane | 'toAnswer', cards: readonly Html[]): Html {
  const { say, path } = visit;
  const live = { path, part: name, on: ['waits', 'messages'] };
  return html`<section class="lane" id="${name}" aria-labelledby="${name}-title"${liveAttributes(live)}><header><h2 id="${name}-title" tabindex="-1">${say(`request.lane.${name}`)}</h2><span class="count">${cards.length}</span></header>
${cards.length === 0 ? html`<p class="empty pad-l">${say(`request.none.${name}`)}</p>` : html`<ul>${cards}</ul>`}</section>`;
}
