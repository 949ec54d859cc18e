import { CHANNELS, type Channel } from '#core/chat/channels.ts';
import { oweBetween } from '#core/chat/owe-screen.ts';
import type { Clock } from '#core/clock.ts';
import type { ContactId } from '#core/ids.ts';
import { isTalking } from '#core/messages/conversation.ts';
import { fromAgentScreen } from '#core/messages/screens.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import { nameShown } from './name-shown.ts';
import { answered } from './settle-messages.ts';

type Needs = Pick<CrmKept, 'records' | 'messages' | 'owed' | 'timeline' | 'chats' | 'waits'> & {
  readonly clock: Clock;
};

export type MessageSent =
  | { readonly was: 'sent'; readonly message: string }
  /** `noChat`: the contact uses no chat that can be reached. */
  | { readonly was: 'missing' | 'noChat' };

/** Writes to a client in the chat that they used last, of that channel where one is named, where a conversation begins or goes on. It is an answer, so that quiet hours and STOP don't hold it back. */
export async function sendMessage(
  needs: Needs,
  agent: Agent,
  contact: ContactId,
  words: string,
  channel?: Channel,
): Promise<MessageSent> {
  const { records, messages, timeline } = needs;
  if (!(await records.contacts.find(contact))) return { was: 'missing' };
  const chat = await messages.chatFor(contact, channel);
  if (!chat) return { was: 'noChat' };
  const kept = { contact, chat: chat.id, channel: chat.channel, text: words, user: agent.id };
  const about = await messages.addFromUser(kept);
  await answered(needs, agent, contact);
  const now = needs.clock.now();
  const first = isTalking(chat, now) ? undefined : { edits: CHANNELS[chat.channel].edits };
  const spoken = { ...chat, shown: { ...chat.shown, spoke: true as const, talkedAt: now.getTime() } };
  await oweBetween(needs, spoken, fromAgentScreen(await nameShown(needs, agent), words, first), {
    rank: 'answer',
    kind: 'message',
    first: { about },
  });
  await timeline.add(agent, {
    type: 'message_from_user',
    contact,
    title: 'Wrote to the client',
    text: words,
    channel: chat.channel,
  });
  return { was: 'sent', message: about };
}
