import type { Block, CardLine, Choice, Screen } from '#core/chat/screen.ts';
import { line, press, text, title } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { bare, joined, phrase, when } from '#core/chat/text.ts';
import { homeChoice } from '#core/home/screens.ts';
import { propertyName } from '#core/offers/property-words.ts';
import { calendarEvent } from './calendar-event.ts';
import { LAST_REMINDER_HOURS } from './plan-reminders.ts';
import type { Viewing } from './viewing.ts';
import { reminderChoices, viewingChoices } from './viewing-choices.ts';
import { detailLines, headlineOf, nearlyHeadline, placeLines, timeOf } from './viewing-lines.ts';
import type { ViewingLook } from './viewing-look.ts';

/** One viewing as it is now, with a line above it that says why it is shown. */
export const viewingScreen = (viewing: Viewing, look: ViewingLook, lead?: Text): Screen =>
  cardScreen(headlineOf(viewing, look), detailLines(viewing, look), viewingChoices(viewing, look), lead);

/** The same where the client has just answered a reminder. */
export const answeredScreen = (viewing: Viewing, look: ViewingLook): Screen =>
  cardScreen(nearlyHeadline(viewing, look), detailLines(viewing, look), viewingChoices(viewing, look));

function cardScreen(headline: Text, lines: readonly CardLine[], choices: readonly Choice[], lead?: Text): Screen {
  const words = joined(
    '\n',
    lines.map((each) => each.text),
  );
  return { blocks: [...(lead ? [text(lead)] : []), title(headline), text(words)], choices, inPlace: true };
}

/** Asked once before anything is called off; what can be asked for again is withdrawn. */
export function reallyCancelScreen(viewing: Viewing, look: ViewingLook): Screen {
  const at = timeOf(viewing, look);
  const isAgreed = viewing.status === 'confirmed' && at !== undefined;
  const name = line(propertyName(viewing.property));
  const lines = isAgreed
    ? [line(phrase('viewing.at', { at })), name, line(phrase('viewing.timeGivenUp'))]
    : [name, line(phrase('viewing.canAskAgain'))];
  return cardScreen(phrase(isAgreed ? 'viewing.askCancel' : 'viewing.askWithdraw'), lines, [
    press(phrase('label.yesCancel'), { to: 'cancelViewing', viewing: viewing.id }, 'bad'),
    press(phrase('label.noKeep'), { to: 'keepViewing', viewing: viewing.id }),
  ]);
}

/** What a calendar is told: a new or moved time, or that it is called off. Nothing where no time was ever agreed. */
function eventBlocks(viewing: Viewing, { company }: ViewingLook): readonly Block[] {
  const event = calendarEvent(viewing, company);
  if (!event) return [];
  return [{ is: 'event', event, caption: phrase(event.isCancelled ? 'calendar.cancelled' : 'calendar.agreed') }];
}

/** The same, and told to calendars. */
export const withEvent = (screen: Screen, viewing: Viewing, look: ViewingLook): Screen => ({
  ...screen,
  blocks: [...screen.blocks, ...eventBlocks(viewing, look)],
});

/** News rings the phone, so it is a message of its own. */
const asNews = (screen: Screen): Screen => ({ ...screen, inPlace: false });

/** The time is agreed. */
export function confirmedScreen(viewing: Viewing, look: ViewingLook): Screen {
  const at = timeOf(viewing, look);
  const headline = at ? phrase('viewing.isConfirmed', { when: at }) : headlineOf(viewing, look);
  const screen = cardScreen(headline, detailLines(viewing, look), viewingChoices(viewing, look));
  return asNews(withEvent(screen, viewing, look));
}

/** The agent moved a confirmed viewing; `from` is its time before. */
export function movedScreen(viewing: Viewing, look: ViewingLook, from: Date): Screen {
  const at = timeOf(viewing, look);
  const headline = at ? phrase('viewing.newTime', { when: at }) : headlineOf(viewing, look);
  const former = phrase('viewing.at', { at: bare(when({ start: from }, look.company.timeZone, look.now)) });
  const before = line(joined(' ', [phrase('viewing.before'), former]));
  const screen = cardScreen(headline, [before, ...detailLines(viewing, look)], viewingChoices(viewing, look));
  return asNews(withEvent(screen, viewing, look));
}

/** The client wished for another time, and the agent keeps the one that is agreed, with a reason or without. */
export function keptScreen(viewing: Viewing, look: ViewingLook, reason?: string): Screen {
  const at = timeOf(viewing, look);
  const headline = at ? phrase('viewing.pushKept', { at }) : headlineOf(viewing, look);
  const lines = detailLines({ ...viewing, reason: reason ?? null }, look);
  return asNews(cardScreen(headline, lines, viewingChoices(viewing, look)));
}

const news = (viewing: Viewing, look: ViewingLook): Screen => asNews(viewingScreen(viewing, look));
const newsWithEvent = (viewing: Viewing, look: ViewingLook): Screen => withEvent(news(viewing, look), viewing, look);

export const rejectedScreen = news;
/** The agent offers another time than the wishes. */
export const proposedScreen = news;
export const completedScreen = news;
/** The agent called it off, or somebody else of the same deal. */
export const cancelledScreen = newsWithEvent;

/** So many hours before a confirmed viewing: what was answered before is not asked again (rule 20). */
export function reminderScreen(viewing: Viewing, look: ViewingLook, hours: number): Screen {
  const at = timeOf(viewing, look);
  const isLast = hours <= LAST_REMINDER_HOURS;
  // One that was carried out late says what is so by then.
  const isSoon = isLast && hoursUntil(viewing, look) === LAST_REMINDER_HOURS;
  const headline = at && isSoon ? phrase('viewing.isSoon', { when: at }) : nearlyHeadline(viewing, look);
  const asks = viewing.attendance === 'coming' ? [] : [line(phrase('reminder.willYouCome'))];
  const lines = [line(propertyName(viewing.property)), ...placeLines(viewing), ...asks];
  return asNews(cardScreen(headline, lines, reminderChoices(viewing, look, isLast)));
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
