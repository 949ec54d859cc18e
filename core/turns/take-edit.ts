import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { takeSaidNote } from '#core/feedback/own-note.ts';
import { takeSaidCaption } from '#core/feedback/said-caption.ts';
import { rulesOf } from './steps.ts';

/** An edited message: what waits and came from it changes, and a note or a caption that did; all else is on record, and quiet. */
export async function takeEdit(desk: ClientDesk, words: string): Promise<Reply | undefined> {
  const { step } = desk.chat;
  const waiting = step && (await rulesOf(step).edited?.(desk, step, words));
  return waiting ?? (await takeSaidNote(desk, words)) ?? takeSaidCaption(desk, words);
}
