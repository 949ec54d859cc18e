import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { text } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { homeScreen } from './home-screen.ts';

/** Home as it is now, below a line that says what just happened. */
export async function goHome(
  { offers, viewings, chat, client, clock }: ClientDesk,
  ...notes: readonly Text[]
): Promise<Reply> {
  const now = clock.now();
  const { contact } = client;
  const [counts, search, ahead] = await Promise.all([
    offers.count(contact, now),
    offers.searchOf(contact),
    viewings.ahead(contact, now),
  ]);
  return reply(homeScreen(client, chat, { counts, search, ahead, now }, notes.map(text)));
}
