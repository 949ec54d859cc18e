import type { Clock } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import { planReminders } from '#core/viewings/plan-reminders.ts';
import { confirmedScreen } from '#core/viewings/screens.ts';
import type { Viewing, Viewings } from '#core/viewings/viewing.ts';
import type { Agent } from './agent.ts';
import { type OtherStatus, otherStatus } from './other-status.ts';
import { isSaid, sayWord } from './say-word.ts';
import type { TellNeeds } from './tell-viewing.ts';
import { tellViewing } from './tell-viewing.ts';

export type Confirmed =
  | { readonly was: 'confirmed' | 'already' }
  | { readonly was: 'missing' | 'past' | 'endsBeforeStart' }
  | OtherStatus;

type Needs = TellNeeds & { readonly viewings: Viewings; readonly clock: Clock };

/** Fixes the time of a requested viewing, free to differ from the wishes (SPEC 3.2), with a word to the client or without. The same again changes nothing but a word that is new. */
export async function confirmViewing(
  needs: Needs,
  agent: Agent,
  id: ViewingId,
  start: Date,
  { end, reason }: { readonly end?: Date | undefined; readonly reason?: string | undefined } = {},
): Promise<Confirmed> {
  const now = needs.clock.now();
  const before = await needs.viewings.get(id);
  if (!before) return { was: 'missing' };
  const { viewing_minutes: minutes } = await needs.records.company.get();
  const last = end ?? new Date(start.getTime() + minutes * 60_000);
  const isAgreed = before.status === 'confirmed' && isAt(before, start, last);
  if (isAgreed && isSaid(before, reason)) return { was: 'already' };
  if (before.status !== 'pending' && !isAgreed) return otherStatus(before);
  if (start <= now) return { was: 'past' };
  if (isAgreed && reason !== undefined) {
    await sayWord(needs, agent, before, reason);
    return { was: 'confirmed' };
  }
  if (last <= start) return { was: 'endsBeforeStart' };

  const change = { status: 'confirmed', start, end: last, proposedStart: null, reason: reason ?? null } as const;
  await needs.viewings.change(id, ['pending'], change, agent, now);
  const viewing = (await needs.viewings.get(id)) ?? before;
  await planReminders(needs, viewing);
  await tellViewing(needs, agent, viewing, {
    type: 'viewing_confirmed',
    title: 'Viewing confirmed',
    ...(reason === undefined ? {} : { text: reason }),
    before,
    screen: confirmedScreen,
  });
  return { was: 'confirmed' };
}

const isAt = (viewing: Viewing, start: Date, end: Date) =>
  viewing.start?.getTime() === start.getTime() && viewing.end?.getTime() === end.getTime();
