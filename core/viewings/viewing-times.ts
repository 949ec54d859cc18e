import type { PartOfDay } from '#core/chat/text.ts';

/** At which time of day a viewing is suggested first, by the part of the day that was wished for; `HH:MM` in the company's zone. */
export type ViewingTimes = Readonly<Record<PartOfDay, string>>;

/**
 * Where the parts of a day begin and end, `HH:MM`: a viewing may begin from the one on, and before the other. No viewing
 * is suggested before 9 or from 21 on, unless the office's own time for that part says so.
 */
export const PARTS: Readonly<Record<PartOfDay, { readonly from: string; readonly before: string }>> = {
  morning: { from: '09:00', before: '12:00' },
  afternoon: { from: '12:00', before: '17:00' },
  evening: { from: '17:00', before: '21:00' },
  any: { from: '09:00', before: '21:00' },
};

/** Nobody is shown a home at night: an office's own times lie between these, `HH:MM`. */
export const EARLIEST_VIEWING = '07:00';
export const LATEST_VIEWING = '22:00';

/** Whether an office may have this time of day for that part. */
export function isTimeOf(part: PartOfDay, time: string): boolean {
  const { from, before } = PARTS[part];
  const first = part === 'morning' || part === 'any' ? EARLIEST_VIEWING : from;
  return part === 'evening' || part === 'any'
    ? first <= time && time <= LATEST_VIEWING
    : first <= time && time < before;
}
