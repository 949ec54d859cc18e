import type { Pace } from '#core/chat/pace.ts';
import type { Desk, PassedOn, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { Turn } from '#core/chat/turn.ts';
import { brake, heardIn } from './brake.ts';
import { brakeScreen } from './brake-screen.ts';
import { isForAgent, isLetIn, isStop, meantBy, respond } from './respond.ts';

type AtPace = { readonly reply: Reply | PassedOn | undefined; readonly pace: Pace | undefined };

/** The answer, unless a machine seems to ask for it: one notice then, and silence for a while. STOP is heard at any pace. */
export async function answerAtPace(desk: Desk, turn: Turn): Promise<AtPace> {
  const { did } = turn;
  const { chat, clock } = desk;
  const { pace } = chat.shown;
  const meant = did.is === 'wrote' ? await meantBy(desk, did.words) : undefined;
  const heard = heardIn(did, meant?.was === 'one');
  const isSilent = did.is === 'wrote' && meant?.was === 'none' && isForAgent(desk, did.words);
  const isFree = !heard || (chat.isTakenOver && isLetIn(chat)) || isSilent || (isStop(did) && chat.pushes === 'on');
  if (isFree) return { reply: await respond(desk, turn, meant), pace };
  const braked = brake(pace, clock.now().getTime(), heard);
  if (braked.is === 'silent') return { reply: undefined, pace };
  if (braked.is === 'noticed') return { reply: reply(brakeScreen(chat)), pace: braked.pace };
  return { reply: await respond(desk, turn, meant), pace: braked.pace };
}
