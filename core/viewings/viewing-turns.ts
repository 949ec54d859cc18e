import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { phrase } from '#core/chat/text.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { ViewingId } from '#core/ids.ts';
import { cancelViewing } from './cancel-viewing.ts';
import {
  cancelledByOtherScreen,
  eventBlocks,
  finalNote,
  propertyOf,
  reallyCancelScreen,
  viewingScreen,
  viewingsScreen,
} from './screens.ts';
import { TABS, type Tab } from './tabs.ts';
import { tellOthers } from './tell-others.ts';

/** Where nothing is upcoming, the next tab that holds something: who has just asked for a viewing looks for it here. */
const INSTEAD: readonly Tab[] = ['unconfirmed', 'recent'];

export async function listViewings(
  { viewings, client, clock, chat }: ClientDesk,
  asked: Tab,
  askedPage: number,
): Promise<Reply> {
  const now = clock.now();
  const counts = await viewings.count(client.contact, now);
  const instead = asked === 'upcoming' && counts.upcoming === 0 ? INSTEAD.find((each) => counts[each] > 0) : undefined;
  const [tab, page] = instead ? [instead, 0] : [asked, askedPage];
  const list = await viewings.list(client.contact, tab, page, now);
  const others = TABS.filter((each) => each !== tab && (each === asked || counts[each] > 0));
  return reply(viewingsScreen(tab, list, page, chat.company, { counts, others }));
}

export async function openViewing({ viewings, client, chat }: ClientDesk, id: ViewingId): Promise<Reply> {
  const viewing = await viewings.find(client.contact, id);
  return reply(viewing ? viewingScreen(viewing, chat.company) : notFoundScreen);
}

/** Cancel asks once before it does anything. */
export async function askCancel({ viewings, client, chat }: ClientDesk, id: ViewingId): Promise<Reply> {
  const viewing = await viewings.find(client.contact, id);
  if (!viewing) return reply(notFoundScreen);
  const open = viewing.status === 'pending' || viewing.status === 'confirmed';
  return reply(open ? reallyCancelScreen(viewing) : viewingScreen(viewing, chat.company, finalNote(viewing)));
}

export async function cancel(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  const cancelled = await cancelViewing(desk, desk.by, id);
  if (cancelled.was === 'missing') return reply(notFoundScreen);
  const { viewing } = cancelled;
  if (cancelled.was === 'cancelled')
    await tellOthers(desk, viewing, cancelledByOtherScreen(viewing, desk.chat.company, desk.client.name));
  const note =
    cancelled.was === 'cancelled' ? phrase('viewing.nowCancelled', { home: propertyOf(viewing) }) : finalNote(viewing);
  const screen = viewingScreen(viewing, desk.chat.company, note);
  const events = cancelled.was === 'cancelled' ? eventBlocks(viewing, desk.chat.company) : [];
  return reply({ ...screen, blocks: [...screen.blocks, ...events] });
}

export async function keepViewing({ viewings, client, chat }: ClientDesk, id: ViewingId): Promise<Reply> {
  const viewing = await viewings.find(client.contact, id);
  if (!viewing) return reply(notFoundScreen);
  const open = viewing.status === 'pending' || viewing.status === 'confirmed';
  return reply(
    viewingScreen(
      viewing,
      chat.company,
      open ? phrase('viewing.kept', { home: propertyOf(viewing) }) : finalNote(viewing),
    ),
  );
}
