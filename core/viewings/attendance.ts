/** What a reminder of a viewing is answered with (rule 20). */
export const ATTENDANCES = ['coming', 'late'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** How late somebody can say to be, in minutes. */
export const LATE_MINUTES = [10, 20, 30] as const;
export type LateMinutes = (typeof LATE_MINUTES)[number];
