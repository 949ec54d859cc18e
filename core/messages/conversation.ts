import type { Chat } from '#core/chat/chat.ts';

/** How long after the last word of either side what a client writes goes straight to the agent, in milliseconds. */
const CONVERSATION_MS = 60 * 60_000;

/** Whether the client and a person of the office are speaking with each other in this chat. */
export function isTalking({ shown: { talkedAt } }: Pick<Chat, 'shown'>, now: Date): boolean {
  return talkedAt !== undefined && now.getTime() < talkedAt + CONVERSATION_MS;
}
