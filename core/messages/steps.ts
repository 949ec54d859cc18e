import type { StepOf } from '#core/chat/step.ts';
import type { StepsOf } from '#core/chat/step-rules.ts';
import type { OfferId } from '#core/ids.ts';
import { readStoredFile, type StoredFile } from '#core/media.ts';
import { anId, aText, aTruth, listOf, type Reader, recordOf } from '#core/reader.ts';
import { readDatesStep } from '#core/viewings/read-dates-step.ts';
import { attachFile } from './attach-file.ts';
import { takeEditedWords, takeMessageWords } from './message-turns.ts';

/** What one message of the client's added. */
export type SaidWords = { readonly id: string; readonly words: string };
const readSaid: Reader<SaidWords> = recordOf({ id: aText, words: aText });

declare module '#core/chat/step.ts' {
  interface Steps {
    /** A message to the agent that is not sent yet; `words` empty while nothing is written. */
    readonly message: {
      readonly words: string;
      /** Whether the client began it themselves; else what no viewing takes did. */
      readonly asked?: boolean;
      readonly offer?: OfferId;
      /** Half-chosen dates that are taken up afterwards. */
      readonly rests?: StepOf<'dates'>;
      /** What goes with it, and the platform's name for the newest album of it. */
      readonly files?: readonly StoredFile[];
      readonly album?: string;
      /** The messages that its last words came from, by the platform's ids. */
      readonly said?: readonly SaidWords[];
    };
  }
}

const readResting: Reader<StepOf<'dates'>> = (json) => {
  const dates = readDatesStep(json);
  return dates && { is: 'dates', ...dates };
};

export const messageSteps: StepsOf<'message'> = {
  message: {
    read: recordOf(
      { words: aText },
      {
        asked: aTruth,
        offer: anId<'offer'>(),
        rests: readResting,
        files: listOf(readStoredFile),
        album: aText,
        said: listOf(readSaid),
      },
    ),
    words: takeMessageWords,
    edited: takeEditedWords,
    isValue: 'never',
    numbers: 'answer',
    files: { isAsked: false, take: attachFile },
    left: ({ rests }) => rests ?? null,
  },
};
