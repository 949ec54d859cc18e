import type { Companies } from '#db/companies.ts';
import { createApiKey, createCompany } from './create-company.ts';
import type { Ready } from './readiness.ts';
import { UsageError } from './usage-error.ts';

/** What the operator asks for on the command line. */
export type AdminCommand =
  | {
      readonly command: 'create-company';
      readonly slug: string;
      readonly name: string;
      readonly adminEmail: string;
      readonly timeZone?: string | undefined;
      readonly currency?: string | undefined;
    }
  | { readonly command: 'create-api-key'; readonly company: string; readonly user: string }
  | { readonly command: 'status' };

/** `{ error }`: the command was given wrongly. */
export type AdminAnswer = { readonly result: object } | { readonly error: string };

type Needs = {
  readonly companies: Companies;
  readonly ready: (deep: boolean) => Promise<Ready>;
  /** A company was made: channels that waited for one may start. */
  readonly made?: () => void;
};

/** Does what the operator asked for, in the server or on the database itself. */
export async function runAdminCommand({ companies, ready, made }: Needs, asked: AdminCommand): Promise<AdminAnswer> {
  try {
    switch (asked.command) {
      case 'create-company': {
        const result = await createCompany(companies, asked);
        made?.();
        return { result };
      }
      case 'create-api-key':
        return { result: await createApiKey(companies, asked.company, asked.user) };
      case 'status':
        return { result: await ready(true) };
    }
  } catch (error) {
    if (error instanceof UsageError) return { error: error.message };
    throw error;
  }
}
