import type { ClientDesk, Desk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { StepOf } from '#core/chat/step.ts';
import type { PartOfDay, Phrase, Text } from '#core/chat/text.ts';
import { PARTS_OF_DAY, phrase } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import type { Day } from '#core/clock.ts';
import { isDay } from '#core/clock.ts';
import { goHome } from '#core/home/go-home.ts';
import { noteScreen, notFoundScreen } from '#core/home/screens.ts';
import type { OfferId, ViewingId } from '#core/ids.ts';
import { giveVerdict } from '#core/offers/give-verdict.ts';
import { closedBy, isReserved } from '#core/offers/group-of.ts';
import { lookOf } from '#core/offers/look.ts';
import type { Offer } from '#core/offers/offer.ts';
import { propertyName } from '#core/offers/property-words.ts';
import { cardScreen } from '#core/offers/screens.ts';
import { wishAnotherTime as anotherTime } from './appointment.ts';
import { askInterestedScreen, datesScreen } from './dates-screen.ts';
import { readDates } from './read-dates.ts';
import { requestViewing } from './request-viewing.ts';
import { finalNote, viewingScreen } from './screens.ts';
import type { Viewing } from './viewing.ts';
import type { Unfit } from './wishes.ts';
import { inOrder, unfit, window } from './wishes.ts';

export type Dates = StepOf<'dates'>;

/** Request viewing: an open one is shown instead (rule 16); an unrated property is asked about first (rule 17). */
export async function beginRequest(desk: ClientDesk, id: OfferId): Promise<Reply> {
  return withOffer(desk, id, undefined, async (offer) => {
    const unrated = offer.status === 'proposed' || offer.status === 'pending';
    if (unrated && !begunFor(desk, id)) return reply(askInterestedScreen(offer));
    const { screen, change } = await chooseDates(desk, id);
    // The details that were pressed stay to be read.
    return reply({ ...screen, inPlace: false }, change);
  });
}

/** Mark interested, then the dates. */
export async function markThenChoose(desk: ClientDesk, id: OfferId): Promise<Reply> {
  return withOffer(desk, id, undefined, async (offer) => {
    if (offer.status === 'proposed' || offer.status === 'pending') {
      await giveVerdict(desk, desk.by, id, { status: 'interested' });
    }
    return chooseDates(desk, id);
  });
}

/** The calendar, or the summary where a half-made choice is found again (rule 15). */
export async function chooseDates(desk: ClientDesk, id: OfferId): Promise<Reply> {
  return withOffer(desk, id, begunFor(desk, id)?.viewing, async (offer) => {
    const begun = begunFor(desk, id) ?? { is: 'dates', offer: id, wishes: [], adding: true, open: true };
    return show(desk, offer, { ...begun, adding: begun.wishes.length === 0, open: true });
  });
}

/** Other dates for a viewing that is open; a confirmed time stays meanwhile. */
export async function wishAnotherTime(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  const viewing = await desk.viewings.find(desk.client.contact, id);
  if (!viewing) return reply(notFoundScreen);
  const { offer } = viewing;
  if (!offer || !isOngoing(viewing)) return reply(viewingScreen(viewing, desk.chat.company, finalNote(viewing)));
  return withOffer(desk, offer, id, async (found) => {
    const before = begunFor(desk, offer);
    const begun: Dates =
      before?.viewing === id
        ? { ...before, adding: before.wishes.length === 0, open: true }
        : { is: 'dates', offer, viewing: id, wishes: [], adding: true, open: true };
    const { screen, change } = await show(desk, found, begun);
    return reply({ ...screen, inPlace: false }, change);
  });
}

const isOngoing = ({ status }: Viewing): boolean => status === 'pending' || status === 'confirmed';

export async function addDate(desk: ClientDesk, id: OfferId): Promise<Reply> {
  return withBegun(desk, id, async (begun, offer) => show(desk, offer, { ...begun, adding: true }));
}

export async function turnMonth(desk: ClientDesk, id: OfferId, month: string): Promise<Reply> {
  return withBegun(desk, id, async (begun, offer) => show(desk, offer, { ...begun, month, adding: true }));
}

export async function chooseDay(desk: ClientDesk, id: OfferId, day: Day): Promise<Reply> {
  return withBegun(desk, id, async (begun, offer) => {
    const wrong = isDay(day) ? unfit(day, begun.wishes, desk.clock, desk.chat.company) : undefined;
    if (!isDay(day) || wrong) return show(desk, offer, begun, wrong && unfitNote(desk, wrong));
    return show(desk, offer, { ...begun, day });
  });
}

export async function choosePart(desk: ClientDesk, id: OfferId, day: Day, part: PartOfDay): Promise<Reply> {
  return withBegun(desk, id, async (begun, offer) => {
    const wrong = isDay(day) ? unfit(day, begun.wishes, desk.clock, desk.chat.company) : undefined;
    if (!isDay(day) || !PARTS_OF_DAY.includes(part) || wrong)
      return show(desk, offer, begun, wrong && unfitNote(desk, wrong));
    const { day: _, ...rest } = begun;
    return show(desk, offer, {
      ...rest,
      wishes: inOrder([...begun.wishes, { date: day, partOfDay: part }]),
      adding: false,
    });
  });
}

/** The days in what somebody typed, from the office's day on. */
export const datesIn = ({ clock, chat }: Desk, words: string): ReturnType<typeof readDates> =>
  readDates(words, chat.language, window({ now: clock.now() }, chat.company).first);

/** Dates that were typed. All of them count, or none and a reason. */
export async function takeTypedDates(desk: ClientDesk, step: Dates, words: string): Promise<Reply> {
  return withBegun(desk, step.offer, async (begun, offer) => {
    const read = datesIn(desk, words);
    if ('unreadable' in read) {
      return show(
        desk,
        offer,
        begun,
        phrase('request.unreadable', { words: read.unreadable, example: { day: exampleDay(desk) } }),
      );
    }
    const typed = 'part' in read ? daysForPart(begun, read.part) : read;
    if (typed.length === 0) return show(desk, offer, begun, phrase('request.noDates'));
    // A part that is said of a day chosen before is its part from now on.
    const said = typed.filter(({ partOfDay }) => 'part' in read || partOfDay !== 'any').map(({ date }) => date);
    let wishes: readonly Wish[] = begun.wishes.filter(({ date }) => !said.includes(date));
    for (const wish of typed) {
      const wrong = unfit(wish.date, wishes, desk.clock, desk.chat.company);
      if (wrong) return show(desk, offer, begun, unfitNote(desk, wrong));
      wishes = [...wishes, wish];
    }
    const { day: _, ...rest } = begun;
    return show(desk, offer, { ...rest, wishes: inOrder(wishes), adding: false }, undefined, false);
  });
}

/** A part of the day alone is of the day that is being chosen, else of those that have none, else of all. */
function daysForPart({ day, wishes }: Dates, partOfDay: PartOfDay): readonly Wish[] {
  if (day) return [{ date: day, partOfDay }];
  const open = wishes.filter((wish) => wish.partOfDay === 'any');
  return (open.length > 0 ? open : wishes).map(({ date }) => ({ date, partOfDay }));
}

/** Dates that were picked in one form, each with its part of the day. All of them count, or none and a reason. */
export async function takeChosenDates(desk: ClientDesk, id: OfferId, chosen: readonly Wish[]): Promise<Reply> {
  return withBegun(desk, id, async (begun, offer) => {
    let { wishes } = begun;
    for (const wish of chosen) {
      if (!isDay(wish.date) || !PARTS_OF_DAY.includes(wish.partOfDay)) return show(desk, offer, begun);
      const wrong = unfit(wish.date, wishes, desk.clock, desk.chat.company);
      if (wrong) return show(desk, offer, begun, unfitNote(desk, wrong));
      wishes = [...wishes, wish];
    }
    const { day: _, ...rest } = begun;
    return show(desk, offer, { ...rest, wishes: inOrder(wishes), adding: wishes.length === 0 });
  });
}

/** Send request: the only tap that stores anything. */
export async function sendRequest(desk: ClientDesk, id: OfferId): Promise<Reply> {
  return withBegun(desk, id, async (begun, offer) => {
    if (begun.wishes.length === 0) return show(desk, offer, { ...begun, adding: true }, phrase('request.noDates'));
    const { company } = desk.chat;
    if (begun.viewing) return sendWish(desk, begun, begun.viewing, offer);
    const requested = await requestViewing(desk, desk.by, company, offer, begun.wishes);
    const home = propertyName(offer.property);
    switch (requested.was) {
      case 'requested':
        return reply(viewingScreen(requested.viewing, company, phrase('request.sent', { home })), { step: null });
      case 'already':
        return reply(viewingScreen(requested.viewing, company, phrase('request.already', { home })), { step: null });
      default: {
        // A day passed while the choice lay waiting: it goes, the others stay.
        const wishes = begun.wishes.filter((wish) => wish.date !== requested.day);
        return show(desk, offer, { ...begun, wishes, adding: wishes.length === 0 }, unfitNote(desk, requested));
      }
    }
  });
}

async function sendWish(desk: ClientDesk, begun: Dates, id: ViewingId, offer: Offer): Promise<Reply> {
  const { company } = desk.chat;
  const viewing = await desk.viewings.find(desk.client.contact, id);
  if (!viewing) return reply(notFoundScreen, { step: null });
  const wished = await anotherTime(desk, desk.by, company, viewing, begun.wishes);
  if (wished.was !== 'wished') {
    const wishes = begun.wishes.filter((wish) => wish.date !== wished.day);
    return show(desk, offer, { ...begun, wishes, adding: wishes.length === 0 }, unfitNote(desk, wished));
  }
  const home = propertyName(offer.property);
  const note = viewing.status === 'confirmed' ? phrase('viewing.wishSent', { home }) : phrase('request.sent', { home });
  const now = (await desk.viewings.find(desk.client.contact, id)) ?? viewing;
  return reply(viewingScreen(now, company, note), { step: null });
}

export async function dropRequest(desk: ClientDesk, id: OfferId): Promise<Reply> {
  if (!begunFor(desk, id)) return reply(noteScreen(phrase('request.nothingToSend')));
  const { screen } = await goHome(desk, phrase('request.dropped'));
  return reply({ ...screen, inPlace: true }, { step: null });
}

const begunFor = ({ chat }: ClientDesk, id: OfferId): Dates | undefined => {
  const dates = chat.step?.is === 'message' ? chat.step.rests : chat.step;
  return dates?.is === 'dates' && dates.offer === id ? dates : undefined;
};

/** Runs where the offer can be visited and no viewing of it is open but `wished`; else shows what is so. */
async function withOffer(
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
  const { company } = desk.chat;
  if (open && open.id !== wished)
    return reply(viewingScreen(open, company, phrase('request.already', { home: propertyName(offer.property) })));
  if (wished && !open) {
    const over = await desk.viewings.find(desk.client.contact, wished);
    return over ? reply(viewingScreen(over, company, finalNote(over)), { step: null }) : reply(notFoundScreen);
  }
  return work(offer);
}

/** The same within the dialogue; an old button of a dialogue that is over begins it again and chooses nothing by itself. */
const withBegun = (
  desk: ClientDesk,
  id: OfferId,
  work: (begun: Dates, offer: Offer) => Promise<Reply>,
): Promise<Reply> =>
  withOffer(desk, id, begunFor(desk, id)?.viewing, async (offer) => {
    const begun = begunFor(desk, id);
    return begun ? work({ ...begun, open: true }, offer) : beginRequest(desk, id);
  });

const show = async (desk: ClientDesk, offer: Offer, step: Dates, note?: Text, inPlace = true): Promise<Reply> =>
  reply({ ...datesScreen(offer, step, window({ now: desk.clock.now() }, desk.chat.company), note), inPlace }, { step });

const exampleDay = (desk: ClientDesk): Day => window({ now: desk.clock.now() }, desk.chat.company).first;

function unfitNote(desk: ClientDesk, { was, day }: Unfit): Phrase {
  switch (was) {
    case 'past':
      return phrase('request.past', { day: { day } });
    case 'tooFar':
      return phrase('request.tooFar', {
        day: { day },
        last: { day: window({ now: desk.clock.now() }, desk.chat.company).last },
      });
    case 'duplicate':
      return phrase('request.duplicate', { day: { day } });
    case 'tooMany':
      return phrase('request.tooMany');
  }
}
