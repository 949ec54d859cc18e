import type { Desk } from '#core/chat/reply.ts';
import type { Did } from '#core/chat/turn.ts';
import { awaitedEmail } from '#core/profile/new-email.ts';
import { readCode } from '#core/typed/read-code.ts';
import { listeningStep, meantBy } from './respond.ts';
import { rulesOf } from './steps.ts';

/**
 * What looks like a password is just words where they have a reading here: the very value that the open dialogue waits
 * for, or what stands on a button. Else it stays what it was, and its words go no further.
 */
export async function readSecret(desk: Desk, did: Did): Promise<Did> {
  const words = did.is === 'wroteSecret' ? did.words?.() : undefined;
  return words !== undefined && (await hasReading(desk, words)) ? { is: 'wrote', words } : did;
}

async function hasReading(desk: Desk, words: string): Promise<boolean> {
  const { chat } = desk;
  const { client } = chat;
  // Who is not let in is asked for nothing, and words to a person would be kept as they are.
  if (!chat.invited || !chat.company.isActive || client?.status === 'Blocked' || chat.isTakenOver) return false;
  if ((await meantBy(desk, words)).was === 'one') return true;
  const isIn = client?.status === 'Active';
  const step = isIn ? listeningStep(chat, words) : (chat.step ?? { is: 'email' as const });
  const isValue = step && rulesOf(step).isValue;
  if (step && typeof isValue === 'function') return isValue(words, step, desk);
  return isIn && !step && readCode(words) !== undefined && (await awaitedEmail(desk)) !== undefined;
}
