import type { Block, CardLine, Choice, Screen } from '#core/chat/screen.ts';
import { atHand, inRows, line, press, text, title } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { bare, joined, phrase, when } from '#core/chat/text.ts';
import { homeChoice } from '#core/home/screens.ts';
import { propertyName } from '#core/offers/property-words.ts';
import { LATE_MINUTES } from './attendance.ts';
import { calendarEvent } from './calendar-event.ts';
import { LAST_REMINDER_HOURS } from './plan-reminders.ts';
import type { Viewing } from './viewing.ts';
import { reminderChoices, viewingChoices } from './viewing-choices.ts';
import { detailLines, headlineOf, nearlyHeadline, placeLines, timeOf } from './viewing-lines.ts';
import type { ViewingLook } from './viewing-look.ts';

/** One viewing as it is now, with a line above it that says why it is shown. */
export const viewingScreen = (viewing: Viewing, look: ViewingLook, lead?: Text): Screen =>
  cardOf(viewing, look, {
    headline: headlineOf(viewing, look),
    lines: detailLines(viewing, look),
    choices: viewingChoices(viewing, look),
    ...(lead ? { lead } : {}),
  });

/** The same where the client has just answered a reminder. */
export const answeredScreen = (viewing: Viewing, look: ViewingLook): Screen =>
  cardOf(viewing, look, {
    headline: nearlyHeadline(viewing, look),
    lines: detailLines(viewing, look),
    choices: viewingChoices(viewing, look),
  });

/** Running late counts already; how late is asked with one tap more. */
export const howLateScreen = (viewing: Viewing, look: ViewingLook, sparesMessages: boolean): Screen =>
  cardOf(viewing, look, {
    headline: nearlyHeadline(viewing, look),
    lines: [line(propertyName(viewing.property)), line(phrase('reminder.lateHow'))],
    choices: inRows(
      LATE_MINUTES.map((minutes) =>
        atHand(press(phrase('label.lateMinutes', { minutes }), { to: 'tellLate', viewing: viewing.id, minutes })),
      ),
      // Where three are all that there is room for, Home is typed.
      sparesMessages ? [] : [homeChoice],
    ),
  });

type Card = {
  readonly headline: Text;
  readonly lines: readonly CardLine[];
  readonly choices: readonly Choice[];
  readonly lead?: Text;
  /** Whether the home's photo stands above it, where a channel has a place for one. */
  readonly withPhoto?: true;
  /** Whether calendars are told. */
  readonly isFile?: true;
};

/** A viewing has one message in a chat: once a time was agreed, it is the one that calendars read too. */
function cardOf(viewing: Viewing, { company }: ViewingLook, card: Card): Screen {
  const { headline, lines, choices, lead, withPhoto, isFile } = card;
  const { photo } = viewing.property;
  const of = { viewing: viewing.id, name: propertyName(viewing.property) };
  const event = calendarEvent(viewing, company);
  const block: Block | undefined = event && {
    is: 'event',
    event,
    caption: headline,
    lines: [...(lead ? [line(lead)] : []), line(headline, 'headline'), ...lines],
    ...(withPhoto && photo ? { photo } : {}),
    ...(isFile ? { isFile } : {}),
  };
  const words = joined(
    '\n',
    lines.map((each) => each.text),
  );
  const blocks = block ? [block] : [...(lead ? [text(lead)] : []), title(headline), text(words)];
  return { blocks, choices, of, inPlace: true };
}

/** Asked once before anything is called off; what can be asked for again is withdrawn. */
export function reallyCancelScreen(viewing: Viewing, look: ViewingLook): Screen {
  const at = timeOf(viewing, look);
  const isAgreed = viewing.status === 'confirmed' && at !== undefined;
  const name = line(propertyName(viewing.property));
  const lines = isAgreed
    ? [line(phrase('viewing.at', { at })), name, line(phrase('viewing.timeGivenUp'))]
    : [name, line(phrase('viewing.canAskAgain'))];
  return cardOf(viewing, look, {
    headline: phrase(isAgreed ? 'viewing.askCancel' : 'viewing.askWithdraw'),
    lines,
    choices: [
      press(phrase('label.yesCancel'), { to: 'cancelViewing', viewing: viewing.id }, 'bad'),
      press(phrase('label.noKeep'), { to: 'keepViewing', viewing: viewing.id }),
    ],
  });
}

/** News rings the phone, so it is a message of its own. */
const asNews = (screen: Screen): Screen => ({ ...screen, inPlace: false });

