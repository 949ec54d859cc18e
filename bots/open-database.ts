import { connect } from '#db/connect.ts';
import type { Database } from '#db/database.ts';
import type { Settings } from './settings/settings.ts';
import { SettingsError } from './settings/settings-error.ts';

/** Why a server can't be used, by the codes of Node, postgres.js and Postgres (its appendix A, Error Codes). */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its host can’t be found at the moment',
  EHOSTUNREACH: 'its host can’t be reached',
  CONNECT_TIMEOUT: 'it does not answer',
  '28P01': 'it does not take the password',
  '28000': 'it does not let this user in',
  '3D000': 'it has no such database',
  ECONNRESET: 'it ended the connection; is sslmode what it wants?',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is its own; sslmode=require takes it',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is nobody’s known; sslmode=require takes it',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate can’t be checked; sslmode=require takes it',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name; sslmode=require takes it',
};

/** What Postgres says of a parameter that it does not know or take, and what a pooler before it says of ours. */
const PARAMETER = /(?:unrecognized configuration|unsupported startup|for) parameter:?(?: in options:)? "?([\w.]+)/;

/** The database that the settings name, up to date; a setting is what is wrong where it can't be used. */
export async function openDatabase({ database, dataDir }: Pick<Settings, 'database' | 'dataDir'>): Promise<Database> {
  if (database.is === 'embedded') return connect({ dataDir });
  try {
    return await connect({ databaseUrl: database.url });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const unknown = error instanceof Error ? PARAMETER.exec(error.message)?.[1] : undefined;
    if (unknown) throw new SettingsError(`DATABASE_URL: the server does not take ${unknown} (${code})`);
    const reason = REASONS[code];
    throw reason ? new SettingsError(`DATABASE_URL: ${reason} (${code})`) : error;
  }
}
