import { type Bucket, type ChannelPace, full, type Pace, paused, take, waitSeconds } from '#core/delivery/pace.ts';
import type { ChannelAccountId, ChatId } from '#core/ids.ts';

/** How fast each account and chat may be sent to at this moment, in this process. */
export type Paces = {
  /** Seconds until the account may send again. */
  accountWait(account: ChannelAccountId, pace: ChannelPace): number;
  /** How many messages the account may send at once now, without a wait. */
  ready(account: ChannelAccountId, pace: ChannelPace): number;
  chatWait(chat: ChatId, pace: ChannelPace): number;
  spend(account: ChannelAccountId, chat: ChatId, pace: ChannelPace): void;
  /** What a platform asked for. */
  pause(whom: ChannelAccountId | ChatId, seconds: number): void;
};

/** Chats remembered before those at rest are forgotten. */
const REMEMBERED = 10_000;

/** `now`: milliseconds of a clock that only runs forward. */
export function createPaces(now: () => number): Paces {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (whom: string, pace: Pace) => buckets.get(whom) ?? full(pace, now());
  const waitOf = (whom: string, pace: Pace) => waitSeconds(pace, bucketOf(whom, pace), now());
  const forget = (pace: Pace) => {
    if (buckets.size < REMEMBERED) return;
    const atRest = (pace.burst / pace.perSecond) * 1000;
    for (const [whom, { at }] of buckets) if (at + atRest < now()) buckets.delete(whom);
  };

  return {
    accountWait: (account, { account: pace }) => waitOf(account, pace),
    ready: (account, { account: pace }) => {
      if (waitOf(account, pace) > 0) return 0;
      const { tokens, at } = bucketOf(account, pace);
      return Math.floor(Math.min(pace.burst, tokens + ((now() - at) / 1000) * pace.perSecond));
    },
    chatWait: (chat, { chat: pace }) => waitOf(chat, pace),
    spend: (account, chat, pace) => {
      forget(pace.chat);
      buckets.set(account, take(pace.account, bucketOf(account, pace.account), now()));
      buckets.set(chat, take(pace.chat, bucketOf(chat, pace.chat), now()));
    },
    pause: (whom, seconds) => {
      const asked = paused(now(), seconds);
      if (asked.at > (buckets.get(whom)?.at ?? 0)) buckets.set(whom, asked);
    },
  };
}
