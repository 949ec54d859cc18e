import type { Block, Choice, Screen } from '#core/chat/screen.ts';
import { press, text, title } from '#core/chat/screen.ts';
import type { Phrase, Text } from '#core/chat/text.ts';
import { joined, moment, phrase, verbatim } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import type { Company } from '#core/company.ts';
import { homeChoice } from '#core/home/screens.ts';
import type { Page } from '#core/offers/offer.ts';
import { propertyName } from '#core/offers/property-words.ts';
import { calendarEvent } from './calendar-event.ts';
import type { Tab, TabCounts } from './tabs.ts';
import { TABS } from './tabs.ts';
import type { Viewing, ViewingStatus } from './viewing.ts';

export const propertyOf = (viewing: Viewing): Text => propertyName(viewing.property);

const daysOf = (wishes: readonly Wish[]): readonly Text[] =>
  wishes.map(({ date, partOfDay }) => phrase('request.wish', { day: { day: date, part: partOfDay } }));

/** One a line. */
export const wishLines = (wishes: readonly Wish[]): Text =>
  joined(
    '\n',
    daysOf(wishes).map((day) => joined(' ', [verbatim('•'), day])),
  );

/** The states of one whose time was agreed, where it has one. */
const WITH_TIME: readonly ViewingStatus[] = ['confirmed', 'completed', 'cancelled'];

/** The time that was agreed; also of one that was called off since, so that the client knows which. */
const agreedTime = ({ start, status }: Viewing): Date | null => (WITH_TIME.includes(status) ? start : null);

/** All that is so about one viewing: home, state, time or wishes, place, and the agent's words. */
export function viewingBlocks(viewing: Viewing, company: Company): readonly Block[] {
  const { property, street, reason, status } = viewing;
  const agreed = agreedTime(viewing);
  const lines: Text[] = [
    phrase(`viewing.${status}`),
    agreed
      ? phrase('viewing.at', { at: moment(agreed, company.timeZone) })
      : phrase('viewing.wished', { days: wishLines(viewing.preferredDates) }),
    ...(status === 'pending' && viewing.proposedStart
      ? [phrase('viewing.proposed', { at: moment(viewing.proposedStart, company.timeZone) })]
      : []),
    ...(status === 'confirmed' && viewing.openWish
      ? [phrase('viewing.wishedInstead', { days: wishLines(viewing.preferredDates) })]
      : []),
    ...(agreed && street && status !== 'cancelled'
      ? [phrase('viewing.address', { street: joinStreet(street, property.city) })]
      : []),
    ...(reason ? [phrase('viewing.because', { reason })] : []),
    phrase('property.reference', { reference: property.reference }),
  ];
  return [title(propertyOf(viewing)), text({ join: lines, by: '\n' })];
}

const joinStreet = (street: string, city: string | null): string => (city ? `${street}, ${city}` : street);

export function viewingChoices(viewing: Viewing): readonly Choice[] {
  const open = viewing.status === 'pending' || viewing.status === 'confirmed';
  return [
    ...(viewing.offer ? [press(phrase('label.details'), { to: 'openProperty', offer: viewing.offer, page: 0 })] : []),
    ...(viewing.status === 'completed'
      ? [press(phrase('label.feedback'), { to: 'giveFeedback' as const, viewing: viewing.id }, 'good')]
      : []),
    ...(viewing.status === 'confirmed'
      ? [
          press(phrase('label.directions'), { to: 'showDirections' as const, viewing: viewing.id }),
          press(phrase('label.startViewing'), { to: 'startViewing' as const, viewing: viewing.id }),
          ...(viewing.offer ? [press(phrase('label.anotherTime'), anotherTime(viewing))] : []),
        ]
      : []),
    ...(viewing.status === 'pending' && viewing.proposedStart
      ? offeredTimeChoices(viewing, viewing.proposedStart)
      : []),
    ...(open ? [press(phrase('label.cancelViewing'), { to: 'askCancel', viewing: viewing.id }, 'bad')] : []),
  ];
}

const anotherTime = ({ id }: Viewing) => ({ to: 'anotherTime' as const, viewing: id });

