import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { rulesOf } from './steps.ts';

/** An edited message: what waits and came from it changes; all else is on record, and quiet. */
export async function takeEdit(desk: ClientDesk, words: string): Promise<Reply | undefined> {
  const { step } = desk.chat;
  return step && (await rulesOf(step).edited?.(desk, step, words));
}
