import type { StepsOf } from '#core/chat/step-rules.ts';
import type { OfferId } from '#core/ids.ts';
import { anId, aText, aTruth, listOf, recordOf } from '#core/reader.ts';
import { keepTicks, takeReasonWords } from './reasons.ts';

declare module '#core/chat/step.ts' {
  interface Steps {
    /** Why not: chosen so far, and whether own words are asked for. */
    readonly reasons: {
      readonly offer: OfferId;
      readonly reasons: readonly string[];
      readonly words?: string;
      readonly writing: boolean;
      /** Others that were rejected in silence, to be asked about after it. */
      readonly rest?: readonly OfferId[];
    };
    /** One new home after the other: the one it is at, and what was said of those before. */
    readonly series: { readonly offer: OfferId; readonly yes: readonly OfferId[]; readonly no: readonly OfferId[] };
  }
}

const anOffer = anId<'offer'>();

export const offerSteps: StepsOf<'reasons' | 'series'> = {
  reasons: {
    read: recordOf(
      { offer: anOffer, reasons: listOf(aText), writing: aTruth },
      { words: aText, rest: listOf(anOffer) },
    ),
    words: takeReasonWords,
    isValue: 'never',
    numbers: ({ writing }) => (writing ? 'answer' : 'press'),
    files: 'elsewhere',
    left: 'ends',
    leaving: (desk, step) => keepTicks(desk, desk.by, step),
  },
  series: {
    read: recordOf({ offer: anOffer, yes: listOf(anOffer), no: listOf(anOffer) }),
    words: 'offered',
    isValue: 'never',
    numbers: 'press',
    files: 'elsewhere',
    // A verdict on its card leads on, wherever the client has been meanwhile.
    left: (step) => step,
  },
};
