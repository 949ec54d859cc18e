import type { Desk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import { moreScreen } from './more-screen.ts';

/** The further choices of the message that was pressed. */
export async function showMore({ chats, chat, on }: Desk, from: number): Promise<Reply> {
  const message = on === undefined ? undefined : await chats.messageOn(chat.id, on);
  return reply((message && moreScreen(message, from)) ?? notFoundScreen);
}
