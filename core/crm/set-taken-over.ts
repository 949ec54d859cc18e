import { windowEnd } from '#core/chat/channels.ts';
import { oweBetween } from '#core/chat/owe-screen.ts';
import type { Clock } from '#core/clock.ts';
import type { ContactId } from '#core/ids.ts';
import type { LastChat } from '#core/messages/messages.ts';
import { takenOverScreen } from '#core/messages/screens.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import { giveBack, handBackLater } from './hand-back.ts';
import { nameShown } from './name-shown.ts';

type Needs = Pick<CrmKept, 'records' | 'messages' | 'owed' | 'chats'> & { readonly clock: Clock };

export type ChatsTakenOver =
  /** `isTold`: whether the client reads of it. */
  { readonly was: 'done'; readonly isTold: boolean } | { readonly was: 'missing' };

/** A person takes the client's chats, or hands them back, which comes by itself once nobody wrote for long; the client is told (rule 23). The same again changes nothing. */
export async function setTakenOver(needs: Needs, contact: ContactId, by: Agent | null): Promise<ChatsTakenOver> {
  if (!(await needs.records.contacts.find(contact))) return { was: 'missing' };
  if (by === null) return { was: 'done', isTold: await giveBack(needs, contact) };
  const changed = await needs.messages.setTakenOver(contact, by.id);
  if (changed.length === 0) return { was: 'done', isTold: false };
  await handBackLater(needs, contact);
  return { was: 'done', isTold: await tellTakenOver(needs, contact, by) };
}

/** In the chat that the client used last, and nowhere else: the others would ring for nothing. */
async function tellTakenOver(needs: Needs, contact: ContactId, by: Agent): Promise<boolean> {
  const chat = await needs.messages.chatFor(contact);
  const now = needs.clock.now();
  if (!chat || !isOpen(chat, now)) return false;
  const talking = { ...chat, shown: { ...chat.shown, talkedAt: now.getTime() } };
  await oweBetween(needs, talking, takenOverScreen(await nameShown(needs, by)), { rank: 'answer', kind: 'screen' });
  return true;
}

/** Whether it takes free words now: to be asked by a template for the sake of this would be worse than silence. */
function isOpen(chat: LastChat, now: Date): boolean {
  const end = windowEnd(chat);
  return end === undefined || now < end;
}
