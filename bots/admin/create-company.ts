import { createHash, randomBytes } from 'node:crypto';
import { hashPassword } from '#bots/password-hash.ts';
import { newPassword } from '#bots/passwords.ts';
import type { CompanyId } from '#core/ids.ts';
import { LANGUAGES } from '#core/language.ts';
import { readBareEmail } from '#core/typed/read-email.ts';
import type { Companies } from '#db/companies.ts';
import { UsageError } from './usage-error.ts';

export type WantedCompany = {
  readonly slug: string;
  readonly name: string;
  readonly adminEmail: string;
  /** As clients read it; the company's where left out. */
  readonly adminName?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly currency?: string | undefined;
};

/** What the operator is told, once: neither the key nor the password is kept in the clear. */
export type CreatedCompany = {
  readonly company_id: CompanyId;
  readonly invite_code: string;
  readonly api_key: string;
  readonly admin: { readonly id: string; readonly email: string; readonly password: string };
};

/** Characters; it is printed once and typed seldom. */
const ADMIN_PASSWORD = 16;

const DEFAULTS = {
  quietHours: { from: '21:00', to: '08:00' },
  offerBundleTimes: ['09:00', '17:00'],
  rejectReasons: ['location', 'condition', 'size', 'layout', 'model', 'price', 'other'],
};

/** A new company with its first Admin and an API key. */
export async function createCompany(companies: Companies, wanted: WantedCompany): Promise<CreatedCompany> {
  const { slug, name, adminEmail, adminName = name, timeZone = 'Europe/Madrid', currency = 'EUR' } = wanted;
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(slug))
    throw new UsageError('--slug: is 1 to 63 of a-z, 0-9 and -, as in costa-homes');
  if (!name.trim() || name.length > 200) throw new UsageError('--name: is 1 to 200 characters');
  const email = readBareEmail(adminEmail);
  if (!email) throw new UsageError('--admin-email: is no e-mail address that mail can be sent to');
  if (!adminName.trim() || adminName.length > 200 || adminName.includes('@'))
    throw new UsageError('--admin-name: is what clients read, 1 to 200 characters, and no address');
  if (!isTimeZone(timeZone)) throw new UsageError('--time-zone: is no IANA zone, as in Europe/Madrid');
  if (!Intl.supportedValuesOf('currency').includes(currency))
    throw new UsageError('--currency: is no ISO 4217 code, as in EUR');

  const [password, apiKey, inviteCode] = [
    newPassword(ADMIN_PASSWORD),
    newApiKey(),
    randomBytes(16).toString('base64url'),
  ];
  const admin = { name: adminName.trim(), email, passwordHash: await hashPassword(password) };
  const company = { slug, name: name.trim(), timeZone, currency, inviteCode, ...DEFAULTS };
  const made = await companies.add(company, admin, hashKey(apiKey));
  if (!made) throw new UsageError(`--slug: there is a company "${slug}" already`);
  return {
    company_id: made.id,
    invite_code: inviteCode,
    api_key: apiKey,
    admin: { id: made.admin, email, password },
  };
}

/** One more key for a user of a company. */
export async function createApiKey(companies: Companies, slug: string, email: string): Promise<{ api_key: string }> {
  const apiKey = newApiKey();
  const user = await companies.addApiKey(slug, readBareEmail(email) ?? email, hashKey(apiKey));
  if (!user) throw new UsageError(`--user: the company "${slug}" has no active user with this e-mail`);
  return { api_key: apiKey };
}

export const newApiKey = (): string => randomBytes(32).toString('base64url');
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat(LANGUAGES[0], { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
