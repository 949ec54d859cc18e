import type { Block, Screen } from '#core/chat/screen.ts';
import { press, text, title } from '#core/chat/screen.ts';
import type { StepOf } from '#core/chat/step.ts';
import type { Text } from '#core/chat/text.ts';
import { phrase } from '#core/chat/text.ts';
import type { Day } from '#core/clock.ts';
import { addDays } from '#core/clock.ts';
import type { Offer } from '#core/offers/offer.ts';
import { propertyName } from '#core/offers/property-words.ts';
import { wishLines } from './viewing-lines.ts';
import { MOST_WISHES } from './wishes.ts';

type Dates = StepOf<'dates'>;

/** Rule 17: an unrated property, before the dates. */
export const askInterestedScreen = (offer: Offer): Screen => ({
  blocks: [text(phrase('request.askInterested', { home: propertyName(offer.property) }))],
  choices: [
    press(phrase('label.markInterested'), { to: 'markThenChoose', offer: offer.id }, 'good'),
    press(phrase('label.notNow'), { to: 'chooseDates', offer: offer.id }),
  ],
});

/** Where the choice of dates stands: a part of the day, a further day, or the summary. */
export function datesScreen(offer: Offer, step: Dates, days: { first: Day; last: Day }, note?: Text): Screen {
  const lead: readonly Block[] = note ? [text(note)] : [];
  if (step.day) return partScreen(offer, step.day, lead);
  const isFull = step.wishes.length >= MOST_WISHES;
  return step.adding && !isFull ? calendarScreen(offer, step, days, lead) : summaryScreen(offer, step, lead);
}

function partScreen(offer: Offer, day: Day, lead: readonly Block[]): Screen {
  const parts = ['morning', 'afternoon', 'evening', 'any'] as const;
  return {
    blocks: [...lead, text(phrase('request.askPart', { day: { day } }))],
    choices: [
      ...parts.map((part) => press(phrase(`part.${part}`), { to: 'choosePart', offer: offer.id, day, part })),
      press(phrase('label.cancel'), { to: 'dropRequest', offer: offer.id }),
    ],
  };
}

function calendarScreen(
  offer: Offer,
  step: Dates,
  { first, last }: { first: Day; last: Day },
  lead: readonly Block[],
): Screen {
  const left = MOST_WISHES - step.wishes.length;
  const ask = phrase('request.askDates', {
    home: propertyName(offer.property),
    count: left,
    example: { day: addDays(first, 3) },
  });
  const taken = step.wishes.map(({ date }) => date);
  return {
    blocks: [...lead, text(ask), ...chosenBlocks(step)],
    choices: [
      ...(step.wishes.length > 0
        ? [press(phrase('label.sendRequest'), { to: 'sendRequest', offer: offer.id }, 'good')]
        : []),
      press(phrase('label.cancel'), { to: 'dropRequest', offer: offer.id }),
    ],
    asks: {
      is: 'dates',
      offer: offer.id,
      first,
      last,
      taken,
      month: monthWithin(step.month ?? first.slice(0, 7), first, last),
    },
  };
}

function summaryScreen(offer: Offer, step: Dates, lead: readonly Block[]): Screen {
  const left = MOST_WISHES - step.wishes.length;
  const note = left > 0 ? phrase('request.summaryMore', { count: left }) : phrase('request.summaryNote');
  return {
    blocks: [
      ...lead,
      title(phrase('request.summary', { home: propertyName(offer.property) })),
      ...chosenBlocks(step),
      text(note),
    ],
    choices: [
      press(phrase('label.sendRequest'), { to: 'sendRequest', offer: offer.id }, 'good'),
      ...(left > 0 ? [press(phrase('label.addDate'), { to: 'addDate', offer: offer.id })] : []),
      press(phrase('label.cancel'), { to: 'dropRequest', offer: offer.id }),
    ],
    asks: { is: 'words' },
  };
}

const chosenBlocks = ({ wishes }: Dates): readonly Block[] => (wishes.length === 0 ? [] : [text(wishLines(wishes))]);

const monthWithin = (month: string, first: Day, last: Day): string =>
  month < first.slice(0, 7) ? first.slice(0, 7) : month > last.slice(0, 7) ? last.slice(0, 7) : month;
