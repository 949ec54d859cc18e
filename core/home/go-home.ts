import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { text } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import { homeScreen } from './screens.ts';

/** Home with its counts, below a line that says what just happened. */
export async function goHome({ offers, client, clock }: ClientDesk, ...notes: readonly Text[]): Promise<Reply> {
  return reply(homeScreen(client, await offers.count(client.contact, clock.now()), notes.map(text)));
}
