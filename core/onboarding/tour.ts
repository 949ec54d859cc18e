import { press, type Screen, text } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import { drawingId, SLIDES } from '#core/drawings.ts';
import { TOUR_STEPS, type TourStep } from './tour-step.ts';

/** One step, in the place of the one before; every step can be skipped, and then offers nothing any more. */
export function tourScreen(step: TourStep): Screen {
  const next = TOUR_STEPS.find((each) => each > step);
  const slide = SLIDES.find((each) => each === step);
  const words = phrase(`tour.${step}`);
  return {
    blocks: [slide ? { is: 'album', photos: [drawingId({ is: 'slide', slide })], caption: words } : text(words)],
    choices: next
      ? [
          press(phrase('label.next'), { to: 'showTour', step: next }, 'good'),
          press(phrase('label.skip'), { to: 'endTour' }),
        ]
      : [press(phrase('label.home'), { to: 'goHome' }, 'good')],
    inPlace: true,
  };
}

export const tourChoice = press(phrase('label.showAround'), { to: 'showTour', step: 1 });
