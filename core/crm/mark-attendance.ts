import type { Clock } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import type { Attendance } from '#core/viewings/attendance.ts';
import { freshenCards } from '#core/viewings/freshen-cards.ts';
import { viewingLine } from '#core/viewings/viewing-line.ts';
import type { Agent } from './agent.ts';
import { companyOf } from './company-of.ts';
import type { CrmKept } from './crm-kept.ts';
import { type OtherStatus, otherStatus } from './other-status.ts';
import { whose } from './whose.ts';

export type AttendanceMarked = { readonly was: 'marked' | 'already' | 'missing' } | OtherStatus;

type Needs = Pick<CrmKept, 'viewings' | 'timeline' | 'people' | 'records' | 'chats' | 'owed'> & {
  readonly clock: Clock;
};

/** Notes what a client said otherwise, as on the telephone; it counts as their answer to the reminder. The same again changes nothing. */
export async function markAttendance(
  needs: Needs,
  agent: Agent,
  id: ViewingId,
  answer: Attendance,
): Promise<AttendanceMarked> {
  const viewing = await needs.viewings.get(id);
  if (!viewing) return { was: 'missing' };
  const { status } = viewing;
  if (status !== 'confirmed') return otherStatus(viewing);
  if (viewing.attendance === answer) return { was: 'already' };
  await needs.viewings.change(
    id,
    [status],
    { status, attendance: answer, lateMinutes: null },
    agent,
    needs.clock.now(),
  );
  const did = answer === 'coming' ? 'Marked as coming to the viewing of' : 'Marked as late at the viewing of';
  for (const contact of await whose(needs, viewing))
    await needs.timeline.add(agent, { ...viewingLine(viewing, 'attendance_answered', did), contact });
  const company = companyOf(await needs.records.company.get());
  await freshenCards(needs, company, { ...viewing, attendance: answer, lateMinutes: null });
  return { was: 'marked' };
}
