import type { CredentialFields } from '#core/crm/channel-accounts.ts';
import { isFields } from '#core/fields.ts';

/** The credentials in what was sealed; undefined where one is missing or not as it must be. Never throws. */
export function givenIn(fields: CredentialFields, words: string): Readonly<Record<string, string>> | undefined {
  const stored = parsed(words);
  if (!isFields(stored)) return undefined;
  const given = Object.entries(fields).flatMap(([name, { pattern }]): [string, string][] => {
    const value = stored[name];
    return typeof value === 'string' && new RegExp(pattern).test(value) ? [[name, value]] : [];
  });
  return given.length === Object.keys(fields).length ? Object.fromEntries(given) : undefined;
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}
