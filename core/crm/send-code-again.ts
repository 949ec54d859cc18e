import { sendCode } from '#core/accounts/email-code.ts';
import type { ContactId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { AccessChanged, AccessNeeds } from './portal-access.ts';

/**
 * Mails a new code to a contact who has begun to sign in, for the chat in which they wait for it; the older one is dead
 * from then on. How often is what their own asking for it may, together.
 */
export async function sendCodeAgain(needs: AccessNeeds, agent: Agent, id: ContactId): Promise<AccessChanged> {
  const { records, portalUsers, codes, chats, timeline } = needs;
  if (!(await records.contacts.find(id))) return { was: 'missing' };
  const user = await portalUsers.of(id);
  if (!user) return { was: 'noUser' };
  const awaiting = user.status === 'Draft' ? await codes.awaiting(user.email) : undefined;
  const chat = awaiting && (await chats.find(awaiting));
  if (!chat) return { was: 'notAwaited' };
  const sent = await sendCode(needs, chat, user.email);
  if (sent.was !== 'sent') return { was: sent.was };
  await timeline.add(agent, { type: 'profile_changed', contact: id, title: 'Sent the code for signing in again' });
  return { was: 'given', user, links: {} };
}
