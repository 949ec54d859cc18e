import { type Clock, dayOf, momentOf } from '#core/clock.ts';
import type { Kept } from '#core/store.ts';
import type { Viewing } from './viewing.ts';
import { directionsOpenAt } from './viewing-state.ts';

/** The client is reminded so long before a confirmed viewing (rule 20). */
export const REMINDER_HOURS = [24, 2] as const;
/** The last of them: who has not answered by then is told to the agent. */
export const LAST_REMINDER_HOURS = Math.min(...REMINDER_HOURS);
const HOUR = 60 * 60 * 1000;

/** Owes what is to be done about an agreed time by itself: its card is brought up to date, the reminders, and the question afterwards whether it took place (rules 20, 21). */
export async function planReminders(
  { owed, clock }: Pick<Kept, 'owed'> & { readonly clock: Clock },
  zone: string,
  { id, start, end }: Pick<Viewing, 'id' | 'start' | 'end'>,
): Promise<void> {
  if (!start || !end) return;
  const agreed = { viewing: id, start: start.toISOString() };
  const key = `${id}:${agreed.start}`;
  for (const hours of REMINDER_HOURS) {
    const at = new Date(start.getTime() - hours * HOUR);
    if (at > clock.now()) await owed.later({ is: 'remind', ...agreed, hours }, `remind:${key}:${hours}`, at);
  }
  const day = momentOf(dayOf(start, zone), '00:00', zone);
  for (const at of [directionsOpenAt(start), day])
    if (at > clock.now()) await owed.later({ is: 'freshen', ...agreed }, `freshen:${key}:${at.toISOString()}`, at);
  await owed.later({ is: 'askVisit', ...agreed }, `visit:${key}`, end);
}
