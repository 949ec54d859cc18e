import { dialogRoute, type Opener } from '#adapters/console/dialog.ts';
import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { listWaitsOf } from '#core/crm/list-waits.ts';
import { isId, type ViewingId } from '#core/ids.ts';
import { boardCard, isRequest, requestCard } from './cards.ts';

/** One client waits for fewer answers than that. */
const MOST = 100;

/** The card of one viewing, as it stands on the board, opened from elsewhere. */
export function oneRequestRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/requests/:id',
    deed: 'readRecords',
    current: 'requests',
    show: async (visit, opener, { params }) => {
      const { id } = params;
      const card = id && isId(id) ? await cardOf(visit, opener, id as ViewingId) : undefined;
      return card && { title: visit.say('request.cardTitle'), body: html`<ul class="one-card">${card}</ul>` };
    },
  });
}

async function cardOf(visit: Visit, { path, part }: Opener, id: ViewingId): Promise<Html | undefined> {
  const { kept, clock, agent } = visit;
  const shown = await kept.board.find(id);
  if (!shown) return undefined;
  // Its forms come back to where it was opened, and bring what changed there.
  const there = { ...visit, path };
  const waits = shown.client ? await listWaitsOf({ ...kept, clock }, agent, shown.client, MOST) : [];
  const wait = waits.filter(isRequest).find((each) => each.id === id);
  if (wait) return requestCard(there, wait, part);
  const clients = await kept.waits.clients(shown.client ? [shown.client] : []);
  return boardCard(there, shown, shown.client ? clients.get(shown.client) : undefined, part);
}
