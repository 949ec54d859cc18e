import type { CredentialFields, Credentials } from './channel-accounts.ts';
import type { FieldError } from './refusal.ts';

type Given = Readonly<Record<string, unknown>>;

/** What is wrong with the credentials of an account, field by field. What was given is told to nobody. */
export function mistakesIn(fields: CredentialFields, given: Given): readonly FieldError[] {
  const strange = Object.keys(given).filter((field) => !(field in fields));
  return [
    ...Object.entries(fields).flatMap(([field, { pattern, is }]) => {
      if (given[field] === undefined) return [{ field, detail: 'is required' }];
      return isLike(pattern, given[field]) ? [] : [{ field, detail: `must be: ${is}` }];
    }),
    ...strange.map((field) => ({ field, detail: 'is not a field of this kind of bot' })),
  ];
}

/** The same where nothing is wrong with them. */
export function credentialsIn(fields: CredentialFields, given: Given): Credentials | undefined {
  if (mistakesIn(fields, given).length > 0) return undefined;
  return Object.fromEntries(Object.keys(fields).map((field) => [field, String(given[field])]));
}

const isLike = (pattern: string, value: unknown) => typeof value === 'string' && new RegExp(pattern).test(value);
