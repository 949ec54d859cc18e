import { CHANNELS } from '#core/chat/channels.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { StepOf } from '#core/chat/step.ts';
import type { Phrase, Text } from '#core/chat/text.ts';
import { joined, phrase } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import type { Day } from '#core/clock.ts';
import { addDays } from '#core/clock.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { OfferId, ViewingId } from '#core/ids.ts';
import { closedBy, isReserved } from '#core/offers/group-of.ts';
import { lookOf } from '#core/offers/look.ts';
import type { Offer } from '#core/offers/offer.ts';
import { cardScreen } from '#core/offers/screens.ts';
import { showViewing } from './appointment-turns.ts';
import { datesScreen } from './dates-screen.ts';
import type { Unfit } from './wishes.ts';
import { window } from './wishes.ts';

export type Dates = StepOf<'dates'>;

/** The choice of days for this home that is under way here, or rests while a message is written. */
export const begunFor = ({ chat }: ClientDesk, id: OfferId): Dates | undefined => {
  const dates = chat.step?.is === 'message' ? chat.step.rests : chat.step;
  return dates?.is === 'dates' && dates.offer === id ? dates : undefined;
};

/** Runs where the offer can be visited and no viewing of it is open but `wished`; else shows what is so. */
export async function withOffer(
  desk: ClientDesk,
  id: OfferId,
  wished: ViewingId | undefined,
  work: (offer: Offer) => Promise<Reply>,
): Promise<Reply> {
  const offer = await desk.offers.find(desk.client.contact, id);
  if (!offer) return reply(notFoundScreen);
  const isBarred = closedBy(offer) !== undefined || (isReserved(offer) && wished === undefined);
  if (isBarred) return reply(cardScreen(offer, await lookOf(desk)));
  const open = await desk.viewings.ongoingOf(offer.deal.id, offer.property.id);
  if (open && open.id !== wished) return showViewing(desk, open, phrase('request.already'));
  if (wished && !open) {
    const over = await desk.viewings.find(desk.client.contact, wished);
    return over ? reply((await showViewing(desk, over)).screen, { step: null }) : reply(notFoundScreen);
  }
  return work(offer);
}

/** What is shown besides the choice as it stands. */
type How = {
  /** Why something was not taken. */
  readonly note?: Text | undefined;
  /** The same on the button that was pressed, where a channel can say it there. */
  readonly notice?: Text | undefined;
  readonly ticked?: readonly Day[];
  /** Whether it is the new state of the message that was pressed. */
  readonly inPlace?: boolean;
};

/** The choice as it stands from now on. */
export function show(desk: ClientDesk, offer: Offer, step: Dates, { notice, inPlace = true, ...how }: How = {}): Reply {
  const { company, channel } = desk.chat;
  const screen = datesScreen(offer, step, { clock: desk.clock, company, channel, ...how });
  return { ...reply({ ...screen, inPlace }, { step }), ...(notice ? { notice } : {}) };
}

/** Whether this chat chooses days out of a list, so that what will be sent is a screen of its own. */
export const listsDays = ({ chat }: ClientDesk): boolean => CHANNELS[chat.channel].days === 'list';

/** Why a day was not taken; `kept`: those that stay. */
export function unfitNote(desk: ClientDesk, { was, day }: Unfit, kept: readonly Wish[]): Phrase {
  const said = { day: { day, brief: true } };
  switch (was) {
    case 'past':
      return phrase('request.past', said);
    case 'tooFar': {
      const { last } = window({ now: desk.clock.now() }, desk.chat.company);
      return phrase('request.tooFar', { ...said, last: { day: last, brief: true } });
    }
    case 'duplicate':
      return phrase('request.duplicate', said);
    case 'tooMany':
      return phrase('request.tooMany', {
        days: joined(
          ', ',
          kept.map(({ date }) => phrase('request.day', { day: { day: date, brief: true } })),
        ),
      });
  }
}

/** A day that is far enough ahead to be typed. */
export const exampleDay = ({ clock, chat }: ClientDesk): Day =>
  addDays(window({ now: clock.now() }, chat.company).first, EXAMPLE_AHEAD);
const EXAMPLE_AHEAD = 9;
