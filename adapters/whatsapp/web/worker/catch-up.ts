import type { Client, Message } from 'whatsapp-web.js';
import { isPerson } from './ids.ts';
import type { PageWindow } from './page-window.ts';

/** Messages looked at in one chat; whoever wrote more while we were away is read from there on. */
const MOST = 50;

/**
 * What people wrote while nobody listened: the library tells nothing of what the page had before it was ready. All that
 * is unread is given again, oldest first; who has seen it before knows it by its id.
 */
export async function catchUp(client: Client, take: (message: Message) => void): Promise<void> {
  const unread = await client.pupPage?.evaluate(() => {
    const { Chat } = (window as unknown as PageWindow).require('WAWebCollections') as {
      Chat: { getModelsArray(): readonly { id: { toString(): string }; unreadCount?: number }[] };
    };
    return Chat.getModelsArray()
      .filter(({ unreadCount }) => unreadCount !== undefined && unreadCount !== 0)
      .map(({ id, unreadCount }) => ({ chat: String(id), count: Number(unreadCount) }));
  });
  const missed: Message[] = [];
  for (const { chat, count } of unread ?? []) {
    if (!isPerson(chat)) continue;
    const found = await client.getChatById(chat).catch(() => undefined);
    // An unread mark that was set by hand is counted as -1.
    const messages = (await found?.fetchMessages({ limit: Math.min(Math.max(count, 1), MOST) })) ?? [];
    missed.push(...messages.filter(({ fromMe }) => !fromMe));
  }
  for (const message of missed.toSorted((one, other) => one.timestamp - other.timestamp)) take(message);
}
