import { type CardLine, line } from '#core/chat/screen.ts';
import { shownStars } from '#core/chat/stars.ts';
import { bare, joined, phrase, type Text, verbatim, when } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import { propertyName } from '#core/offers/property-words.ts';
import type { Viewing } from './viewing.ts';
import type { ViewingLook } from './viewing-look.ts';
import { daysUntil, directionsAt, stateOf } from './viewing-state.ts';

const daysOf = (wishes: readonly Wish[]): readonly Text[] =>
  wishes.map(({ date, partOfDay }) => phrase('request.wish', { day: { day: date, part: partOfDay, brief: true } }));

/** One a line. */
export const wishLines = (wishes: readonly Wish[]): Text =>
  joined(
    '\n',
    daysOf(wishes).map((day) => joined(' ', [verbatim('•'), day])),
  );

/** In a row. */
export const wishRow = (wishes: readonly Wish[]): Text => joined(' · ', daysOf(wishes));

export const agentName = ({ agent }: Viewing, { company }: ViewingLook): string => agent?.name || company.name;

/** When it is or was agreed, in short; undefined where no time ever was. */
export const timeOf = ({ start, end }: Viewing, { company, now }: ViewingLook) =>
  start ? when({ start, end }, company.timeZone, now) : undefined;

/** What is so of it, in a line. */
export function headlineOf(viewing: Viewing, look: ViewingLook): Text {
  const { company, now } = look;
  const at = timeOf(viewing, look);
  switch (stateOf(viewing, look)) {
    case 'pending':
      return phrase('viewing.requestSent');
    case 'offered': {
      const start = viewing.proposedStart ?? now;
      return phrase('viewing.offers', {
        agent: agentName(viewing, look),
        when: when({ start }, company.timeZone, now),
      });
    }
    case 'confirmed':
      return at ? phrase('viewing.isConfirmed', { when: at }) : phrase('viewing.confirmed');
    case 'today':
      return at ? phrase('viewing.isToday', { when: at }) : phrase('viewing.confirmed');
    case 'declined':
      return phrase('viewing.isDeclined');
    case 'cancelled':
    case 'givenUp':
      return at ? phrase('viewing.isCancelled', { when: at }) : phrase('viewing.isGivenUp');
    case 'completed':
      return at ? phrase('viewing.isVisited', { when: at }) : phrase('viewing.completed');
  }
}

/** How an agreed one stands to somebody who has said that they come: by the day that it is on. */
export function nearlyHeadline(viewing: Viewing, look: ViewingLook): Text {
  const at = timeOf(viewing, look);
  return at && daysUntil(viewing, look) === 1 ? phrase('viewing.isTomorrow', { when: at }) : headlineOf(viewing, look);
}

/** What stands below the headline, a line each. */
export function detailLines(viewing: Viewing, look: ViewingLook): readonly CardLine[] {
  const name = line(propertyName(viewing.property));
  const { preferredDates: wishes, reason } = viewing;
  const said = reason ? [line(phrase('viewing.because', { reason }))] : [];
  const wished = wishes.length > 0 ? [line(phrase('viewing.wished', { days: wishRow(wishes) }))] : [];
  switch (stateOf(viewing, look)) {
    case 'pending': {
      const answers = phrase('viewing.agentAnswers', { agent: agentName(viewing, look) });
      return [name, line(wishLines(wishes)), line(answers)];
    }
    case 'offered':
    case 'declined':
      return [...said, name, ...wished];
    case 'confirmed':
    case 'today':
      return [...said, name, ...placeLines(viewing), ...openLines(viewing, look), ...attendanceLines(viewing)];
    case 'cancelled':
      return [...said, ...byLines(viewing), name, ...(viewing.start ? [] : wished)];
    case 'givenUp':
      return [name, ...(viewing.start ? [] : wished), line(phrase('viewing.agentKnows'))];
    case 'completed': {
      const { stars } = look;
      return [name, ...(stars === undefined ? [] : [line(verbatim(shownStars(stars)))])];
    }
  }
}

/** Where, with whom, and by which reference. */
export function placeLines({ street, property, agent }: Viewing): readonly CardLine[] {
  const address = [street, property.city].filter(Boolean).join(', ');
  const who = agent && [agent.name, agent.phone].filter(Boolean).join(', ');
  return [
    ...(address ? [line(phrase('viewing.address', { street: address }))] : []),
    ...(who ? [line(phrase('calendar.agent', { agent: who }))] : []),
    line(phrase('property.reference', { reference: property.reference })),
  ];
}

/** What is still to come of an agreed one: the answer to a wish, and the way there. */
function openLines(viewing: Viewing, { company, now }: ViewingLook): readonly CardLine[] {
  const opens = directionsAt(viewing);
  return [
    ...(viewing.openWish ? [line(phrase('viewing.wishedInstead', { days: wishRow(viewing.preferredDates) }))] : []),
    ...(opens && now < opens
      ? [line(phrase('directions.opens', { when: bare(when({ start: opens }, company.timeZone, now)) }))]
      : []),
  ];
}

function attendanceLines({ attendance, lateMinutes: minutes }: Viewing): readonly CardLine[] {
  if (attendance === null) return [];
  if (attendance === 'late' && minutes !== null) return [line(phrase('reminder.lateBy', { minutes }))];
  return [line(attendance === 'coming' ? phrase('reminder.isComing') : phrase('reminder.isLate'))];
}

/** Whoever of the clients called it off; an agent's reason says it for them. */
const byLines = ({ changed }: Viewing): readonly CardLine[] =>
  changed && changed.by.id === null ? [line(phrase('viewing.cancelledBy', { name: changed.by.name }))] : [];
