/** What a reminder of a viewing is answered with (rule 20). */
export const ATTENDANCES = ['coming', 'late'] as const;
export type Attendance = (typeof ATTENDANCES)[number];
