import type { SeenMessage } from './seen.ts';

/** One person's chat with the bot, newest last. */
export type Chat = {
  messages: SeenMessage[];
  isInstalled: boolean;
  /** How often the bot was seen typing. */
  typed: number;
};

/** What the bot answered to an activity. */
export type Answer = { readonly status: number; readonly body: unknown };
