import type { Api } from 'grammy';

/**
 * Marks what a person wrote as taken to somebody, in the place of an answer: people see no ticks of a bot's. It is a
 * courtesy, so that a mark that can't be made is left out (Bot API, setMessageReaction).
 */
export const markTaken = (api: Api, address: string, message: string): Promise<boolean> =>
  api.setMessageReaction(Number(address), Number(message), [{ type: 'emoji', emoji: '👍' }]).catch(() => false);
