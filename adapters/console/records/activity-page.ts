import type { Asked, Door, Visit } from '#adapters/console/door.ts';
import { spanIn } from './paging.ts';
import { TIMELINE, timeline } from './timeline.ts';

const PATH = '/crm/activity';

/** Everything that clients, the office and the bot did. */
export function activityRoutes(door: Door): void {
  door.page({
    path: '/activity',
    deed: 'readRecords',
    show: async (visit, asked) => ({
      title: visit.say('activity.title'),
      current: 'today',
      within: { to: '/crm/today', name: visit.say('frame.today') },
      intro: visit.say('activity.intro'),
      body: await lines(visit, asked),
    }),
    parts: { [TIMELINE]: lines },
  });
}

const lines = (visit: Visit, { query }: Asked) =>
  timeline(visit, { whose: { all: true }, path: PATH, span: spanIn(query), show: query.show, on: ['waits'] });
