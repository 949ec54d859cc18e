import type { StepsOf } from '#core/chat/step-rules.ts';
import type { Wish } from '#core/chat/wish.ts';
import type { Day } from '#core/clock.ts';
import type { OfferId, ViewingId } from '#core/ids.ts';
import { datesIn, takeTypedDates } from './dates-step.ts';
import { readDatesStep } from './read-dates-step.ts';

declare module '#core/chat/step.ts' {
  interface Steps {
    /** Dates half chosen: of a first request, or of another time. */
    readonly dates: {
      readonly offer: OfferId;
      /** The viewing that another time is wished for; else a new one is asked for. */
      readonly viewing?: ViewingId;
      readonly wishes: readonly Wish[];
      readonly day?: Day;
      readonly month?: string;
      /** Whether the calendar is on show, or the summary. */
      readonly adding: boolean;
      /** Whether it listens; a half-made choice is kept while the client looks elsewhere. */
      readonly open: boolean;
    };
  }
}

export const viewingSteps: StepsOf<'dates'> = {
  dates: {
    read: readDatesStep,
    words: (desk, step, words) => (step.open ? takeTypedDates(desk, step, words) : undefined),
    isValue: (words, { open }, desk) => open && !('unreadable' in datesIn(desk, words)),
    numbers: ({ open }) => (open ? 'answer' : 'press'),
    files: 'elsewhere',
    left: (step, how) => (step.wishes.length > 0 && how !== 'cancelled' ? { ...step, open: false } : null),
  },
};
