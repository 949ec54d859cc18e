import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { viewingLine } from '#core/viewings/viewing-line.ts';
import { saidIn } from './own-note.ts';
import { savedScreen } from './screens.ts';

/**
 * The words below a photo or recording that is kept, where the person edits them on the platform. Those of an album stay
 * as they are: it has one text, and which part of it was whose is not kept.
 */
export async function takeSaidCaption(desk: ClientDesk, words: string): Promise<Reply | undefined> {
  const message = saidIn(desk);
  const caption = message && (await desk.feedback.captionSaidIn(desk.client.contact, message));
  const viewing = caption && (await desk.viewings.find(desk.client.contact, caption.viewing));
  if (!caption || !viewing || caption.text === words) return undefined;
  const isPhoto = caption.kind === 'photos';
  await desk.feedback.changeNote(caption.id, words);
  await desk.timeline.add(desk.by, {
    ...viewingLine(viewing, 'note_edited', `Edited the words below the ${isPhoto ? 'photo' : 'recording'} of`),
    ...(words ? { text: words } : {}),
  });
  return desk.chat.isTakenOver ? undefined : reply(savedScreen(viewing, isPhoto ? 'photoSaved' : 'voiceSaved'));
}
