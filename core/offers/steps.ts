import type { StepsOf } from '#core/chat/step-rules.ts';
import type { OfferId } from '#core/ids.ts';
import { anId, aText, aTruth, listOf, recordOf } from '#core/reader.ts';
import { takeReasonWords } from './reasons.ts';

declare module '#core/chat/step.ts' {
  interface Steps {
    /** Why not: chosen so far, and whether own words are asked for. */
    readonly reasons: {
      readonly offer: OfferId;
      readonly reasons: readonly string[];
      readonly words?: string;
      readonly writing: boolean;
    };
  }
}

export const offerSteps: StepsOf<'reasons'> = {
  reasons: {
    read: recordOf({ offer: anId<'offer'>(), reasons: listOf(aText), writing: aTruth }, { words: aText }),
    words: takeReasonWords,
    isValue: 'never',
    numbers: ({ writing }) => (writing ? 'answer' : 'press'),
    files: 'elsewhere',
    left: 'ends',
  },
};
