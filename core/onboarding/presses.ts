import type { HandlersOf, Press, PressesIn } from '#core/chat/press.ts';
import { oneOf } from '#core/chat/press-field.ts';
import { reply } from '#core/chat/reply.ts';
import { goHome } from '#core/home/go-home.ts';
import { tourScreen } from './tour.ts';
import { TOUR_STEPS } from './tour-step.ts';

export const TOUR_PRESSES = {
  showTour: { code: '7', fields: { step: oneOf(TOUR_STEPS) } },
  endTour: { code: 'te' },
} satisfies Record<string, Press>;

declare module '#core/chat/intent.ts' {
  interface Presses extends PressesIn<typeof TOUR_PRESSES> {}
}

export const tourHandlers: HandlersOf<typeof TOUR_PRESSES> = {
  showTour: (_, { step }) => reply(tourScreen(step)),
  endTour: async (desk) => {
    const home = await goHome(desk);
    return { ...home, screen: { ...home.screen, inPlace: true } };
  },
};
