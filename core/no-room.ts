/** Nothing can be kept at the moment, and later it can again: what was asked may be asked again. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';
}

/**
 * A full disk or quota, as Postgres, its hosters and the file system say it. Hosters make a database whose disk is full
 * read-only (Postgres, appendix A: disk_full, read_only_sql_transaction; errno).
 */
const CODES: readonly unknown[] = ['53100', '25006', 'ENOSPC', 'EDQUOT'];

/** Whether this failed because there is no room; every door says "not now" then. */
export function hasNoRoom(error: unknown): boolean {
  if (error instanceof NoRoom) return true;
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && CODES.includes(error.code)) return true;
  return 'cause' in error && hasNoRoom(error.cause);
}
