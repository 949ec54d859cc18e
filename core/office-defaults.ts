import type { ViewingTimes } from './viewings/viewing-times.ts';

/** What an office's settings are until it says otherwise. */
export const OFFICE_DEFAULTS = {
  officeHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
  viewingTimes: { morning: '10:00', afternoon: '16:00', evening: '18:00', any: '11:00' } satisfies ViewingTimes,
  viewingMinutes: 45,
  viewingGapMinutes: 15,
  escalateMinutes: 240,
  repeatHours: 2,
  holdHours: 4,
} as const;
