import { oweBetween } from '#core/chat/owe-screen.ts';
import type { TaskOf } from '#core/chat/task.ts';
import type { Clock } from '#core/clock.ts';
import type { ContactId } from '#core/ids.ts';
import type { HeldChat } from '#core/messages/messages.ts';
import { handedBackScreen } from '#core/messages/screens.ts';
import type { CrmKept } from './crm-kept.ts';

type Needs = Pick<CrmKept, 'records' | 'messages' | 'owed' | 'chats'> & { readonly clock: Clock };

const HOUR = 60 * 60_000;

/** Owes the hand-back of chats that somebody took, for the time when neither will have written for the office's `hold_hours`. */
export async function handBackLater(needs: Needs, contact: ContactId): Promise<void> {
  const taken = await takenUntil(needs, contact);
  if (!taken) return;
  const { since, until: at } = taken;
  await needs.owed.later({ is: 'handBack', contact, since }, `handBack:${contact}:${since}:${at.toISOString()}`, at);
}

/** Gives the chats back to the bot where they are still taken since then and neither wrote for long; where somebody did, it waits on. */
export async function handBack(needs: Needs, { contact, since }: TaskOf<'handBack'>): Promise<void> {
  const taken = await takenUntil(needs, contact);
  if (taken?.since !== since) return;
  if (needs.clock.now() < taken.until) return handBackLater(needs, contact);
  await giveBack(needs, contact);
}

/** Gives the chats back, and says so where a person was met meanwhile; answers whether anybody is told. */
export async function giveBack(
  { messages, chats, owed }: Pick<Needs, 'messages' | 'chats' | 'owed'>,
  contact: ContactId,
): Promise<boolean> {
  const changed = await messages.setTakenOver(contact, null);
  const met = new Set(changed.filter(wasMet).map(({ id }) => id));
  const told = (await chats.listening(contact)).filter(({ id }) => met.has(id));
  for (const chat of told) await oweBetween({ chats, owed }, chat, handedBackScreen, { rank: 'push', kind: 'screen' });
  return told.length > 0;
}

/** Whether the client and a person said something to each other there since it was taken. */
const wasMet = ({ since, shown: { talkedAt } }: HeldChat): boolean =>
  since !== null && talkedAt !== undefined && talkedAt >= since.getTime();

/** Since when somebody has the chats, ISO 8601, and until when, unless one of them writes. */
export async function takenUntil(
  { messages, records }: Pick<Needs, 'messages' | 'records'>,
  contact: ContactId,
): Promise<{ readonly since: string; readonly until: Date } | undefined> {
  const taken = await messages.takenOver(contact);
  if (!taken) return undefined;
  const { hold_hours: hours } = await records.company.get();
  const last = Math.max(taken.since.getTime(), taken.lastWords?.getTime() ?? 0);
  return { since: taken.since.toISOString(), until: new Date(last + hours * HOUR) };
}
