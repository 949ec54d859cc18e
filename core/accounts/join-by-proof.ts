import type { Desk, Reply } from '#core/chat/reply.ts';
import { joinChat } from './join-chat.ts';

/**
 * Signs the chat in by a proof of our page, without e-mail or code. Undefined where the proof is no longer good, or its
 * account is shut or waits for a password of its own again.
 */
export async function joinByProof(desk: Desk, token: string): Promise<Reply | undefined> {
  const { proofs, portalUsers, chat } = desk;
  const id = await proofs.use(token);
  const user = id === undefined ? undefined : await portalUsers.byId(id);
  if (user?.status !== 'Active' || user.passwordIsTemporary) return undefined;
  return joinChat(desk, chat, user.contact, user.id);
}
