import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import type { SentFile } from '#core/chat/turn.ts';
import { takeViewingFile } from '#core/feedback/feedback-turns.ts';
import { attachFile } from '#core/messages/attach-file.ts';
import { rulesOf } from './steps.ts';

/** A file: for the open step, else for a viewing, else a message to the agent (rule 22). */
export async function takeFile(desk: ClientDesk, sent: SentFile, caption?: string): Promise<Reply | undefined> {
  const { step } = desk.chat;
  const files = step && rulesOf(step).files;
  if (files && files !== 'elsewhere' && files.take) return files.take(desk, sent, caption);
  const taken = await takeViewingFile(desk, sent, caption);
  return taken === 'noViewing' ? attachFile(desk, sent, caption) : taken;
}
