import type { Database } from './database.ts';
import { createDatabase } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { openPostgres } from './postgres.ts';

export type Where = {
  /** Postgres 15 or newer. */
  readonly databaseUrl?: string | undefined;
  /** Else an embedded Postgres in this directory, of which this process is then the only user. */
  readonly dataDir?: string | undefined;
  /** Else in memory, for tests; `snapshot` is what it begins with. */
  readonly memory?: boolean | undefined;
  readonly snapshot?: Blob | undefined;
};

/** Opens the database and brings it up to date. Fails with one clear line where it is not to be had. */
export async function connect({ databaseUrl, dataDir, memory, snapshot }: Where): Promise<Database> {
  if (databaseUrl) return createDatabase(await openPostgres(databaseUrl));
  if (dataDir || memory) return createDatabase(await openEmbedded({ dataDir: memory ? undefined : dataDir, snapshot }));
  throw new Error('Neither a database URL nor a data directory was given.');
}
