import { SettingsError } from './settings-error.ts';

/** The value as a URL of one of these schemes; the error names the setting, never the value, which may hold a password. */
export function urlOf(name: string, value: string, schemes: readonly string[]): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && schemes.includes(url.protocol)) return url;
  throw new SettingsError(`${name}: is no ${schemes.map((each) => `${each}//…`).join(' or ')} address`);
}
