import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { phrase } from '#core/chat/text.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { ViewingId } from '#core/ids.ts';
import * as act from './appointment.ts';
import type { Attendance } from './attendance.ts';
import { confirmedScreen, eventBlocks, finalNote, propertyOf, viewingScreen } from './screens.ts';
import { tellOthers } from './tell-others.ts';
import type { Viewing } from './viewing.ts';

/** What a client presses on an agreed or offered time. */

export async function withViewing(
  { viewings, client }: ClientDesk,
  id: ViewingId,
  work: (viewing: Viewing) => Promise<Reply>,
): Promise<Reply> {
  const viewing = await viewings.find(client.contact, id);
  return viewing ? work(viewing) : reply(notFoundScreen);
}

export const asItIs = (desk: ClientDesk, viewing: Viewing): Reply =>
  reply(viewingScreen(viewing, desk.chat.company, viewing.status === 'pending' ? undefined : finalNote(viewing)));

export function acceptTime(desk: ClientDesk, id: ViewingId, at: number): Promise<Reply> {
  return withViewing(desk, id, async (viewing) => {
    const { company } = desk.chat;
    const { was } = await act.acceptTime(desk, desk.by, company, viewing, at);
    if (was === 'past') return reply(viewingScreen(viewing, company, phrase('viewing.offerPast')));
    const now = await desk.viewings.find(desk.client.contact, id);
    if (!now) return reply(notFoundScreen);
    if (was === 'stale') return reply(viewingScreen(now, company));
    await tellOthers(desk, now, confirmedScreen(now, company));
    const screen = viewingScreen(now, company, phrase('viewing.pushConfirmed'));
    return reply({ ...screen, blocks: [...screen.blocks, ...eventBlocks(now, company)] });
  });
}

export function answerAttendance(desk: ClientDesk, id: ViewingId, answer: Attendance): Promise<Reply> {
  return withViewing(desk, id, async (viewing) => {
    const { was } = await act.answerAttendance(desk, desk.by, viewing, answer);
    if (was === 'over') return asItIs(desk, viewing);
    const home = propertyOf(viewing);
    const note = answer === 'coming' ? phrase('reminder.coming', { home }) : phrase('reminder.late', { home });
    return reply(viewingScreen({ ...viewing, attendance: answer }, desk.chat.company, note));
  });
}

export function missedViewing(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  return withViewing(desk, id, async (viewing) => {
    const { was } = await act.missedViewing(desk, desk.by, viewing);
    if (was === 'over') return asItIs(desk, viewing);
    return reply(viewingScreen(viewing, desk.chat.company, phrase('reminder.missed', { home: propertyOf(viewing) })));
  });
}
