import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { SeveralDays } from '#core/chat/screen.ts';
import type { PartOfDay } from '#core/chat/text.ts';
import { phrase } from '#core/chat/text.ts';
import type { Day } from '#core/clock.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { OfferId, ViewingId } from '#core/ids.ts';
import { lookOf } from '#core/offers/look.ts';
import type { Offer } from '#core/offers/offer.ts';
import { cardScreen } from '#core/offers/screens.ts';
import { showViewing } from './appointment-turns.ts';
import { begunFor, type Dates, listsDays, show, unfitNote, withOffer } from './dates-desk.ts';
import { PART_OF_SEVERAL, severalFrom } from './days-on-show.ts';
import { partOfAll } from './part-of-all.ts';
import type { Viewing } from './viewing.ts';
import { inOrder, unfit } from './wishes.ts';

/** Request viewing: an open one is shown instead (rule 16). What was pressed stays to be read. */
export async function beginRequest(desk: ClientDesk, id: OfferId): Promise<Reply> {
  const { screen, change } = await asItStands(desk, id);
  return reply({ ...screen, inPlace: false }, change);
}

/** The choice as it stands, begun anew or found again half made (rule 15): old buttons of it lead here too. */
export const asItStands = (desk: ClientDesk, id: OfferId): Promise<Reply> => {
  const begun = begunFor(desk, id);
  return withOffer(desk, id, begun?.viewing, async (offer) => pickedUp(desk, offer, begun ?? fresh(id)));
};

export const fresh = (offer: OfferId): Dates => ({ is: 'dates', offer, wishes: [], adding: true, open: true });

function pickedUp(desk: ClientDesk, offer: Offer, begun: Dates): Reply {
  const rested = !begun.open && begun.wishes.length > 0 && listsDays(desk);
  const note = rested ? phrase('request.pickedUp') : undefined;
  return show(desk, offer, { ...begun, adding: begun.wishes.length === 0, open: true }, { note });
}

/** Other dates for a viewing that is open; a confirmed time stays meanwhile. */
export async function wishAnotherTime(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  const viewing = await desk.viewings.find(desk.client.contact, id);
  if (!viewing) return reply(notFoundScreen);
  const { offer } = viewing;
  if (!offer || !isOngoing(viewing)) return showViewing(desk, viewing);
  return withOffer(desk, offer, id, async (found) => {
    const before = begunFor(desk, offer);
    const { screen, change } = pickedUp(
      desk,
      found,
      before?.viewing === id ? before : { ...fresh(offer), viewing: id },
    );
    return reply({ ...screen, inPlace: false }, change);
  });
}

const isOngoing = ({ status }: Viewing): boolean => status === 'pending' || status === 'confirmed';

/** The days to choose from once more, beside those that are chosen. */
export const addDate = (desk: ClientDesk, id: OfferId): Promise<Reply> =>
  withBegun(desk, id, (begun, offer) => show(desk, offer, { ...begun, adding: true }));

/** The days from that one on. */
export const showDays = (desk: ClientDesk, id: OfferId, from: Day): Promise<Reply> =>
  withBegun(desk, id, (begun, offer) => show(desk, offer, { ...begun, from, adding: true }));

/** Ticks a day; one more than can be sent is refused where it was pressed. */
export const tickDay = (desk: ClientDesk, id: OfferId, day: Day): Promise<Reply> =>
  withBegun(desk, id, (begun, offer) => {
    const wrong = unfit(day, begun.wishes, desk.clock, desk.chat.company);
    // Pressed twice, or on an old message: it is ticked.
    if (wrong?.was === 'duplicate') return show(desk, offer, begun);
    if (wrong?.was === 'tooMany') {
      const full = phrase('request.full');
      return show(desk, offer, begun, { note: full, notice: full });
    }
    if (wrong) return show(desk, offer, begun, { note: unfitNote(desk, wrong, begun.wishes) });
    const wishes = inOrder([...begun.wishes, { date: day, partOfDay: partOfAll(begun) ?? 'any' }]);
    return show(desk, offer, { ...begun, wishes, adding: false });
  });

/** Takes a tick off; its part of the day stays for the next one. */
export const untickDay = (desk: ClientDesk, id: OfferId, day: Day): Promise<Reply> =>
  withBegun(desk, id, (begun, offer) => {
    const part = partOfAll(begun);
    const wishes = begun.wishes.filter(({ date }) => date !== day);
    return show(desk, offer, { ...begun, wishes, ...(part ? { part } : {}), adding: wishes.length === 0 });
  });

/** Days that go together, in the place of none. */
export const tickSeveral = (desk: ClientDesk, id: OfferId, are: SeveralDays['are'], from: Day): Promise<Reply> =>
  withBegun(desk, id, (begun, offer) => {
    if (begun.wishes.length > 0) return show(desk, offer, begun);
    const wishes = severalFrom(are, from).map((date) => ({ date, partOfDay: PART_OF_SEVERAL[are] }));
    const fitting = wishes.filter(({ date }) => !unfit(date, [], desk.clock, desk.chat.company));
    const [gone] = wishes.flatMap(({ date }) => unfit(date, [], desk.clock, desk.chat.company) ?? []);
    const note = gone && unfitNote(desk, gone, fitting);
    return show(desk, offer, { ...begun, wishes: fitting, adding: fitting.length === 0 }, { note });
  });

/** The part of the day of all that are chosen, and of those to come. */
export const tickPart = (desk: ClientDesk, id: OfferId, part: PartOfDay): Promise<Reply> =>
  withBegun(desk, id, (begun, offer) => {
    const wishes = begun.wishes.map(({ date }) => ({ date, partOfDay: part }));
    return show(desk, offer, { ...begun, wishes, part });
  });

/** Whether the home is marked as interesting when the request is sent (rule 17). */
export const markInForm = (desk: ClientDesk, id: OfferId, interested: boolean): Promise<Reply> =>
  withBegun(desk, id, (begun, offer) => show(desk, offer, { ...begun, interested }));

/** Cancel: nothing is sent, and the home is there again as it stands. */
export async function dropRequest(desk: ClientDesk, id: OfferId): Promise<Reply> {
  const offer = await desk.offers.find(desk.client.contact, id);
  const screen = offer ? cardScreen(offer, await lookOf(desk)) : notFoundScreen;
  return reply(screen, begunFor(desk, id) ? { step: null } : undefined);
}

/** Runs within the dialogue; a button of one that is over begins it again and chooses nothing by itself. */
export const withBegun = (
  desk: ClientDesk,
  id: OfferId,
  work: (begun: Dates, offer: Offer) => Reply | Promise<Reply>,
): Promise<Reply> =>
  withOffer(desk, id, begunFor(desk, id)?.viewing, async (offer) => {
    const begun = begunFor(desk, id);
    return begun ? work({ ...begun, open: true }, offer) : pickedUp(desk, offer, fresh(id));
  });
