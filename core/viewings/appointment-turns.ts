import { CHANNELS } from '#core/chat/channels.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { phrase, type Text } from '#core/chat/text.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { ViewingId } from '#core/ids.ts';
import { propertyName } from '#core/offers/property-words.ts';
import * as act from './appointment.ts';
import type { Attendance, LateMinutes } from './attendance.ts';
import { freshenCards } from './freshen-cards.ts';
import { answeredScreen, confirmedScreen, howLateScreen, viewingScreen } from './screens.ts';
import { tellOthers } from './tell-others.ts';
import type { Viewing } from './viewing.ts';
import { viewingLookOf } from './viewing-look.ts';

/** What a client presses on an agreed or offered time. */

export async function withViewing(
  { viewings, client }: ClientDesk,
  id: ViewingId,
  work: (viewing: Viewing) => Promise<Reply>,
): Promise<Reply> {
  const viewing = await viewings.find(client.contact, id);
  return viewing ? work(viewing) : reply(notFoundScreen);
}

/** The card as it is now; `lead`: why it is shown, where what was pressed says something else. */
export async function showViewing(desk: ClientDesk, viewing: Viewing, lead?: Text): Promise<Reply> {
  return reply(viewingScreen(viewing, await viewingLookOf(desk, viewing), lead));
}

/** The client's own other chats, and those of the others of the deal, show it as it is now. */
export const freshenElsewhere = (desk: ClientDesk, viewing: Viewing): Promise<void> =>
  freshenCards(desk, desk.chat.company, viewing, desk.chat.id);

export function acceptTime(desk: ClientDesk, id: ViewingId, at: number): Promise<Reply> {
  return withViewing(desk, id, async (viewing) => {
    const { was } = await act.acceptTime(desk, desk.by, desk.chat.company, viewing, at);
    if (was === 'past') return showViewing(desk, viewing, phrase('viewing.offerPast'));
    const now = await desk.viewings.find(desk.client.contact, id);
    if (!now) return reply(notFoundScreen);
    if (was === 'stale') return showViewing(desk, now, phrase('viewing.standsNow'));
    const screen = confirmedScreen(now, await viewingLookOf(desk, now));
    await tellOthers(desk, now, screen);
    await freshenElsewhere(desk, now);
    // Words can't become a file's message everywhere it is one.
    return reply({ ...screen, inPlace: !CHANNELS[desk.chat.channel].takesFiles });
  });
}

export function answerAttendance(desk: ClientDesk, id: ViewingId, answer: Attendance): Promise<Reply> {
  return withViewing(desk, id, async (viewing) => {
    const { was } = await act.answerAttendance(desk, desk.by, viewing, answer);
    if (was === 'over') return showViewing(desk, viewing);
    // Who said how late is asked no more; the same tap again shows what is so.
    const answered = was === 'already' ? viewing : { ...viewing, attendance: answer, lateMinutes: null };
    await freshenElsewhere(desk, answered);
    const look = await viewingLookOf(desk, answered);
    const asks = answer === 'late' && answered.lateMinutes === null;
    return reply(
      asks ? howLateScreen(answered, look, CHANNELS[desk.chat.channel].sparesMessages) : answeredScreen(answered, look),
    );
  });
}

export function tellLate(desk: ClientDesk, id: ViewingId, minutes: LateMinutes): Promise<Reply> {
  return withViewing(desk, id, async (viewing) => {
    const { was } = await act.tellLate(desk, desk.by, viewing, minutes);
    if (was === 'over') return showViewing(desk, viewing);
    const told = { ...viewing, attendance: 'late' as const, lateMinutes: minutes };
    await freshenElsewhere(desk, told);
    return reply(answeredScreen(told, await viewingLookOf(desk, told)));
  });
}

export function missedViewing(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  return withViewing(desk, id, async (viewing) => {
    const { was } = await act.missedViewing(desk, desk.by, viewing);
    const home = propertyName(viewing.property);
    return showViewing(desk, viewing, was === 'over' ? undefined : phrase('reminder.missed', { home }));
  });
}
