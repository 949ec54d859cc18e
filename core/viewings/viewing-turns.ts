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
  tabTitle,
  viewingScreen,
  viewingsScreen,
} from './screens.ts';
import type { Tab } from './tabs.ts';
import { tellOthers } from './tell-others.ts';

export async function listViewings(
  { viewings, client, clock, chat }: ClientDesk,
  tab: Tab,
  page: number,
): Promise<Reply> {
  const list = (of: Tab, from: number) => viewings.list(client.contact, of, from, clock.now());
  const asked = await list(tab, page);
  if (tab !== 'upcoming' || asked.total > 0) return reply(viewingsScreen(tab, asked, page, chat.company));
  // Who has just asked for a viewing looks for it here.
  const unconfirmed = await list('unconfirmed', 0);
  if (unconfirmed.total === 0) return reply(viewingsScreen(tab, asked, page, chat.company));
  const screen = viewingsScreen('unconfirmed', unconfirmed, 0, chat.company);
  return reply({ ...screen, blocks: [tabTitle(tab, 0), ...screen.blocks] });
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
