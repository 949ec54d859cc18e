import type { Api } from 'grammy';

/** Deletes what a person wrote, such as a password; possible for 48 hours (Bot API, deleteMessage). Answers whether it is gone. */
export const deleteMessage = (api: Api, address: string, message: string): Promise<boolean> =>
  api.deleteMessage(Number(address), Number(message)).catch(() => false);
