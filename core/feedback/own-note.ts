import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { phrase } from '#core/chat/text.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { FeedbackId } from '#core/ids.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { viewingLine } from '#core/viewings/viewing-line.ts';
import type { Note } from './feedback.ts';
import { NOTE_LENGTH } from './give-feedback.ts';
import { noteDeletedScreen, noteEditedScreen, savedScreen, unsavedScreen } from './screens.ts';

/** Own notes can be edited and deleted (rule 22). */
async function withNote(
  desk: ClientDesk,
  id: FeedbackId,
  work: (note: Note, viewing: Viewing) => Promise<Reply>,
): Promise<Reply> {
  const note = await desk.feedback.note(desk.client.contact, id);
  const viewing = note && (await desk.viewings.find(desk.client.contact, note.viewing));
  return note && viewing ? work(note, viewing) : reply(notFoundScreen);
}

export const editNote = (desk: ClientDesk, id: FeedbackId): Promise<Reply> =>
  withNote(desk, id, async (note, viewing) =>
    reply(noteEditedScreen(viewing, note.text), { step: { is: 'feedback', viewing: viewing.id, note: id } }),
  );

export const deleteNote = (desk: ClientDesk, id: FeedbackId): Promise<Reply> =>
  withNote(desk, id, async (note, viewing) => {
    await desk.feedback.dropNote(id);
    await desk.timeline.add(desk.by, {
      ...viewingLine(viewing, 'note_deleted', 'Deleted the note on'),
      text: note.text,
    });
    return reply(noteDeletedScreen(viewing), { step: { is: 'feedback', viewing: viewing.id } });
  });

/** The message of the person, by a name that no other message has: platforms number them chat by chat. */
export const saidIn = ({ chat, said }: ClientDesk): string | undefined =>
  said === undefined ? undefined : `${chat.id}/${said}`;

/** The words that take the place of a note's. */
export const takeEditedNote = (desk: ClientDesk, id: FeedbackId, words: string): Promise<Reply> =>
  withNote(desk, id, async (_, viewing) => {
    if (words.length > NOTE_LENGTH) return reply(unsavedScreen(viewing, phrase('feedback.noteTooLong')));
    await desk.feedback.changeNote(id, words, saidIn(desk));
    await desk.timeline.add(desk.by, {
      ...viewingLine(viewing, 'note_edited', 'Edited the note on'),
      text: words,
    });
    return reply(savedScreen(viewing, 'noteSaved', id), { step: { is: 'feedback', viewing: viewing.id } });
  });

/** The same by an edit of the message that the note came from; what the client is about meanwhile goes on. */
export async function takeSaidNote(desk: ClientDesk, words: string): Promise<Reply | undefined> {
  const message = saidIn(desk);
  const note = message && (await desk.feedback.noteSaidIn(desk.client.contact, message));
  if (!note || !words || note.text === words) return undefined;
  const { screen } = await takeEditedNote(desk, note.id, words);
  return desk.chat.isTakenOver ? undefined : reply(screen);
}
