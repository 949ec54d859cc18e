import { atHand, type Choice, inRows, press } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import { homeChoice } from '#core/home/screens.ts';
import { nextHome } from '#core/offers/card-choices.ts';
import type { Viewing } from './viewing.ts';
import type { ViewingLook } from './viewing-look.ts';
import { canStart, hasDirections, stateOf } from './viewing-state.ts';

/** What can be done about a viewing, in rows: what is wanted most comes first, and nothing that does not work now. */
export function viewingChoices(viewing: Viewing, look: ViewingLook): readonly Choice[] {
  switch (stateOf(viewing, look)) {
    case 'pending':
      return pendingChoices(viewing, look);
    case 'offered':
      return offeredChoices(viewing);
    case 'confirmed':
      return confirmedChoices(viewing, look);
    case 'today':
      return todayChoices(viewing, look);
    case 'declined':
    case 'cancelled':
      return refusedChoices(viewing);
    case 'givenUp':
      return inRows([anew(viewing, 'label.requestViewing'), homeChoice]);
    case 'completed':
      return completedChoices(viewing, look);
  }
}

function pendingChoices(viewing: Viewing, { homesWait = false }: ViewingLook): readonly Choice[] {
  return inRows(
    [homesWait ? atHand(nextHome) : undefined],
    [wanted(otherDates(viewing)), homesWait ? details(viewing) : wanted(details(viewing))],
    [cancelling(viewing), homeChoice],
  );
}

function offeredChoices(viewing: Viewing): readonly Choice[] {
  const at = Math.floor((viewing.proposedStart?.getTime() ?? 0) / 1000);
  const accept = press(phrase('label.accept'), { to: 'acceptTime', viewing: viewing.id, at }, 'good');
  return inRows([atHand(accept), wanted(otherDates(viewing))], [details(viewing), cancelling(viewing)], [homeChoice]);
}

function confirmedChoices(viewing: Viewing, look: ViewingLook): readonly Choice[] {
  const way = directionsChoice(viewing, look);
  // One that nobody began on its day can still be begun.
  const start = startChoice(viewing, look);
  return inRows(
    [start],
    [wanted(way), wanted(anotherTime(viewing))],
    [way ? details(viewing) : wanted(details(viewing)), cancelling(viewing)],
    [homeChoice],
  );
}

const todayChoices = (viewing: Viewing, look: ViewingLook): readonly Choice[] =>
  inRows(
    [wanted(startChoice(viewing, look, 'good')), wanted(directionsChoice(viewing, look))],
    [runningLate(viewing), anotherTime(viewing)],
    [cancelling(viewing), homeChoice],
  );

/** A request that is final is asked for anew. */
function refusedChoices(viewing: Viewing): readonly Choice[] {
  const { offer } = viewing;
  const contact = press(phrase('label.contactAgent'), { to: 'contactAgent', ...(offer ? { offer } : {}) });
  return inRows([wanted(anew(viewing, 'label.otherDates')), atHand(contact)], [details(viewing), homeChoice]);
}

function completedChoices(viewing: Viewing, { stars }: ViewingLook): readonly Choice[] {
  const { id } = viewing;
  const addNote = press(phrase('label.addNote'), { to: 'addNote', viewing: id });
  const rate = press(phrase(stars ? 'label.changeStars' : 'label.feedback'), { to: 'giveFeedback', viewing: id });
  if (stars) return inRows([atHand(addNote), atHand(rate)], [details(viewing), homeChoice]);
  return inRows([atHand(rate), wanted(details(viewing))], [addNote, homeChoice]);
}

/** Before its time: who comes says so with one tap, and who does not finds the way out (rule 20). `isLast`: the one just before. */
export function reminderChoices(viewing: Viewing, look: ViewingLook, isLast: boolean): readonly Choice[] {
  const way = directionsChoice(viewing, look);
  const start = startChoice(viewing, look);
  if (!isLast)
    return inRows(
      [atHand(coming(viewing)), wanted(anotherTime(viewing))],
      [way, details(viewing)],
      [cancelling(viewing), homeChoice],
    );
  if (viewing.attendance === 'coming')
    return inRows([wanted(way && good(way)), atHand(runningLate(viewing))], [start, homeChoice]);
  return inRows(
    [atHand(coming(viewing)), atHand(runningLate(viewing))],
    [way, start],
    [anotherTime(viewing), cancelling(viewing)],
    [homeChoice],
  );
}

const details = ({ offer }: Viewing): Choice | undefined =>
  offer ? press(phrase('label.details'), { to: 'openProperty', offer, page: 0 }) : undefined;
const cancelling = ({ id }: Viewing): Choice =>
  press(phrase('label.cancelViewing'), { to: 'askCancel', viewing: id }, 'bad');
const coming = ({ id }: Viewing): Choice =>
  press(phrase('label.coming'), { to: 'answerAttendance', viewing: id, answer: 'coming' }, 'good');
const runningLate = ({ id }: Viewing): Choice =>
  press(phrase('label.runningLate'), { to: 'answerAttendance', viewing: id, answer: 'late' });

const otherDates = ({ id, offer }: Viewing): Choice | undefined =>
  offer ? press(phrase('label.otherDates'), { to: 'anotherTime', viewing: id }) : undefined;
/** Once another time is asked for, it is other dates that are told. */
const anotherTime = ({ id, offer, openWish }: Viewing): Choice | undefined =>
  offer
    ? press(phrase(openWish ? 'label.otherDates' : 'label.anotherTime'), { to: 'anotherTime', viewing: id })
    : undefined;
const anew = ({ offer }: Viewing, label: 'label.otherDates' | 'label.requestViewing'): Choice | undefined =>
  offer ? press(phrase(label), { to: 'requestViewing', offer }, 'good') : undefined;

const directionsChoice = (viewing: Viewing, look: ViewingLook): Choice | undefined =>
  hasDirections(viewing, look)
    ? press(phrase('label.directions'), { to: 'showDirections', viewing: viewing.id })
    : undefined;
const startChoice = (viewing: Viewing, look: ViewingLook, tone?: 'good'): Choice | undefined =>
  canStart(viewing, look)
    ? press(phrase('label.startViewing'), { to: 'startViewing', viewing: viewing.id }, tone)
    : undefined;

const wanted = (choice: Choice | undefined): Choice | undefined => choice && atHand(choice);
const good = (choice: Choice): Choice => (choice.is === 'press' ? { ...choice, tone: 'good' } : choice);