/** The time is agreed. */
export const confirmedScreen = (viewing: Viewing, look: ViewingLook): Screen =>
  asNews(cardOf(viewing, look, { ...confirmed(viewing, look), isFile: true }));

/** The agent says something to the time that is agreed already. */
export const wordedScreen = (viewing: Viewing, look: ViewingLook): Screen =>
  asNews(cardOf(viewing, look, confirmed(viewing, look)));

/** Also on its day, since that it is confirmed is what is new. */
function confirmed(viewing: Viewing, look: ViewingLook) {
  const at = timeOf(viewing, look);
  const headline = at ? phrase('viewing.isConfirmed', { when: at }) : headlineOf(viewing, look);
  return { ...agreed(viewing, look), headline };
}

/** The agent moved a confirmed viewing; `from` is its time before. */
export function movedScreen(viewing: Viewing, look: ViewingLook, from: Date): Screen {
  const at = timeOf(viewing, look);
  const headline = at ? phrase('viewing.newTime', { when: at }) : headlineOf(viewing, look);
  const struck = phrase('viewing.at', { at: bare(when({ start: from }, look.company.timeZone, look.now)) });
  const card = agreed(viewing, look);
  const lines = [{ text: phrase('viewing.before'), struck }, ...card.lines];
  return asNews(cardOf(viewing, look, { ...card, headline, lines, isFile: true }));
}

/** The client wished for another time, and the agent keeps the one that is agreed, with a reason or without. */
export function keptScreen(viewing: Viewing, look: ViewingLook, reason?: string): Screen {
  const at = timeOf(viewing, look);
  const headline = at ? phrase('viewing.pushKept', { at }) : headlineOf(viewing, look);
  return asNews(
    cardOf(viewing, look, { ...agreed(reason === undefined ? viewing : { ...viewing, reason }, look), headline }),
  );
}

const agreed = (viewing: Viewing, look: ViewingLook) =>
  ({ lines: detailLines(viewing, look), choices: viewingChoices(viewing, look), withPhoto: true }) as const;

const news = (viewing: Viewing, look: ViewingLook): Screen => asNews(viewingScreen(viewing, look));

export const rejectedScreen = news;
/** The agent offers another time than the wishes. */
export const proposedScreen = news;
export const completedScreen = news;

/** Called off, by whomever: calendars are told so too. */
export const calledOffScreen = (viewing: Viewing, look: ViewingLook): Screen =>
  cardOf(viewing, look, {
    headline: headlineOf(viewing, look),
    lines: detailLines(viewing, look),
    choices: viewingChoices(viewing, look),
    isFile: true,
  });
/** The same as news, by the agent or by somebody else of the same deal. */
export const cancelledScreen = (viewing: Viewing, look: ViewingLook): Screen => asNews(calledOffScreen(viewing, look));

/** So many hours before a confirmed viewing: what was answered before is not asked again (rule 20). */
export function reminderScreen(viewing: Viewing, look: ViewingLook, hours: number): Screen {
  const at = timeOf(viewing, look);
  const isLast = hours <= LAST_REMINDER_HOURS;
  // One that was carried out late says what is so by then.
  const isSoon = isLast && hoursUntil(viewing, look) === LAST_REMINDER_HOURS;
  const headline = at && isSoon ? phrase('viewing.isSoon', { when: at }) : nearlyHeadline(viewing, look);
  const asks = viewing.attendance === 'coming' ? [] : [line(phrase('reminder.willYouCome'))];
  const lines = [line(propertyName(viewing.property)), ...placeLines(viewing), ...asks];
  return asNews(
    cardOf(viewing, look, { headline, lines, choices: reminderChoices(viewing, look, isLast), withPhoto: true }),
  );
}

const hoursUntil = ({ start }: Viewing, { now }: ViewingLook): number =>
  start ? Math.round((start.getTime() - now.getTime()) / HOUR_MS) : 0;
const HOUR_MS = 60 * 60 * 1000;

/** After its time, where nobody said that it took place (rule 21). */
export const didYouVisitScreen = (viewing: Viewing): Screen => ({
  blocks: [text(phrase('reminder.didYouVisit', { home: propertyName(viewing.property) }))],
  choices: [
    press(phrase('label.yes'), { to: 'startViewing', viewing: viewing.id }, 'good'),
    press(phrase('label.no'), { to: 'missedViewing', viewing: viewing.id }),
    homeChoice,
  ],
});
