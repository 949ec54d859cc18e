import { officeHoursOf } from './office-hours-of.ts';
import { createOfficeTime } from './office-time.ts';
import type { CompanyRecord } from './record.ts';

/** How long clients may wait for an answer, in one office. */
export type AnswerDue = {
  /** When who asked then is to be answered; null where the office sets no time. */
  of(askedAt: Date): Date | null;
  /** Who asked then or earlier waits too long; null where nobody ever does. */
  overdueSince(now: Date): Date | null;
};

/** Counts `escalate_minutes` while the office is open. Every door that names a due time asks here. */
export function createAnswerDue(company: CompanyRecord): AnswerDue {
  const { escalate_minutes: minutes } = company;
  if (minutes === null) return { of: () => null, overdueSince: () => null };
  const time = createOfficeTime(officeHoursOf(company));
  return {
    of: (askedAt) => time.after(askedAt, minutes),
    overdueSince: (now) => time.before(now, minutes),
  };
}
