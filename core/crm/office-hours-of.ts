import type { OfficeHours } from '#core/office-hours.ts';
import type { CompanyRecord } from './record.ts';

/** When the company is open. */
export const officeHoursOf = (record: CompanyRecord): OfficeHours => ({
  timeZone: record.time_zone,
  officeHours: record.office_hours,
  closedDays: record.closed_days,
});
