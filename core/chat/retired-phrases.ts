import { joined, type Moment, phrase, type Text } from './text.ts';

type Filled = Readonly<Record<string, unknown>>;
type Successor = (values: Filled, readText: (json: unknown) => Text | undefined) => Text | undefined;

/** A moment as the versions before stored it. */
const momentOf = (value: unknown): Moment | undefined =>
  typeof value === 'object' && value !== null && 'moment' in value && 'zone' in value
    ? { moment: String(value.moment), zone: String(value.zone) }
    : undefined;
const wordsOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const atOf = ({ at }: Filled): Text | undefined => {
  const found = momentOf(at);
  return found && phrase('viewing.at', { at: found });
};

const homesOf = (group: Text, { count }: Filled): Text | undefined =>
  typeof count === 'number' ? phrase('list.groupTitle', { group, total: count }) : undefined;

/** Phrases that are said no more, and what is said in their place where a message of the version before still waits. */
export const RETIRED_PHRASES: ReadonlyMap<unknown, Successor> = new Map<unknown, Successor>([
  ['list.newTitle', (values) => homesOf(phrase('label.newProperties'), values)],
  ['list.favouritesTitle', (values) => homesOf(phrase('label.favourites'), values)],
  ['reject.askAgain', () => phrase('reject.ask')],
  ['label.notNow', () => phrase('label.chooseDays')],
  ['request.askInterested', () => phrase('request.when')],
  ['request.askDates', () => phrase('request.when')],
  ['request.askPart', () => phrase('form.part')],
  ['request.summary', ({ home }, readText) => readText(home)],
  ['request.summaryNote', () => phrase('request.sendThis')],
  ['request.summaryMore', () => phrase('request.sendThis')],
  ['viewing.alreadyCancelled', () => phrase('viewing.cancelled')],
  ['viewing.alreadyCompleted', () => phrase('viewing.completed')],
  ['viewing.alreadyRejected', () => phrase('viewing.rejected')],
  ['viewing.kept', () => phrase('viewing.standsNow')],
  ['viewing.nowCancelled', () => phrase('viewing.agentKnows')],
  ['viewing.reallyCancel', () => phrase('viewing.askCancel')],
  ['viewing.none', () => phrase('viewing.noneYet', { label: phrase('label.requestViewing') })],
  ['viewing.pushConfirmed', () => phrase('viewing.confirmed')],
  ['viewing.pushRejected', () => phrase('viewing.isDeclined')],
  ['viewing.pushCancelled', () => phrase('viewing.isGivenUp')],
  ['viewing.pushCompleted', () => phrase('viewing.completed')],
  ['viewing.pushProposed', () => phrase('viewing.offered')],
  ['viewing.proposed', atOf],
  ['viewing.startNotYet', atOf],
  ['viewing.pushKeptWhy', ({ at, reason }) => keptWhy(momentOf(at), wordsOf(reason))],
  ['viewing.pushMoved', ({ from }) => movedFrom(momentOf(from))],
  ['viewing.pushCancelledBy', ({ name }) => by(wordsOf(name))],
  ['viewing.wishSent', () => phrase('viewing.standsNow')],
  ['calendar.agreed', () => phrase('label.calendar')],
  ['calendar.cancelled', () => phrase('viewing.isGivenUp')],
  ['request.sent', () => phrase('viewing.requestSent')],
  ['reminder.soon', () => phrase('reminder.willYouCome')],
  ['reminder.coming', () => phrase('reminder.isComing')],
  ['reminder.late', () => phrase('reminder.isLate')],
  ['directions.notYet', ({ at }) => opens(momentOf(at))],
]);

const by = (name: string | undefined): Text | undefined =>
  name === undefined ? undefined : phrase('viewing.cancelledBy', { name });
const opens = (at: Moment | undefined): Text | undefined => at && phrase('directions.opens', { when: at });
const movedFrom = (from: Moment | undefined): Text | undefined =>
  from && joined(' ', [phrase('viewing.before'), phrase('viewing.at', { at: from })]);
const keptWhy = (at: Moment | undefined, reason: string | undefined): Text | undefined =>
  at && reason !== undefined
    ? joined('\n', [phrase('viewing.pushKept', { at }), phrase('viewing.because', { reason })])
    : undefined;
