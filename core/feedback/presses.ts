import type { HandlersOf, Press, PressesIn } from '#core/chat/press.ts';
import { id, oneOf, viewing } from '#core/chat/press-field.ts';
import { STARS } from '#core/chat/stars.ts';
import * as feedback from './feedback-turns.ts';
import { deleteNote, editNote } from './own-note.ts';
import { startViewing } from './start-viewing-turn.ts';

const note = id<'feedback'>();

export const FEEDBACK_PRESSES = {
  startViewing: { code: 'q', fields: { viewing }, leaves: 'viewing_completed' },
  giveFeedback: { code: 'b', fields: { viewing } },
  rate: { code: 'B', fields: { viewing, stars: oneOf(STARS) }, leaves: 'rating_given' },
  addNote: { code: 'N', fields: { viewing } },
  editNote: { code: '5', fields: { note } },
  deleteNote: { code: '6', fields: { note }, leaves: 'note_deleted' },
  finishFeedback: { code: 'z' },
  giveFiles: { code: '9', fields: { viewing }, leaves: 'photos_added' },
} satisfies Record<string, Press>;

declare module '#core/chat/intent.ts' {
  interface Presses extends PressesIn<typeof FEEDBACK_PRESSES> {}
}

export const feedbackHandlers: HandlersOf<typeof FEEDBACK_PRESSES> = {
  startViewing: (desk, { viewing }) => startViewing(desk, viewing),
  giveFeedback: (desk, { viewing }) => feedback.giveFeedback(desk, viewing),
  rate: (desk, { viewing, stars }) => feedback.rate(desk, viewing, stars),
  addNote: (desk, { viewing }) => feedback.askNote(desk, viewing),
  editNote: (desk, { note }) => editNote(desk, note),
  deleteNote: (desk, { note }) => deleteNote(desk, note),
  finishFeedback: (desk) => feedback.finishFeedback(desk),
  giveFiles: (desk, { viewing }) => feedback.giveWaiting(desk, viewing),
};
