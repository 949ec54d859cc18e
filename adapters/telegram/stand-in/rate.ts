import { tooMany } from './errors.ts';

export type RateLimits = { readonly perBotSecond: number; readonly perChatSecond: number; readonly chatBurst: number };

/** Refuses with 429 what comes faster than allowed: one bucket a bot, one a chat. */
export type Rate = { spend(chatId: number): void };

type Bucket = { tokens: number; at: number };

export function createRate(limits: RateLimits | undefined, now: () => number): Rate {
  if (!limits) return { spend: () => undefined };
  const bot: Bucket = { tokens: limits.perBotSecond, at: now() };
  const chats = new Map<number, Bucket>();
  return {
    spend: (chatId) => {
      const chat = chats.get(chatId) ?? { tokens: limits.chatBurst, at: now() };
      chats.set(chatId, chat);
      fill(chat, limits.perChatSecond, limits.chatBurst, now());
      fill(bot, limits.perBotSecond, limits.perBotSecond, now());
      if (chat.tokens < 1) throw tooMany(Math.ceil((1 - chat.tokens) / limits.perChatSecond));
      if (bot.tokens < 1) throw tooMany(Math.ceil((1 - bot.tokens) / limits.perBotSecond));
      chat.tokens -= 1;
      bot.tokens -= 1;
    },
  };
}

function fill(bucket: Bucket, perSecond: number, most: number, now: number) {
  bucket.tokens = Math.min(most, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
  bucket.at = now;
}
