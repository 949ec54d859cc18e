import type { ByClient } from '#core/by.ts';
import type { Wish } from '#core/chat/wish.ts';
import { type Clock, dayOf } from '#core/clock.ts';
import type { Company } from '#core/company.ts';
import type { Kept } from '#core/store.ts';
import type { Attendance } from './attendance.ts';
import { planReminders } from './plan-reminders.ts';
import type { Viewing } from './viewing.ts';
import { changedViewing, viewingLine } from './viewing-line.ts';
import { firstUnfit, inOrder, type Unfit, wishText } from './wishes.ts';

type Needs = Pick<Kept, 'viewings' | 'timeline' | 'owed' | 'offers'> & { readonly clock: Clock };

/** Accepts the time that the agent offered: the viewing is confirmed at it. `stale` where it is not offered any more. */
export async function acceptTime(
  { viewings, timeline, owed, clock }: Needs,
  by: ByClient,
  { viewingMinutes }: Company,
  viewing: Viewing,
  at: number,
): Promise<{ readonly was: 'accepted' | 'stale' | 'past' }> {
  const { proposedStart: start } = viewing;
  if (viewing.status !== 'pending' || !start || Math.floor(start.getTime() / 1000) !== at) return { was: 'stale' };
  if (start <= clock.now()) return { was: 'past' };
  const end = new Date(start.getTime() + viewingMinutes * 60_000);
  const change = { status: 'confirmed', start, end, proposedStart: null, reason: null } as const;
  await viewings.change(viewing.id, ['pending'], change, by, clock.now());
  await timeline.add(
    by,
    viewingLine(viewing, 'viewing_confirmed', 'Accepted the time offered for'),
    changedViewing(viewing),
  );
  await planReminders({ owed, clock }, { id: viewing.id, start, end });
  return { was: 'accepted' };
}

/** Wishes other dates for an open viewing. What is confirmed stays until the agent moves it (SPEC 3.2). */
export async function wishAnotherTime(
  { viewings, timeline, clock }: Needs,
  by: ByClient,
  company: Company,
  viewing: Viewing,
  wishes: readonly Wish[],
): Promise<{ readonly was: 'wished' } | Unfit> {
  const wrong = firstUnfit(wishes, clock, company);
  if (wrong) return wrong;
  const { status } = viewing;
  const openWish = status === 'confirmed';
  // A time that was only offered falls, and the word beside it; one that is agreed stands, with its own.
  const word = openWish ? {} : { reason: null };
  const change = { status, wishes: inOrder(wishes), proposedStart: null, openWish, ...word };
  await viewings.change(viewing.id, [status], change, by, clock.now());
  await timeline.add(by, {
    ...viewingLine(viewing, 'viewing_requested', 'Asked for another time for the viewing of'),
    text: wishText(change.wishes),
  });
  return { was: 'wished' };
}

/** Answers a reminder; the same answer again changes nothing. */
export async function answerAttendance(
  { viewings, timeline, clock }: Needs,
  by: ByClient,
  viewing: Viewing,
  answer: Attendance,
): Promise<{ readonly was: 'answered' | 'already' | 'over' }> {
  if (viewing.status !== 'confirmed') return { was: 'over' };
  if (viewing.attendance === answer) return { was: 'already' };
  const change = { status: 'confirmed', attendance: answer } as const;
  await viewings.change(viewing.id, ['confirmed'], change, by, clock.now());
  const did = answer === 'coming' ? 'Comes to the viewing of' : 'Will be late at the viewing of';
  await timeline.add(by, viewingLine(viewing, 'attendance_answered', did));
  return { was: 'answered' };
}

/** Begins a confirmed viewing from its calendar day on, in the company's zone: it is completed, and the property is visited (rule 21). */
export async function startViewing(
  { viewings, offers, timeline, clock }: Needs,
  by: ByClient,
  company: Company,
  viewing: Viewing,
): Promise<{ readonly was: 'started' | 'tooEarly' | 'already' | 'over' }> {
  const now = clock.now();
  if (viewing.status === 'completed') return { was: 'already' };
  if (viewing.status !== 'confirmed' || !viewing.start) return { was: 'over' };
  if (dayOf(now, company.timeZone) < dayOf(viewing.start, company.timeZone)) return { was: 'tooEarly' };
  await viewings.change(viewing.id, ['confirmed'], { status: 'completed', reason: null }, by, now);
  if (viewing.offer) await offers.change(viewing.offer, { visitedAt: now });
  await timeline.add(by, viewingLine(viewing, 'viewing_completed', 'Visited'), changedViewing(viewing));
  return { was: 'started' };
}

/** Says that a viewing did not take place; what becomes of it is the agent's to say. */
export async function missedViewing(
  { timeline }: Needs,
  by: ByClient,
  viewing: Viewing,
): Promise<{ readonly was: 'told' | 'over' }> {
  if (viewing.status !== 'confirmed') return { was: 'over' };
  await timeline.add(by, viewingLine(viewing, 'attendance_answered', 'Did not visit'));
  return { was: 'told' };
}
