import type { HandlersOf, Press, PressesIn } from '#core/chat/press.ts';
import { oneOf } from '#core/chat/press-field.ts';
import { reply } from '#core/chat/reply.ts';
import { goHome } from '#core/home/go-home.ts';
import { tourScreen } from './tour.ts';
import { FORMER_STEPS, TOUR_STEPS, type TourStep } from './tour-step.ts';

export const TOUR_PRESSES = {
  showTour: { code: '7', fields: { step: oneOf([...TOUR_STEPS, ...FORMER_STEPS]) } },
  endTour: { code: 'te' },
} satisfies Record<string, Press>;

declare module '#core/chat/intent.ts' {
  interface Presses extends PressesIn<typeof TOUR_PRESSES> {}
}

export const tourHandlers: HandlersOf<typeof TOUR_PRESSES> = {
  showTour: ({ chat }, { step }) => reply(tourScreen(stepOf(step), chat.channel)),
  endTour: (desk) => goHome(desk),
};

/** A slide that is no more is the last one. */
const stepOf = (step: TourStep | (typeof FORMER_STEPS)[number]): TourStep =>
  TOUR_STEPS.find((each) => each === step) ?? 4;
