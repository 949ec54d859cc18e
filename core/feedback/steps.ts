import type { StepsOf } from '#core/chat/step-rules.ts';
import type { FeedbackId, ViewingId } from '#core/ids.ts';
import { readStoredFile } from '#core/media.ts';
import { anId, aText, listOf, recordOf } from '#core/reader.ts';
import { takeNote } from './feedback-turns.ts';
import { takeEditedNote } from './own-note.ts';
import { takeWordsForProperty, type WaitingFiles } from './which-property.ts';

declare module '#core/chat/step.ts' {
  interface Steps {
    readonly whichProperty: WaitingFiles;
    /** What is written belongs to this viewing until the client is done. `note`: the one that is written anew. */
    readonly feedback: { readonly viewing: ViewingId; readonly note?: FeedbackId };
  }
}

export const feedbackSteps: StepsOf<'whichProperty' | 'feedback'> = {
  whichProperty: {
    read: recordOf({ files: listOf(readStoredFile) }, { album: aText, caption: aText }),
    words: takeWordsForProperty,
    isValue: 'never',
    numbers: 'press',
    files: 'elsewhere',
    left: 'ends',
  },
  feedback: {
    read: recordOf({ viewing: anId<'viewing'>() }, { note: anId<'feedback'>() }),
    words: (desk, { note, viewing }, words) =>
      note ? takeEditedNote(desk, note, words) : takeNote(desk, viewing, words),
    isValue: 'never',
    numbers: 'answer',
    files: { isAsked: true },
    left: 'ends',
  },
};
