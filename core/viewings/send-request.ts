import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { phrase } from '#core/chat/text.ts';
import type { FormDay } from '#core/chat/turn.ts';
import type { Wish } from '#core/chat/wish.ts';
import { isDay } from '#core/clock.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { OfferId, ViewingId } from '#core/ids.ts';
import { giveVerdict } from '#core/offers/give-verdict.ts';
import type { Offer } from '#core/offers/offer.ts';
import { wishAnotherTime } from './appointment.ts';
import { freshenElsewhere, showViewing } from './appointment-turns.ts';
import { begunFor, type Dates, show, unfitNote, withOffer } from './dates-desk.ts';
import { asksInterest, isMarked } from './dates-screen.ts';
import { fresh, withBegun } from './dates-step.ts';
import { requestViewing } from './request-viewing.ts';
import { firstUnfit, inOrder, MOST_WISHES, type Unfit, unfit } from './wishes.ts';

/** Send request: the only tap that stores anything. */
export const sendRequest = (desk: ClientDesk, id: OfferId): Promise<Reply> =>
  withBegun(desk, id, (begun, offer) => send(desk, begun, offer));

/** A form as it was filled in, instead of what was chosen before; `sends`: with the button that sends it. */
export type Filled = {
  readonly days: readonly FormDay[];
  readonly interested?: boolean;
  readonly sends: boolean;
};

/** A form that was filled in, which says all by itself: sent where all of it can be, else shown again as it is. */
export const takeForm = (desk: ClientDesk, id: OfferId, { days, interested, sends }: Filled): Promise<Reply> =>
  withOffer(desk, id, begunFor(desk, id)?.viewing, async (offer) => {
    const before = { ...(begunFor(desk, id) ?? fresh(id)), open: true };
    const all = inOrder(days.filter(({ date }) => isDay(date)).map((day) => asWish(day, before)));
    const isOut = ({ date }: Wish) => unfit(date, [], desk.clock, desk.chat.company);
    const wishes = all.filter((wish) => !isOut(wish));
    const [out] = all.flatMap((wish) => isOut(wish) ?? []);
    const step: Dates = { ...before, ...(interested === undefined ? {} : { interested }) };
    const kept = { ...step, wishes: wishes.slice(0, MOST_WISHES) };
    const ticked = wishes.map(({ date }) => date);
    if (out) return show(desk, offer, kept, { note: unfitNote(desk, out, kept.wishes), ticked });
    if (wishes.length > MOST_WISHES) return show(desk, offer, kept, { note: phrase('request.threeAtMost'), ticked });
    return sends ? send(desk, kept, offer) : show(desk, offer, kept);
  });

/** Where no part of the day is said for all, a day keeps its own. */
function asWish({ date, partOfDay }: FormDay, { wishes }: Dates): Wish {
  return { date, partOfDay: partOfDay ?? wishes.find((wish) => wish.date === date)?.partOfDay ?? 'any' };
}

async function send(desk: ClientDesk, begun: Dates, offer: Offer): Promise<Reply> {
  if (begun.wishes.length === 0)
    return show(desk, offer, { ...begun, adding: true }, { note: phrase('request.noDates') });
  if (begun.viewing) return sendWish(desk, begun, begun.viewing, offer);
  const { company } = desk.chat;
  const wrong = firstUnfit(begun.wishes, desk.clock, company);
  if (wrong) return withoutUnfit(desk, begun, offer, wrong);
  if (asksInterest(offer, begun) && isMarked(begun))
    await giveVerdict(desk, desk.by, offer.id, { status: 'interested' });
  const requested = await requestViewing(desk, desk.by, company, offer, begun.wishes);
  switch (requested.was) {
    case 'requested':
      return ended(await showViewing(desk, requested.viewing));
    case 'already':
      return ended(await showViewing(desk, requested.viewing, phrase('request.already')));
    default:
      return withoutUnfit(desk, begun, offer, requested);
  }
}

async function sendWish(desk: ClientDesk, begun: Dates, id: ViewingId, offer: Offer): Promise<Reply> {
  const { company } = desk.chat;
  const viewing = await desk.viewings.find(desk.client.contact, id);
  if (!viewing) return reply(notFoundScreen, { step: null });
  const wished = await wishAnotherTime(desk, desk.by, company, viewing, begun.wishes);
  if (wished.was !== 'wished') return withoutUnfit(desk, begun, offer, wished);
  const now = (await desk.viewings.find(desk.client.contact, id)) ?? viewing;
  await freshenElsewhere(desk, now);
  return ended(await showViewing(desk, now));
}

/** The dialogue is over. */
const ended = ({ screen }: Reply): Reply => reply(screen, { step: null });

/** A day passed while the choice lay waiting, or can't be wished for: it goes, the others stay. */
function withoutUnfit(desk: ClientDesk, begun: Dates, offer: Offer, wrong: Unfit): Reply {
  const wishes = begun.wishes.filter((wish) => wish.date !== wrong.day);
  const note = unfitNote(desk, wrong, wishes);
  return show(desk, offer, { ...begun, wishes, adding: wishes.length === 0 }, { note });
}
