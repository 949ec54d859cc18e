import { push } from '#core/chat/push.ts';
import type { Clock } from '#core/clock.ts';
import type { ContactId } from '#core/ids.ts';
import { handedBackScreen } from '#core/messages/screens.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import { handBackLater } from './hand-back.ts';

type Needs = Pick<CrmKept, 'records' | 'messages' | 'owed' | 'chats'> & { readonly clock: Clock };

export type ChatsTakenOver = { readonly was: 'done' | 'missing' };

/** A person takes the client's chats, or hands them back; the hand-back is told there (rule 23), and comes by itself once nobody wrote for long. The same again changes nothing. */
export async function setTakenOver(needs: Needs, contact: ContactId, by: Agent | null): Promise<ChatsTakenOver> {
  if (!(await needs.records.contacts.find(contact))) return { was: 'missing' };
  const changed = await needs.messages.setTakenOver(contact, by?.id ?? null);
  if (by === null && changed.length > 0) await push(needs, contact, handedBackScreen, 'screen');
  if (by !== null && changed.length > 0) await handBackLater(needs, contact);
  return { was: 'done' };
}
