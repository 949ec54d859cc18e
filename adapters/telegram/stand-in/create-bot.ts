import { randomInt } from 'node:crypto';
import { execute } from './execute.ts';
import { createFileShelf } from './files.ts';
import { type Fields, isFields } from './params.ts';
import { createRate, type RateLimits } from './rate.ts';
import { createUpdates } from './updates.ts';
import { type Attempt, createWebhookDelivery, type DeliveryTimes } from './webhook-delivery.ts';
import type { BotState, World } from './world.ts';

/** A bot as BotFather would register it. */
export type NewBot = {
  readonly token: string;
  readonly username?: string;
  readonly firstName?: string;
  /** Random unless told, as after a quiet week. */
  readonly firstUpdateId?: number;
};
export type BotOptions = { readonly rateLimits: RateLimits | undefined; readonly deliveryTimes: DeliveryTimes };

let bots = 0;

export function createBot(world: World, { rateLimits, deliveryTimes }: BotOptions, given: NewBot): BotState {
  const id = Number(given.token.match(/^(\d+):/)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(id)) throw new Error('a bot token reads <digits>:<secret>');
  let messageId = 0;
  bots += 1;

  const delivery = createWebhookDelivery({
    times: deliveryTimes,
    now: world.now,
    tried: (attempt, reply) => afterAttempt(world, bot, attempt, reply),
  });
  const bot: BotState = {
    id,
    token: given.token,
    username: given.username ?? `stand_in_${bots}_bot`,
    firstName: given.firstName ?? 'Stand-in',
    chats: new Map(),
    updates: createUpdates(given.firstUpdateId ?? randomInt(100_000_000, 900_000_000), delivery.offer),
    delivery,
    files: createFileShelf(),
    rate: createRate(rateLimits, world.now),
    presses: new Map(),
    commands: new Map(),
    descriptions: new Map(),
    menuButtons: new Map(),
    nextMessageId: () => {
      messageId += 1;
      return messageId;
    },
  };
  return bot;
}

function afterAttempt(world: World, bot: BotState, { update, problem, ...attempt }: Attempt, reply: string) {
  if (problem === undefined) bot.updates.done(update.id);
  world.journal.add({
    is: 'delivery',
    ...attempt,
    ms: world.now() - attempt.at,
    bot: bot.id,
    updateId: update.id,
    chatId: update.chatId,
    ...(problem === undefined ? {} : { problem }),
  });
  const params = repliedCall(reply);
  if (!params) return;
  const call = { world, bot, params, uploads: new Map(), gone: new AbortController().signal };
  void execute(call, String(params.method));
}

/** A call in the body of a webhook's answer; those that set the webhook or get something are not taken. */
function repliedCall(reply: string): Fields | undefined {
  if (!reply.startsWith('{')) return undefined;
  try {
    const body: unknown = JSON.parse(reply);
    if (!isFields(body) || typeof body.method !== 'string') return undefined;
    return /^(get|setWebhook$|deleteWebhook$)/i.test(body.method) ? undefined : body;
  } catch {
    return undefined;
  }
}
