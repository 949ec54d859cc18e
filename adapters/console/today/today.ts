import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { empty, panel } from '#adapters/console/parts.ts';
import { waitRow } from '#adapters/console/waits/wait-row.ts';
import { listWaits } from '#core/crm/list-waits.ts';
import { showToday } from '#core/crm/show-today.ts';
import { feedPanel } from './feed.ts';
import { newMenu } from './new-menu.ts';
import { viewingsPanel } from './viewings.ts';
import { whoseSwitch } from './whose.ts';

/** As many rows as somebody answers before the list comes anew by itself. */
const ROWS = 50;

/** Today: what waits, what is on, what happened. */
export function todayRoutes(door: Door): void {
  door.page({
    path: '/today',
    deed: 'readRecords',
    show: todayPage,
    parts: {
      waits: waitsPanel,
      viewings: async (visit) => viewingsPanel(visit, await shown(visit)),
      feed: async (visit) => feedPanel(visit, await shown(visit)),
    },
  });
}

const shown = ({ kept, clock, agent, user }: Visit) => showToday({ ...kept, clock }, agent, user.whose);

async function todayPage(visit: Visit): Promise<Page> {
  const { say, times, clock } = visit;
  const now = clock.now();
  const today = await shown(visit);
  return {
    title: say('today.title'),
    current: 'today',
    intro: say('frame.inZone', { day: times.day(now), time: times.clock(now), city: times.city }),
    tools: html`${whoseSwitch(visit)}${newMenu(visit)}`,
    body: html`<div class="two">${await waitsPanel(visit)}<div class="stack wide">${viewingsPanel(visit, today)}${feedPanel(visit, today)}</div></div>`,
  };
}

async function waitsPanel(visit: Visit): Promise<Html> {
  const { say, path, kept, clock, agent, user } = visit;
  const { items, total } = await listWaits({ ...kept, clock }, agent, { whose: user.whose, limit: ROWS, after: {} });
  const saved = items.some(({ is }) => is === 'message') ? await kept.savedAnswers.seenBy(agent.id) : [];
  return panel({
    ...{ id: 'waits', isEdge: true },
    title: html`${say('today.waits')} <span class="count"><span class="vh">${say('frame.waiting')} </span>${total}</span>`,
    aside:
      user.singleKeys &&
      html`<span class="xs quiet hint">${say.rich('today.keys', { move: html`<kbd>J</kbd> <kbd>K</kbd>`, accept: html`<kbd>1</kbd> <kbd>2</kbd>`, all: html`<kbd>?</kbd>` })}</span>`,
    body:
      items.length === 0
        ? empty('coffee', say('today.nobody'), say('today.nobodyHint'))
        : html`<ol>${items.map((wait) => waitRow(visit, wait, 'waits', saved))}</ol>${total > items.length && html`<p class="pad s muted">${say('today.moreWait', { count: total - items.length })}</p>`}`,
    live: { path, part: 'waits', on: ['waits', 'messages', 'problems'] },
  });
}
