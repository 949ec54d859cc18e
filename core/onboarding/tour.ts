import { CHANNELS, type Channel } from '#core/chat/channels.ts';
import { inRows, press, type Screen } from '#core/chat/screen.ts';
import { joined, phrase, type Text } from '#core/chat/text.ts';
import { drawingId, type Slide } from '#core/drawings.ts';
import { homeChoice } from '#core/home/screens.ts';
import { TOUR_STEPS, type TourStep } from './tour-step.ts';

/** One slide, in the place of the one before; all of them in one message where messages are spared. */
export function tourScreen(step: TourStep, channel: Channel): Screen {
  if (CHANNELS[channel].sparesMessages) return slide(TOUR_STEPS[0], joined('\n\n', TOUR_STEPS.map(wordsOf)), END);
  const next = TOUR_STEPS.find((each) => each > step);
  const place = phrase('tour.place', { step, of: TOUR_STEPS.length });
  const choices = next
    ? inRows([
        press(phrase('label.next'), { to: 'showTour', step: next }, 'good'),
        press(phrase('label.skip'), { to: 'endTour' }),
      ])
    : END;
  return slide(step, joined('\n\n', [wordsOf(step), place]), choices);
}

const wordsOf = (step: TourStep): Text => phrase(`tour.${step}`);

const END = inRows([press(phrase('label.newProperties'), { to: 'listNew', page: 0 }, 'good'), homeChoice]);

const slide = (picture: Slide, caption: Text, choices: Screen['choices']): Screen => ({
  blocks: [{ is: 'album', photos: [drawingId({ is: 'slide', slide: picture })], caption }],
  choices,
  isMenu: true,
});

export const tourChoice = press(phrase('label.showAround'), { to: 'showTour', step: 1 });
