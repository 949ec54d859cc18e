import type { Ready } from '#bots/readiness.ts';
import type { Companies } from '#db/companies.ts';
import type { Backup } from './backup.ts';
import { createApiKey, createCompany } from './create-company.ts';
import { UsageError } from './usage-error.ts';

/** What the operator asks for on the command line. */
export type AdminCommand =
  | {
      readonly command: 'create-company';
      readonly slug: string;
      readonly name: string;
      readonly adminEmail: string;
      readonly adminName?: string | undefined;
      readonly timeZone?: string | undefined;
      readonly currency?: string | undefined;
    }
  | { readonly command: 'create-api-key'; readonly company: string; readonly user: string }
  | { readonly command: 'status' | 'verify' }
  /** Paths are whole: the server may stand elsewhere than the operator. */
  | { readonly command: 'backup'; readonly to: string }
  | { readonly command: 'restore'; readonly from: string };

/** `{ error }`: the command was given wrongly. */
export type AdminAnswer = { readonly result: object } | { readonly error: string };

type Needs = {
  readonly companies: Companies;
  readonly backup: Backup;
  /** Whether this is the server at work, into which nothing is restored. */
  readonly atWork: boolean;
  readonly ready: (deep: boolean) => Promise<Ready>;
  /** A company was made: channels that waited for one may start. */
  readonly made?: () => void;
};

/** Does what the operator asked for, in the server or on the database itself. */
export async function runAdminCommand(
  { companies, backup, atWork, ready, made }: Needs,
  asked: AdminCommand,
): Promise<AdminAnswer> {
  try {
    switch (asked.command) {
      case 'create-company': {
        const result = await createCompany(companies, asked);
        made?.();
        return { result };
      }
      case 'create-api-key':
        return { result: await createApiKey(companies, asked.company, asked.user) };
      case 'backup':
        return { result: await backup.backup(asked.to) };
      case 'restore':
        if (atWork) throw new UsageError('the server is running; stop it first');
        return { result: await backup.restore(asked.from) };
      case 'verify':
        return { result: await backup.verify() };
      case 'status':
        return { result: await ready(true) };
    }
  } catch (error) {
    if (error instanceof UsageError) return { error: error.message };
    throw error;
  }
}
