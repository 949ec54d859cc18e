import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { empty, panel } from '#adapters/console/parts.ts';

/** Today: what waits, what is on, what happened. */
export function todayRoutes(door: Door): void {
  door.page({
    path: '/today',
    deed: 'readRecords',
    show: async (visit) => todayPage(visit),
    parts: {
      waits: async (visit) => waits(visit),
      viewings: async (visit) => viewings(visit),
      feed: async (visit) => feed(visit),
    },
  });
}

const todayPage = (visit: Visit): Page => {
  const { say, times, clock } = visit;
  const now = clock.now();
  return {
    title: say('today.title'),
    current: 'today',
    intro: say('frame.inZone', { day: times.day(now), time: times.clock(now), city: times.city }),
    body: html`<div class="two">${waits(visit)}<div class="stack wide">${viewings(visit)}${feed(visit)}</div></div>`,
  };
};

function waits({ say, path }: Visit): Html {
  return panel({
    ...{ id: 'waits', isEdge: true },
    title: html`${say('today.waits')} <span class="count" aria-label="${say('today.waitsCount', { count: 0 })}">0</span>`,
    body: empty('coffee', say('today.nobody'), say('today.nobodyHint')),
    live: { path, part: 'waits', on: ['waits'] },
  });
}

const viewings = ({ say, path }: Visit): Html =>
  panel({
    id: 'viewings',
    title: say('today.viewings'),
    body: empty(undefined, undefined, say('today.noViewing')),
    live: { path, part: 'viewings', on: ['waits'] },
  });

const feed = ({ say, path }: Visit): Html =>
  panel({
    id: 'feed',
    title: say('today.feed'),
    body: empty(undefined, undefined, say('today.noFeed')),
    live: { path, part: 'feed', on: ['waits'] },
  });
