import { sendCode } from '#core/accounts/email-code.ts';
import type { FoundChat } from '#core/chat/chat.ts';
import type { ContactId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import { type AccessChanged, type AccessNeeds, existing, log } from './portal-access.ts';

/**
 * Mails a new code to a contact who has begun to sign in, for the chat in which they wait for it; the older one is dead
 * from then on. How often is what their own asking for it may, together.
 */
export async function sendCodeAgain(needs: AccessNeeds, agent: Agent, id: ContactId): Promise<AccessChanged> {
  const found = await existing(needs, id);
  if (found.was !== 'found') return found;
  const { user } = found;
  const chat = user.status === 'Draft' ? await waitingChat(needs, user.email) : undefined;
  if (!chat) return { was: 'notAwaited' };
  const sent = await sendCode(needs, chat, user.email);
  if (sent.was !== 'sent') return sent;
  await log(needs, agent, id, 'Sent the code for signing in again');
  return { was: 'given', user, links: {} };
}

/** A code that was sent stays after the client has turned to something else: the chat has to stand at the question for it. */
async function waitingChat({ codes, chats }: AccessNeeds, email: string): Promise<FoundChat | undefined> {
  for (const id of await codes.sentTo(email)) {
    const chat = await chats.find(id);
    if (chat?.step?.is === 'code' && chat.step.email.toLowerCase() === email.toLowerCase()) return chat;
  }
  return undefined;
}