const offeredTimeChoices = (viewing: Viewing, at: Date): readonly Choice[] => [
  press(phrase('label.accept'), { to: 'acceptTime', viewing: viewing.id, at: Math.floor(at.getTime() / 1000) }, 'good'),
  ...(viewing.offer ? [press(phrase('label.otherDates'), anotherTime(viewing))] : []),
];

/** One viewing, with a line above it that says why it is shown. */
export const viewingScreen = (viewing: Viewing, company: Company, lead?: Text): Screen => ({
  blocks: [...(lead ? [text(lead)] : []), ...viewingBlocks(viewing, company)],
  choices: [
    ...viewingChoices(viewing),
    press(phrase('label.viewings'), { to: 'listViewings', tab: tabOf(viewing), page: 0 }),
    homeChoice,
  ],
  inPlace: true,
});

/** The tab to go back to; a confirmed one that has begun stands in Recent, which Upcoming leads to in a tap. */
const tabOf = ({ status }: Viewing): Tab =>
  status === 'pending' ? 'unconfirmed' : status === 'confirmed' ? 'upcoming' : 'recent';

/** Which tab it is, and how many stand in it. */
const tabWithCount = (tab: Tab, total: number): Text =>
  phrase('viewing.tabTitle', { tab: phrase(`tab.${tab}`), total });

/** What stands in the tabs beside the one that is shown. */
type Beside = { readonly counts: TabCounts; readonly others: readonly Tab[] };

/** One of the three tabs, and how many stand in the `others`. A single viewing is shown whole, several as a list. */
export function viewingsScreen(
  tab: Tab,
  page: Page<Viewing>,
  number: number,
  company: Company,
  { counts, others }: Beside,
): Screen {
  const tabs = TABS.map((each) => press(phrase(`tab.${each}`), { to: 'listViewings' as const, tab: each, page: 0 }));
  const around = [
    ...(page.more ? [press(phrase('label.more'), { to: 'listViewings' as const, tab, page: number + 1 })] : []),
    ...(number > 0 ? [press(phrase('label.back'), { to: 'listViewings' as const, tab, page: number - 1 })] : []),
    ...tabs,
    homeChoice,
  ];
  const beside = joined(
    ' · ',
    others.map((each) => tabWithCount(each, counts[each])),
  );
  const head = [title(tabWithCount(tab, page.total)), ...(others.length > 0 ? [text(beside)] : [])];
  const [only] = page.items;
  if (!only) return { blocks: [...head, text(phrase('viewing.none'))], choices: around, inPlace: true };
  if (page.total === 1)
    return {
      blocks: [...head, ...viewingBlocks(only, company)],
      choices: [...viewingChoices(only), ...around],
      inPlace: true,
    };
  const entries = page.items.map((viewing) => ({
    title: propertyOf(viewing),
    line: lineOf(viewing, company),
    intent: { to: 'openViewing' as const, viewing: viewing.id },
  }));
  return { blocks: [...head, { is: 'list', entries }], choices: around, inPlace: true };
}

function lineOf(viewing: Viewing, company: Company): Text {
  const { status } = viewing;
  const agreed = agreedTime(viewing);
  return joined(' · ', [
    phrase(`viewing.${status}`),
    agreed
      ? phrase('viewing.at', { at: moment(agreed, company.timeZone) })
      : joined(' / ', daysOf(viewing.preferredDates)),
  ]);
}

export const reallyCancelScreen = (viewing: Viewing): Screen => ({
  blocks: [text(phrase('viewing.reallyCancel', { home: propertyOf(viewing) }))],
  choices: [
    press(phrase('label.yesCancel'), { to: 'cancelViewing', viewing: viewing.id }, 'bad'),
    press(phrase('label.noKeep'), { to: 'keepViewing', viewing: viewing.id }),
  ],
  inPlace: true,
});

/** What a calendar is told: a new or moved time, or that it is called off. Nothing where no time was ever agreed. */
export function eventBlocks(viewing: Viewing, company: Company): readonly Block[] {
  const event = calendarEvent(viewing, company);
  if (!event) return [];
  return [{ is: 'event', event, caption: phrase(event.isCancelled ? 'calendar.cancelled' : 'calendar.agreed') }];
}

