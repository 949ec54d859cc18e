import { CHANNELS } from '#core/chat/channels.ts';
import type { Chat, Client } from '#core/chat/chat.ts';
import { atHand, type Block, type Choice, press, type Screen, text, title } from '#core/chat/screen.ts';
import { bare, joined, phrase, type Text, verbatim, when } from '#core/chat/text.ts';
import { dayOf } from '#core/clock.ts';
import type { Company } from '#core/company.ts';
import type { Counts, Search } from '#core/offers/offer.ts';
import type { Ahead, Viewing } from '#core/viewings/viewing.ts';
import { inMenuRows, menuChoices } from './screens.ts';

/** What is so when Home is shown. */
export type HomeState = {
  readonly counts: Counts;
  readonly ahead: Ahead;
  readonly search: Search;
  readonly now: Date;
};

/** Home: what waits for the client and what is to come, a line each and only where it is so. */
export function homeScreen(
  { firstName, kind }: Client,
  chat: Pick<Chat, 'channel' | 'company' | 'isNumbered'>,
  state: HomeState,
  lead: readonly Block[] = [],
): Screen {
  const { counts, ahead } = state;
  const head = [...lead, title(phrase('home.greeting', { name: firstName }))];
  const nothingIsAhead = ahead.offered.length === 0 && !ahead.next && ahead.requests === 0;
  if (nothingIsAhead && (kind === 'lead' || nothingIn(counts)))
    return {
      blocks: [...head, text(phrase('home.leadNote'))],
      choices: [menuChoices.contactAgent, menuChoices.profile],
      isMenu: true,
    };
  const lines = [...aheadLines(chat.company, state), ...countLines(state)];
  const closed = state.search === 'won' ? 'home.searchWon' : 'home.searchLost';
  return {
    blocks: [
      ...(state.search === 'open' ? [] : [text(phrase(closed))]),
      ...head,
      ...(lines.length > 0 ? [text(joined('\n', lines))] : []),
    ],
    choices: choicesFor(chat, state),
    isMenu: true,
  };
}

/** Whether nothing was ever offered, nor anything agreed. */
export const nothingIn = (counts: Counts): boolean => Object.values(counts).every((count) => count === 0);

/** The zone stands at the first time alone. */
function aheadLines({ name, timeZone }: Company, { ahead: { offered, next }, now }: HomeState): readonly Text[] {
  const times = [
    ...offered.map(({ proposedStart, agent }) => ({
      at: when({ start: proposedStart }, timeZone, now),
      agent: agent?.name ?? name,
    })),
    ...(next ? [{ at: when(next, timeZone, now), place: next.property.city }] : []),
  ];
  return times.map((time, index) => {
    const at = index === 0 ? time.at : bare(time.at);
    if ('agent' in time) return phrase('home.offered', { agent: time.agent, when: at });
    return joined(', ', [phrase('home.next', { when: at }), ...(time.place ? [verbatim(time.place)] : [])]);
  });
}

/** Nothing that is zero. */
function countLines({ counts, ahead }: HomeState): readonly Text[] {
  const some = (
    count: number,
    say: 'home.new' | 'home.toRate' | 'home.requests' | 'home.interested' | 'home.ratings',
  ) => (count > 0 ? [phrase(say, { count })] : []);
  const unjudged = [...some(counts.new, 'home.new'), ...some(counts.toRate, 'home.toRate')];
  const judged = [...some(counts.interested, 'home.interested'), ...some(counts.ratings, 'home.ratings')];
  const waits = unjudged.length > 0 ? joined(' · ', unjudged) : phrase('home.judged');
  return [
    ...(nothingIn(counts) ? [] : [waits]),
    ...some(ahead.requests, 'home.requests'),
    ...(judged.length > 0 ? [joined(' · ', judged)] : []),
  ];
}

/** What is wanted first stands first: the viewings where one is near or a time is offered. */
function choicesFor({ channel, company, isNumbered }: Parameters<typeof homeScreen>[1], state: HomeState) {
  const { newProperties, allProperties, viewings, favourites, contactAgent, profile } = menuChoices;
  const { counts, ahead, now } = state;
  if (CHANNELS[channel].sparesMessages && !isNumbered) {
    const first = counts.toRate > 0 || counts.new > 0 ? [newProperties, viewings] : [viewings, allProperties];
    const rest = [newProperties, allProperties, favourites, contactAgent, profile, languageChoice];
    return [...first.map(atHand), ...rest.filter((choice) => !first.includes(choice))];
  }
  return inMenuRows(ahead.offered.length > 0 || isToday(ahead.next, company, now));
}

const languageChoice: Choice = press(phrase('label.language'), { to: 'listLanguages' });

const isToday = (next: (Viewing & { readonly start: Date }) | undefined, { timeZone }: Company, now: Date): boolean =>
  next !== undefined && dayOf(next.start, timeZone) === dayOf(now, timeZone);
