import { createChanges } from './changes.ts';
import { type ChatView, createChatView } from './chat-view.ts';
import { createBot, type NewBot } from './create-bot.ts';
import { createFaults, type Faults } from './faults.ts';
import { createJournal, type Journal } from './journal.ts';
import { CALLBACK_ANSWER_MS, RATE } from './limits.ts';
import { createPerson, type Person } from './people.ts';
import type { RateLimits } from './rate.ts';
import { type WaitOptions, waitFor } from './wait-for.ts';
import type { DeliveryTimes } from './webhook-delivery.ts';
import type { BotState, PersonState, World } from './world.ts';

export type StandInOptions = {
  readonly bots?: readonly NewBot[];
  /** Milliseconds. */
  readonly now?: () => number;
  /** Journal entries kept: all unless told. */
  readonly keep?: 'all' | number;
  /** Messages kept a chat: all unless told. */
  readonly keepMessages?: number;
  /** As Telegram's unless told; false for none. */
  readonly rateLimits?: RateLimits | false;
  readonly webhook?: Partial<DeliveryTimes>;
  /** How long a press may be answered. */
  readonly callbackAnswerMs?: number;
  /** Gets what a bot sends by URL; without it such sends are refused. */
  readonly download?: (url: string) => Promise<Uint8Array | undefined>;
};

/** A Telegram of one's own without its wire: bots, people who chat, and what went on. */
export type StandIn = {
  readonly bots: readonly BotState[];
  addBot(bot: NewBot): BotState;
  /** By token, username or id; the only one where nothing is given. */
  bot(which?: BotState | string): BotState;
  person(person: Partial<PersonState> & { readonly firstName: string }): Person;
  /** Somebody who exists already. */
  who(personId: number): Person;
  chat(bot: BotState | string, personId: number): ChatView;
  /** The bytes of a file that any bot knows. */
  file(fileId: string): Uint8Array | undefined;
  readonly journal: Journal;
  readonly faults: Faults;
  waitFor<T>(look: () => T | undefined | null | false, options?: WaitOptions): Promise<T>;
};

/** Real ones: 60 s, and waits that grow to minutes. These start short, so that tests are quick. */
const DELIVERY_TIMES: DeliveryTimes = { timeoutMs: 60_000, firstRetryMs: 300, lastRetryMs: 10_000 };
const FIRST_PERSON = 700_000_000;

export function createWorld(options: StandInOptions): World {
  const changes = createChanges();
  return {
    now: options.now ?? Date.now,
    changes,
    journal: createJournal(options.keep ?? 'all', changes),
    faults: createFaults(),
    bots: new Map(),
    people: new Map(),
    keepMessages: options.keepMessages ?? Number.POSITIVE_INFINITY,
    callbackAnswerMs: options.callbackAnswerMs ?? CALLBACK_ANSWER_MS,
    download: options.download ?? (() => Promise.resolve(undefined)),
  };
}

export function createStandIn(world: World, options: StandInOptions): StandIn {
  const botOptions = {
    rateLimits: options.rateLimits === false ? undefined : (options.rateLimits ?? RATE),
    deliveryTimes: { ...DELIVERY_TIMES, ...options.webhook },
  };
  const persons = new Map<number, Person>();

  const standIn: StandIn = {
    get bots() {
      return [...world.bots.values()];
    },
    addBot: (given) => {
      const bot = createBot(world, botOptions, given);
      world.bots.set(bot.token, bot);
      return bot;
    },
    bot: (which) => botOf(standIn.bots, which),
    person: (given) => {
      const state: PersonState = { ...given, id: given.id ?? FIRST_PERSON + world.people.size + 1 };
      const person = createPerson(world, state, standIn.bot);
      world.people.set(state.id, state);
      persons.set(state.id, person);
      return person;
    },
    who: (personId) => {
      const person = persons.get(personId);
      if (!person) throw new Error(`nobody has the id ${personId}`);
      return person;
    },
    chat: (bot, personId) => {
      const person = world.people.get(personId);
      if (!person) throw new Error(`nobody has the id ${personId}`);
      return createChatView(world, standIn.bot(bot), person);
    },
    file: (fileId) => standIn.bots.map((bot) => bot.files.find(fileId)?.bytes).find((bytes) => bytes !== undefined),
    journal: world.journal,
    faults: world.faults,
    waitFor: (look, waitOptions) => waitFor(world.changes, look, waitOptions),
  };
  for (const bot of options.bots ?? []) standIn.addBot(bot);
  return standIn;
}

function botOf(bots: readonly BotState[], which?: BotState | string): BotState {
  if (which === undefined) {
    const [only] = bots;
    if (!only || bots.length > 1) throw new Error('say which bot');
    return only;
  }
  const found = bots.find(
    (bot) => bot === which || [bot.token, bot.username, `@${bot.username}`, `${bot.id}`].includes(`${which}`),
  );
  if (!found) throw new Error('no such bot');
  return found;
}