function pushed(viewing: Viewing, company: Company, news: Phrase, tellsCalendar = false): Screen {
  const screen = viewingScreen(viewing, company, news);
  const events = tellsCalendar ? eventBlocks(viewing, company) : [];
  return { ...screen, blocks: [...screen.blocks, ...events], inPlace: false };
}

/** The agent confirmed: the time, the place and how to cancel. */
export const confirmedScreen = (viewing: Viewing, company: Company): Screen =>
  pushed(viewing, company, phrase('viewing.pushConfirmed'), true);
/** The agent says something to the time that is agreed already. */
export const wordedScreen = (viewing: Viewing, company: Company): Screen =>
  pushed(viewing, company, phrase('viewing.pushConfirmed'));
export const rejectedScreen = (viewing: Viewing, company: Company): Screen =>
  pushed(viewing, company, phrase('viewing.pushRejected'));
export const cancelledByAgentScreen = (viewing: Viewing, company: Company): Screen =>
  pushed(viewing, company, phrase('viewing.pushCancelled'), true);
/** Somebody else of the same deal cancelled. */
export const cancelledByOtherScreen = (viewing: Viewing, company: Company, name: string): Screen =>
  pushed(viewing, company, phrase('viewing.pushCancelledBy', { name }), true);
/** The agent offers another time than the wishes. */
export const proposedScreen = (viewing: Viewing, company: Company): Screen =>
  pushed(viewing, company, phrase('viewing.pushProposed'));
/** The agent moved a confirmed viewing; `from` is its time before. */
export const movedScreen = (viewing: Viewing, company: Company, from: Date): Screen =>
  pushed(viewing, company, phrase('viewing.pushMoved', { from: moment(from, company.timeZone) }), true);
/** The client wished for another time, and the agent keeps the one that is agreed, with a reason or without. */
export const keptScreen = (viewing: Viewing & { readonly start: Date }, company: Company, reason?: string): Screen => {
  const at = moment(viewing.start, company.timeZone);
  return pushed(
    viewing,
    company,
    reason === undefined ? phrase('viewing.pushKept', { at }) : phrase('viewing.pushKeptWhy', { at, reason }),
  );
};
export const completedScreen = (viewing: Viewing, company: Company): Screen =>
  pushed(viewing, company, phrase('viewing.pushCompleted'));

/** Some hours before a confirmed viewing (rule 20). */
export const reminderScreen = (viewing: Viewing, company: Company): Screen => ({
  blocks: [text(phrase('reminder.soon')), ...viewingBlocks(viewing, company)],
  choices: [
    press(phrase('label.coming'), { to: 'answerAttendance', viewing: viewing.id, answer: 'coming' }, 'good'),
    press(phrase('label.runningLate'), { to: 'answerAttendance', viewing: viewing.id, answer: 'late' }),
    ...(viewing.offer ? [press(phrase('label.anotherTime'), anotherTime(viewing))] : []),
    press(phrase('label.directions'), { to: 'showDirections', viewing: viewing.id }),
    press(phrase('label.cancelViewing'), { to: 'askCancel', viewing: viewing.id }, 'bad'),
    homeChoice,
  ],
});

/** After its time, where nobody said that it took place (rule 21). */
export const didYouVisitScreen = (viewing: Viewing): Screen => ({
  blocks: [text(phrase('reminder.didYouVisit', { home: propertyOf(viewing) }))],
  choices: [
    press(phrase('label.yes'), { to: 'startViewing', viewing: viewing.id }, 'good'),
    press(phrase('label.no'), { to: 'missedViewing', viewing: viewing.id }),
    homeChoice,
  ],
});

/** Why nothing more can be done about a viewing. */
export function finalNote(viewing: Viewing): Text | undefined {
  const home = propertyOf(viewing);
  if (viewing.status === 'completed') return phrase('viewing.alreadyCompleted', { home });
  if (viewing.status === 'rejected') return phrase('viewing.alreadyRejected', { home });
  return viewing.status === 'cancelled' ? phrase('viewing.alreadyCancelled', { home }) : undefined;
}
