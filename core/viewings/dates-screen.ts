import { CHANNELS, type ChannelFacts } from '#core/chat/channels.ts';
import type { Block, Choice, Question, Screen } from '#core/chat/screen.ts';
import { atHand, inRows, press, text, title } from '#core/chat/screen.ts';
import type { StepOf } from '#core/chat/step.ts';
import type { Text } from '#core/chat/text.ts';
import { joined, PARTS_OF_DAY, phrase, verbatim } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import type { Clock, Day } from '#core/clock.ts';
import { addDays } from '#core/clock.ts';
import type { Company } from '#core/company.ts';
import type { Offer } from '#core/offers/offer.ts';
import { propertyName } from '#core/offers/property-words.ts';
import { daysOnShow, severalDays } from './days-on-show.ts';
import { partOfAll } from './part-of-all.ts';
import { wishLines } from './viewing-lines.ts';
import { MOST_WISHES } from './wishes.ts';

type Dates = StepOf<'dates'>;
type Days = ChannelFacts['days'];

export type DatesLook = {
  readonly clock: Clock;
  readonly company: Company;
  readonly channel: keyof typeof CHANNELS;
  /** What is said above: why something was not taken. */
  readonly note?: Text | undefined;
  /** The days that are ticked, where they are more than can be sent. */
  readonly ticked?: readonly Day[] | undefined;
};

/** Where the choice of days stands: the days to tick, or in a chat that lists them what will be sent. */
export function datesScreen(offer: Offer, step: Dates, look: DatesLook): Screen {
  const { days } = CHANNELS[look.channel];
  const isSummary = days === 'list' && step.wishes.length > 0 && (!step.adding || step.wishes.length >= MOST_WISHES);
  return isSummary ? summaryScreen(offer, step, look) : daysScreen(offer, step, look, days);
}

function daysScreen(offer: Offer, step: Dates, { clock, company, note, ...look }: DatesLook, days: Days): Screen {
  const { first, last } = daysOnShow(clock, company, days);
  const part = partOfAll(step);
  const asks: Question = {
    is: 'dates',
    offer: offer.id,
    first,
    last,
    from: pageOf(step.from, first, last),
    ticked: look.ticked ?? step.wishes.map(({ date }) => date),
    ...(part ? { part } : {}),
    ...(asksInterest(offer, step) ? { interested: isMarked(step) } : {}),
    ...(days === 'list' ? { several: severalDays(clock, company) } : {}),
  };
  const howTo = phrase('request.upTo', { example: { day: addDays(first, EXAMPLE_AHEAD), as: 'date' } });
  return {
    blocks: [
      ...(note ? [text(note)] : []),
      title(phrase('request.when')),
      text(joined('\n', [propertyName(offer.property), howTo])),
      ...chosenBlocks(step.wishes),
    ],
    choices: choicesOf(offer, step, days),
    asks,
  };
}

/** Days from the first one on show to the one of the example, so that it is none of those before it. */
const EXAMPLE_AHEAD = 8;

function choicesOf(offer: Offer, step: Dates, days: Days): readonly Choice[] {
  const send = days === 'form' || (days === 'grid' && step.wishes.length > 0) ? sendChoice(offer) : undefined;
  const mark = days === 'grid' && asksInterest(offer, step) ? markChoice(offer, step) : undefined;
  return days === 'list' ? [cancelChoice(offer)] : inRows([send], [mark, cancelChoice(offer)]);
}

/** Send request first; all else about it behind More. */
function summaryScreen(offer: Offer, step: Dates, { note }: DatesLook): Screen {
  const isFull = step.wishes.length >= MOST_WISHES;
  const part = partOfAll(step);
  const asksMark = asksInterest(offer, step);
  const marked = asksMark && isMarked(step) ? [text(ticked(phrase('label.markInterested')))] : [];
  const inSection = (section: Text, choice: Choice): Choice =>
    choice.is === 'press' ? { ...choice, section } : choice;
  return {
    blocks: [
      ...(note ? [text(note)] : []),
      title(phrase('request.sendThis')),
      text(propertyName(offer.property)),
      ...chosenBlocks(step.wishes),
      ...marked,
    ],
    choices: [
      atHand(sendChoice(offer)),
      ...(isFull ? [] : [atHand(press(phrase('label.addDate'), { to: 'addDate', offer: offer.id }))]),
      ...PARTS_OF_DAY.map((each) =>
        inSection(
          phrase('form.part'),
          press(tickedIf(each === part, phrase(`part.${each}`)), { to: 'tickPart', offer: offer.id, part: each }),
        ),
      ),
      ...step.wishes.map(({ date }) =>
        inSection(
          phrase('section.days'),
          press(ticked(phrase('request.day', { day: { day: date, brief: true } })), {
            to: 'untickDay',
            offer: offer.id,
            day: date,
          }),
        ),
      ),
      ...(asksMark ? [inSection(phrase('section.days'), markChoice(offer, step))] : []),
      ...(isFull ? [atHand(cancelChoice(offer))] : [inSection(phrase('section.days'), cancelChoice(offer))]),
    ],
    asks: { is: 'words' },
  };
}

const sendChoice = (offer: Offer): Choice =>
  press(phrase('label.sendRequest'), { to: 'sendRequest', offer: offer.id }, 'good');
const cancelChoice = (offer: Offer): Choice => press(phrase('label.cancel'), { to: 'dropRequest', offer: offer.id });
const markChoice = (offer: Offer, step: Dates): Choice =>
  press(tickedIf(isMarked(step), phrase('label.markInterested')), {
    to: 'markInForm',
    offer: offer.id,
    mark: isMarked(step) ? 'no' : 'yes',
  });

/** Rule 17: a home that is not judged can be marked along with the first request for it. */
export const asksInterest = ({ status }: Offer, { viewing }: Dates): boolean =>
  viewing === undefined && (status === 'proposed' || status === 'pending');
export const isMarked = ({ interested = true }: Dates): boolean => interested;

const ticked = (label: Text): Text => joined(' ', [verbatim('✓'), label]);
const tickedIf = (isTicked: boolean, label: Text): Text => (isTicked ? ticked(label) : label);

const chosenBlocks = (wishes: readonly Wish[]): readonly Block[] =>
  wishes.length === 0 ? [] : [text(wishLines(wishes))];

const pageOf = (from: Day | undefined, first: Day, last: Day): Day =>
  from === undefined || from < first || from > last ? first : from;
