import type { Company } from '#core/company.ts';
import type { CompanyRecord } from './record.ts';

/** The company as the conversation needs it. */
export const companyOf = (record: CompanyRecord): Company => ({
  id: record.id,
  name: record.name,
  timeZone: record.time_zone,
  currency: record.currency,
  isActive: record.is_active,
  defaultLanguage: record.default_language,
  rejectReasons: record.reject_reasons,
  quietHours: record.quiet_hours,
  offerBundleTimes: record.offer_bundle_times,
  viewingMinutes: record.viewing_minutes,
  inviteCode: record.invite_code,
});
