import type { Channel } from '#core/chat/channels.ts';
import type { Receipt } from '#core/chat/owed.ts';
import type { Turn } from '#core/chat/turn.ts';
import type { ChannelAccountId } from '#core/ids.ts';

/** What a turn owes its chat; `gathers`: it waits for more of this kind, or was taken in by one that did. */
export type OwedAnswer = { readonly messages: number; readonly gathers?: Receipt };

/** How long clients wait for an answer: from their event to the first message of its answer being with the platform, in this process. */
export type AnswerTimes = {
  came(turn: Turn): void;
  /** What the turn came to is committed. */
  took(turn: Turn, owed: OwedAnswer): void;
  /** A message of an answer to the chat is settled; `isSent`: it is with the platform. */
  settled(account: ChannelAccountId, address: string, isSent: boolean): void;
};

type Waiting = {
  readonly event: string;
  readonly channel: Channel;
  readonly since: number;
  /** Messages of its answer that are not settled; 0 until its turn is committed. */
  owes: number;
  gathers?: Receipt;
  /** Its first message is settled. */
  isBegun: boolean;
};

type Needs = {
  /** Milliseconds of a clock that only runs forward. */
  readonly ticks: () => number;
  readonly observe: (seconds: number, channel: Channel) => void;
};

/** What another process answers is never heard of here. */
const FORGOTTEN_MS = 10 * 60_000;
/** Chats that are waited for at once; more than any hour has, and little memory. */
const MOST_CHATS = 10_000;

/** Answers go out in the order of their events, each in as many messages as it owes, so those that are settled are counted down. */
export function createAnswerTimes({ ticks, observe }: Needs): AnswerTimes {
  const chats = new Map<string, Waiting[]>();
  const keyOf = (account: ChannelAccountId, address: string) => `${account}/${address}`;
  const waitingIn = (key: string) => (chats.get(key) ?? []).filter(({ since }) => ticks() - since < FORGOTTEN_MS);
  const keep = (key: string, waiting: Waiting[]) => {
    chats.delete(key);
    if (waiting.length > 0) chats.set(key, waiting);
    const [oldest] = chats.keys();
    if (chats.size > MOST_CHATS && oldest !== undefined) chats.delete(oldest);
  };

  return {
    came({ account, address, event, channel }) {
      const key = keyOf(account, address);
      const waiting = waitingIn(key);
      if (waiting.some((each) => each.event === event)) return;
      keep(key, [...waiting, { event, channel, since: ticks(), owes: 0, isBegun: false }]);
    },
    took({ account, address, event }, { messages, gathers }) {
      const key = keyOf(account, address);
      const waiting = waitingIn(key);
      // One that is told again while its answer is on the way came to nothing by that.
      const own = waiting.find((each) => each.event === event && each.owes === 0);
      if (!own) return;
      const others = waiting.filter((each) => each !== own);
      if (messages === 0 || (gathers && isTakenIn(others, gathers))) return keep(key, others);
      own.owes = messages;
      if (gathers) own.gathers = gathers;
      keep(key, waiting);
    },
    settled(account, address, isSent) {
      const key = keyOf(account, address);
      const waiting = waitingIn(key);
      const answered = waiting.find(({ owes }) => owes > 0);
      if (!answered) return;
      if (isSent && !answered.isBegun) observe((ticks() - answered.since) / 1000, answered.channel);
      answered.isBegun = true;
      answered.owes -= 1;
      keep(
        key,
        waiting.filter((each) => each !== answered || each.owes > 0),
      );
    },
  };
}

/** Whether one of its kind still waits, after which nothing else was owed: it says both. */
function isTakenIn(others: readonly Waiting[], kind: Receipt): boolean {
  const owed = others.filter(({ owes }) => owes > 0);
  return owed
    .slice(owed.findLastIndex(({ gathers }) => gathers === undefined) + 1)
    .some(({ gathers }) => gathers === kind);
}
