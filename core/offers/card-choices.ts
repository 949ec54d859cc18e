import { atHand, type Choice, inRows, press } from '#core/chat/screen.ts';
import { STARS } from '#core/chat/stars.ts';
import { phrase, verbatim } from '#core/chat/text.ts';
import { homeChoice } from '#core/home/screens.ts';
import type { ViewingId } from '#core/ids.ts';
import { canJudge, closedBy, isReserved } from './group-of.ts';
import type { Offer } from './offer.ts';

/** What the choices of a card depend on besides its offer. */
export type Leading = {
  /** Whether other homes wait to be judged and none of them follows by itself. */
  readonly next: boolean;
  /** Whether messages are spared, so that five stars are asked for by one press. */
  readonly sparesMessages: boolean;
};

/** What can be done from a card, by what is so of its offer: what is wanted most first, and at hand where room is short. */
export function cardChoices(offer: Offer, leading: Leading): readonly Choice[] {
  const closed = closedBy(offer);
  if (closed === 'dealWon' || closed === 'dealLost') return inRows([atHand(detailsOf(offer)), atHand(homeChoice)]);
  if (closed) return closedChoices(offer, leading);
  if (offer.status === 'approved') return approvedChoices(offer);
  if (offer.viewing?.status === 'completed') return visitedChoices(offer, offer.viewing.id, leading);
  if (offer.status === 'interested') return interestedChoices(offer, leading);
  if (offer.status === 'rejected') return rejectedChoices(offer, leading);
  return unjudgedChoices(offer);
}

const unjudgedChoices = (offer: Offer): readonly Choice[] =>
  inRows(
    verdictChoices(offer).map(atHand),
    [viewingChoice(offer), atHand(detailsOf(offer))],
    [favouriteChoice(offer), homeChoice],
  );

const interestedChoices = (offer: Offer, { next }: Leading): readonly Choice[] =>
  inRows(
    [wantedViewing(offer), next ? nextHome : undefined],
    [plain(rejectChoice(offer)), atHand(detailsOf(offer))],
    [favouriteChoice(offer), homeChoice],
  );

const rejectedChoices = (offer: Offer, { next }: Leading): readonly Choice[] =>
  inRows(
    [atHand(interestChoice(offer)), atHand(sayWhy(offer))],
    [next ? nextHome : undefined, atHand(detailsOf(offer))],
    [favouriteChoice(offer), homeChoice],
  );

function visitedChoices(offer: Offer, viewing: ViewingId, { sparesMessages }: Leading): readonly Choice[] {
  const addNote = press(phrase('label.addNote'), { to: 'addNote', viewing });
  const rate = press(phrase('label.changeStars'), { to: 'giveFeedback', viewing });
  const [first, second] = [
    offer.status === 'interested' ? undefined : plain(interestChoice(offer)),
    offer.status === 'rejected' ? undefined : plain(rejectChoice(offer)),
  ];
  const keep = [favouriteChoice(offer), homeChoice];
  if (offer.rating === null)
    return inRows(
      sparesMessages
        ? [atHand(press(phrase('label.feedback'), { to: 'giveFeedback', viewing }))]
        : STARS.map((stars) => press(verbatim(`★ ${stars}`), { to: 'rate', viewing, stars })),
      [addNote, atHand(detailsOf(offer))],
      [first, second],
      keep,
    );
  return inRows([atHand(addNote), rate], [first, second, atHand(detailsOf(offer))], keep);
}

const approvedChoices = (offer: Offer): readonly Choice[] =>
  inRows(
    [wantedViewing(offer), press(phrase('label.contactAgent'), { to: 'contactAgent', offer: offer.id })],
    [atHand(detailsOf(offer)), favouriteChoice(offer)],
    [homeChoice],
  );

const closedChoices = (offer: Offer, { next }: Leading): readonly Choice[] =>
  inRows([next ? atHand(nextHome) : undefined, atHand(detailsOf(offer))], [favouriteChoice(offer), homeChoice]);

const detailsOf = ({ id }: Offer): Choice => press(phrase('label.details'), { to: 'openProperty', offer: id, page: 0 });
const interestChoice = ({ id }: Offer): Choice =>
  press(phrase('label.interested'), { to: 'markInterested', offer: id }, 'good');
const rejectChoice = ({ id }: Offer): Choice =>
  press(phrase('label.notInterested'), { to: 'askReasons', offer: id }, 'bad');
const sayWhy = ({ id }: Offer): Choice => press(phrase('label.sayWhy'), { to: 'sayWhy', offer: id });

/** The way to the homes that wait to be judged. */
export const nextHome: Choice = press(phrase('label.nextHome'), { to: 'listNew', page: 0 });

/** The viewing that is open already, else the way to ask for one; none of a home that somebody is about to take. */
function viewingChoice(offer: Offer): Choice | undefined {
  const { id, viewing } = offer;
  if (viewing && viewing.status !== 'completed')
    return press(phrase('label.showViewing'), { to: 'openViewing', viewing: viewing.id });
  return isReserved(offer) ? undefined : press(phrase('label.requestViewing'), { to: 'requestViewing', offer: id });
}

/** The same as the answer that is waited for. */
function wantedViewing(offer: Offer): Choice | undefined {
  const choice = viewingChoice(offer);
  return choice && atHand(good(choice));
}

/** `from` says that they stand below the details, which then stay as they are. */
export function verdictChoices(offer: Offer, from: { readonly from?: 'details' } = {}): readonly Choice[] {
  if (!canJudge(offer)) return [];
  return [
    press(phrase('label.interested'), { to: 'markInterested', offer: offer.id, ...from }, 'good'),
    press(phrase('label.notInterested'), { to: 'askReasons', offer: offer.id, ...from }, 'bad'),
  ];
}

export const favouriteChoice = (offer: Offer, from: { readonly from?: 'details' } = {}): Choice =>
  offer.favourite
    ? press(phrase('label.removeFavourite'), { to: 'removeFavourite', offer: offer.id, ...from })
    : press(phrase('label.addFavourite'), { to: 'addFavourite', offer: offer.id, ...from });

const good = (choice: Choice): Choice => (choice.is === 'press' ? { ...choice, tone: 'good' } : choice);
/** One that is not the answer that is waited for has no colour. */
function plain(choice: Choice): Choice {
  if (choice.is !== 'press') return choice;
  const { tone: _, ...rest } = choice;
  return rest;
}
