import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import type { SentFile } from '#core/chat/turn.ts';
import { takeViewingFile } from '#core/feedback/feedback-turns.ts';
import { isDocument } from '#core/media.ts';
import { attachFile } from '#core/messages/attach-file.ts';
import { draftScreen } from '#core/messages/message-turns.ts';
import { rulesOf } from './steps.ts';

/** A file: for the open step, else for a viewing, else a message to the agent (rule 22). */
export async function takeFile(desk: ClientDesk, sent: SentFile, caption?: string): Promise<Reply | undefined> {
  const { step } = desk.chat;
  const beside = await takeBesideDraft(desk, sent, caption);
  if (beside) return beside;
  const files = step && rulesOf(step).files;
  if (files && files !== 'elsewhere' && files.take) return files.take(desk, sent, caption);
  const taken = await takeViewingFile(desk, sent, caption);
  return taken === 'noViewing' ? attachFile(desk, sent, caption) : taken;
}

/**
 * A photo or voice note after a film that no viewing takes and that waits to be sent to the agent. It is saved with the
 * viewing at once, as those before the film were; what waits can still be sent. Undefined where it is none of that, or
 * where the client began the message themselves, and files go with it.
 */
async function takeBesideDraft(desk: ClientDesk, sent: SentFile, caption?: string): Promise<Reply | undefined> {
  const { step } = desk.chat;
  if (step?.is !== 'message' || step.asked || !step.files?.length || !step.files.every(isDocument)) return undefined;
  if (sent.is !== 'stored' || isDocument(sent.file)) return undefined;
  const [viewing, another] = await desk.viewings.lastCompleted(desk.client.contact);
  // Which of several it is of would be asked in the place of the draft.
  if (!viewing || another) return undefined;
  const taken = await takeViewingFile(desk, sent, caption);
  if (taken === undefined || taken === 'noViewing') return undefined;
  const draft = await draftScreen(desk, step);
  const [told] = taken.screen.blocks;
  return { ...taken, screen: { ...draft, blocks: [...(told ? [told] : []), ...draft.blocks] }, change: { step } };
}
