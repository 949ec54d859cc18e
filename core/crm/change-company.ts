import type { CrmKept } from './crm-kept.ts';
import type { CompanyRecord } from './record.ts';
import type { CompanyChange } from './records.ts';

export type CompanyChanged =
  | { readonly was: 'changed'; readonly company: CompanyRecord }
  | { readonly was: 'noSuchZone' }
  /** Quiet hours that end when they begin. */
  | { readonly was: 'neverQuiet' };

/** Changes the office's settings. */
export async function changeCompany(
  { records }: Pick<CrmKept, 'records'>,
  change: CompanyChange,
): Promise<CompanyChanged> {
  const { time_zone: zone, quiet_hours: quiet } = change;
  if (zone !== undefined && !isZone(zone)) return { was: 'noSuchZone' };
  if (quiet && quiet.from === quiet.to) return { was: 'neverQuiet' };
  return { was: 'changed', company: await records.company.change(change) };
}

function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
