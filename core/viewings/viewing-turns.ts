import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { ViewingId } from '#core/ids.ts';
import { freshenElsewhere, showViewing, withViewing } from './appointment-turns.ts';
import { cancelViewing } from './cancel-viewing.ts';
import { calledOffScreen, cancelledScreen, reallyCancelScreen } from './screens.ts';
import { TABS, type Tab } from './tabs.ts';
import { tellOthers } from './tell-others.ts';
import type { Viewing } from './viewing.ts';
import { viewingLookOf } from './viewing-look.ts';
import { noViewingsScreen, viewingsScreen } from './viewings-screen.ts';

/** Where the tab that was asked for holds nothing, the first that holds something (S52). */
export async function listViewings(desk: ClientDesk, asked: Tab, askedPage: number): Promise<Reply> {
  const { viewings, client, clock, chat } = desk;
  const now = clock.now();
  const counts = await viewings.count(client.contact, now);
  const tab = counts[asked] > 0 ? asked : IN_ORDER.find((each) => counts[each] > 0);
  if (!tab) return reply(noViewingsScreen);
  const page = tab === asked ? askedPage : 0;
  const list = await viewings.list(client.contact, tab, page, now);
  const [only] = list.items;
  const others = TABS.filter((each) => each !== tab && counts[each] > 0);
  const look = only && list.total === 1 ? await viewingLookOf(desk, only) : { company: chat.company, now };
  return reply(viewingsScreen(tab, list, page, look, others));
}
const IN_ORDER: readonly Tab[] = ['upcoming', 'unconfirmed', 'recent'];

export function openViewing(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  return withViewing(desk, id, async (viewing) => {
    const { screen } = await showViewing(desk, viewing);
    // The list that was pressed stays to be read.
    return reply({ ...screen, inPlace: false });
  });
}

/** Cancel asks once before it does anything. */
export function askCancel(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  return withViewing(desk, id, async (viewing) =>
    isOpen(viewing)
      ? reply(reallyCancelScreen(viewing, await viewingLookOf(desk, viewing)))
      : showViewing(desk, viewing),
  );
}

export async function cancel(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  const cancelled = await cancelViewing(desk, desk.by, id);
  if (cancelled.was === 'missing') return reply(notFoundScreen);
  const { viewing } = cancelled;
  if (cancelled.was === 'final') return showViewing(desk, viewing);
  await tellOthers(desk, viewing, cancelledScreen(viewing, { company: desk.chat.company, now: desk.clock.now() }));
  await freshenElsewhere(desk, viewing);
  return reply(calledOffScreen(viewing, await viewingLookOf(desk, viewing)));
}

export const keepViewing = (desk: ClientDesk, id: ViewingId): Promise<Reply> =>
  withViewing(desk, id, (viewing) => showViewing(desk, viewing));

const isOpen = ({ status }: Viewing): boolean => status === 'pending' || status === 'confirmed';
