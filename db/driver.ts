/** What a statement is given. Objects become jsonb; arrays too, unless the statement asks for a Postgres array. */
export type Values = readonly unknown[];

/** One transaction's connection. Statements take effect in the order in which they are sent, waited for or not. */
export type Connection = {
  /** Rows as objects: times are Dates, jsonb is parsed, numeric is a string, bigint a string or a number. */
  rows<Row extends object>(text: string, values?: Values): Promise<Row[]>;
  /** The same as arrays of columns, for drizzle. */
  arrays(text: string, values?: Values): Promise<unknown[][]>;
  /** Sends a change whose outcome nobody waits for: where it fails, the commit fails. Saves a round trip each. */
  write(text: string, values?: Values): void;
};

/** Whose rows a transaction sees: row-level security reads it (P11). */
export type Sight = { readonly company: string } | 'system';

/** What both databases can do, in the few words that the rest of db/ needs. */
export type Driver = {
  /** What a commit survives: a power cut, or only the death of this process (P10). */
  readonly durability: 'power' | 'process';
  transaction<Result>(sight: Sight, work: (connection: Connection) => Promise<Result>): Promise<Result>;
  checkpoint(): Promise<void>;
  vacuum(): Promise<void>;
  /** Leaves no byte of deleted rows in files that are ours; a server's are its keeper's, and there it is a vacuum. */
  shred(): Promise<void>;
  /**
   * Rings in the other processes on this database, each with what it is about. It may be lost: it only saves them the
   * wait for their next look.
   */
  ring(channel: string, about?: readonly string[]): void;
  /** Hears other processes ring; undefined where rings may have been missed. */
  hear(channel: string, heard: (about: readonly string[] | undefined) => void): Promise<void>;
  close(): Promise<void>;
};

/** The role that transactions take on where the database's own user is above row-level security. */
export const TENANT_ROLE = 'tesoro_chat_tenant';

/** The first statement of each transaction, and its values. `set_config('role', …)` is SET LOCAL ROLE. */
export function sightStatement(sight: Sight, confined: boolean): [text: string, values: string[]] {
  const values = sight === 'system' ? ['', 'system'] : [sight.company, ''];
  const text = "select set_config('app.company', $1, true), set_config('app.scope', $2, true)";
  return confined ? [`${text}, set_config('role', '${TENANT_ROLE}', true)`, values] : [text, values];
}
