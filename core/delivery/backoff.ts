import type { DeliveryKind } from '#core/chat/owed.ts';

/** What did not arrive is tried again for a day (P5). */
export const GIVE_UP_SECONDS = 24 * 60 * 60;
const LONGEST_SECONDS = 5 * 60;

/** The wait after the n-th try, counted from 1: 1 s, 2 s, 4 s … 5 min. */
export const backoffSeconds = (attempts: number): number =>
  Math.min(2 ** Math.min(Math.max(attempts, 1) - 1, 20), LONGEST_SECONDS);

/** The wait before the next try; undefined where the day is over. */
export function nextTry(attempts: number, ageSeconds: number, toldSeconds?: number): number | undefined {
  const wait = toldSeconds ?? backoffSeconds(attempts);
  return ageSeconds + wait > GIVE_UP_SECONDS ? undefined : wait;
}

/** The news that a client must not miss: sent again even where it may have arrived. Everything else never is (P5). */
export const REPEATED_KINDS: readonly DeliveryKind[] = ['viewing', 'code'];

/** An event's turn is tried five times within 4 s, so that the next event of its chat is handled within 5 (P4). */
const EVENT_WAITS = [0.3, 0.6, 1, 1.5];

/** The wait after the n-th failed turn of an event; undefined: it is set aside. */
export const nextTurn = (attempts: number): number | undefined => EVENT_WAITS[attempts - 1];
