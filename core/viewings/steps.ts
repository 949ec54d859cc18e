import type { StepsOf } from '#core/chat/step-rules.ts';
import type { PartOfDay } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import type { Day } from '#core/clock.ts';
import type { OfferId, ViewingId } from '#core/ids.ts';
import { readDatesStep } from './read-dates-step.ts';
import { datesIn, takeTypedDates } from './typed-days.ts';

declare module '#core/chat/step.ts' {
  interface Steps {
    /** Dates half chosen: of a first request, or of another time. */
    readonly dates: {
      readonly offer: OfferId;
      /** The viewing that another time is wished for; else a new one is asked for. */
      readonly viewing?: ViewingId;
      readonly wishes: readonly Wish[];
      /** The part of the day of those that will be chosen, where none is yet. */
      readonly part?: PartOfDay;
      /** The first day on show; the first of all where it is missing. */
      readonly from?: Day;
      /** Whether the home is marked as interesting with the request; it is where nothing was said. */
      readonly interested?: boolean;
      /** Where days are listed: whether they are on show, or what will be sent. */
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
