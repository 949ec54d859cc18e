import type { Clock } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import { planReminders } from '#core/viewings/plan-reminders.ts';
import { movedScreen } from '#core/viewings/screens.ts';
import type { Viewings } from '#core/viewings/viewing.ts';
import type { Agent } from './agent.ts';
import { type OtherStatus, otherStatus } from './other-status.ts';
import { isSaid, sayWord } from './say-word.ts';
import { type TellNeeds, tellViewing, withWord } from './tell-viewing.ts';

export type Moved = { readonly was: 'moved' | 'already' | 'missing' | 'past' } | OtherStatus;

type Needs = TellNeeds & { readonly viewings: Viewings; readonly clock: Clock };

/** Moves a confirmed viewing, as long as before; clients are told the old and the new time, and a word where there is one. The same again changes nothing but a word that is new. */
export async function moveViewing(
  needs: Needs,
  agent: Agent,
  id: ViewingId,
  start: Date,
  reason?: string,
): Promise<Moved> {
  const now = needs.clock.now();
  const before = await needs.viewings.get(id);
  if (!before) return { was: 'missing' };
  const { status, start: from, end: until } = before;
  if (status !== 'confirmed' || !from || !until) return otherStatus(before);
  const isThere = from.getTime() === start.getTime();
  if (isThere && isSaid(before, reason)) return { was: 'already' };
  if (start <= now) return { was: 'past' };
  if (isThere && reason !== undefined) {
    await sayWord(needs, agent, before, reason);
    return { was: 'moved' };
  }
  const end = new Date(start.getTime() + (until.getTime() - from.getTime()));
  const change = { status, start, end, openWish: false, attendance: null, reason: reason ?? null } as const;
  await needs.viewings.change(id, ['confirmed'], change, agent, now);
  const viewing = (await needs.viewings.get(id)) ?? before;
  await planReminders(needs, viewing);
  await tellViewing(needs, agent, viewing, {
    type: 'viewing_moved',
    title: 'Viewing moved',
    text: withWord(`${from.toISOString()} to ${start.toISOString()}`, reason),
    before,
    screen: (moved, company) => movedScreen(moved, company, from),
  });
  return { was: 'moved' };
}
