import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { phrase } from '#core/chat/text.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { OfferId } from '#core/ids.ts';
import { giveVerdict } from './give-verdict.ts';
import { lookOf } from './look.ts';
import { reasonsReply } from './reasons.ts';
import { cardScreen, changedScreen } from './screens.ts';
import { leadOn } from './series.ts';

/** Interested: it counts at its tap. In a series the next home follows by itself. */
export async function markInterested(desk: ClientDesk, id: OfferId, from?: 'details'): Promise<Reply> {
  const judged = await giveVerdict(desk, desk.by, id, { status: 'interested' });
  if (judged.was === 'missing') return reply(notFoundScreen);
  const look = await lookOf(desk);
  const inPlace = from !== 'details';
  if (judged.was === 'closed') return reply({ ...cardScreen(judged.offer, look), inPlace });
  const next = await leadOn(desk, judged.offer, look);
  return next ?? reply({ ...changedScreen(judged.offer, look, phrase('state.interested')), inPlace });
}

/** Not interested: it counts at its tap. In a series the next home follows; elsewhere the reasons are asked at once. */
export async function markRejected(desk: ClientDesk, id: OfferId, from?: 'details'): Promise<Reply> {
  const judged = await giveVerdict(desk, desk.by, id, { status: 'rejected' });
  if (judged.was === 'missing') return reply(notFoundScreen);
  const look = await lookOf(desk);
  const inPlace = from !== 'details';
  if (judged.was === 'closed') return reply({ ...cardScreen(judged.offer, look), inPlace });
  const next = await leadOn(desk, judged.offer, look);
  if (next) return next;
  const { step } = desk.chat;
  const isOpen = step?.is === 'reasons' && step.offer === id;
  if (judged.was === 'same' && !isOpen)
    return reply({ ...changedScreen(judged.offer, look, phrase('state.rejected')), inPlace });
  return reasonsReply(desk, judged.offer, isOpen ? { ...step, writing: false } : undefined, inPlace);
}
