import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import type { SentFile } from '#core/chat/turn.ts';
import { takeViewingFile } from '#core/feedback/feedback-turns.ts';
import { attachFile } from '#core/messages/attach-file.ts';
import { takePhoto } from '#core/profile/photo-turns.ts';

/** A file: for the open step, else for a viewing, else a message to the agent (rule 22). */
export async function takeFile(desk: ClientDesk, sent: SentFile, caption?: string): Promise<Reply | undefined> {
  const { step } = desk.chat;
  if (step?.is === 'photo') return takePhoto(desk, sent);
  if (step?.is === 'message') return attachFile(desk, sent, caption);
  const taken = await takeViewingFile(desk, sent, caption);
  return taken === 'noViewing' ? attachFile(desk, sent, caption) : taken;
}
