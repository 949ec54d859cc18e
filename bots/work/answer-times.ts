import type { Channel } from '#core/chat/channels.ts';
import type { Turn } from '#core/chat/turn.ts';
import type { ChannelAccountId } from '#core/ids.ts';

/** How long clients wait for an answer: from their event to its answer being with the platform, in this process. */
export type AnswerTimes = {
  came(turn: Turn): void;
  /** What the turn came to is committed; `isOwed`: there is an answer to be sent. */
  took(turn: Turn, isOwed: boolean): void;
  /** A message of an answer to the chat is settled; `isSent`: it is with the platform. */
  settled(account: ChannelAccountId, address: string, isSent: boolean): void;
};

type Waiting = { readonly event: string; readonly channel: Channel; readonly since: number; isOwed: boolean };

type Needs = {
  /** Milliseconds of a clock that only runs forward. */
  readonly ticks: () => number;
  readonly observe: (seconds: number, channel: Channel) => void;
};

/** What another process answers is never heard of here. */
const FORGOTTEN_MS = 10 * 60_000;
/** Chats that are waited for at once; more than any hour has, and little memory. */
const MOST_CHATS = 10_000;

/**
 * Answers go out in the order of their events, so the first message that is sent answers the first event that is owed one; what
 * comes after it of the same answer finds nobody waiting.
 */
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
      keep(key, [...waiting, { event, channel, since: ticks(), isOwed: false }]);
    },
    took({ account, address, event }, isOwed) {
      const key = keyOf(account, address);
      const waiting = waitingIn(key);
      for (const each of waiting) if (each.event === event) each.isOwed = isOwed;
      keep(key, isOwed ? waiting : waiting.filter((each) => each.event !== event));
    },
    settled(account, address, isSent) {
      const key = keyOf(account, address);
      const waiting = waitingIn(key);
      const answered = waiting.find(({ isOwed }) => isOwed);
      if (!answered) return;
      if (isSent) observe((ticks() - answered.since) / 1000, answered.channel);
      keep(
        key,
        waiting.filter((each) => each !== answered),
      );
    },
  };
}
